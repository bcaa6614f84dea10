import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder, and those above it that are missing. Throws the system's own error when it cannot.
 *
 * Node's recursive `mkdir` never comes back where the system says that nothing is there although the folder above is,
 * as `/proc` does: here each folder is tried once.
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    // A file in its place is for the system to refuse; a folder is what was asked for.
    mkdirSync(folder, { recursive: true })
    return
  }
  const above = dirname(folder)
  if (above !== folder && !existsSync(above)) makeFolder(above)
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another program may have made it in between.
    if (!existsSync(folder)) throw error
  }
}
