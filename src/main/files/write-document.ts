import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { explainUnwritable } from './write-table.ts'

/** Writes one document, and replaces the file only once all of it is written. Throws `StationError` like `writeTable`. */
export function writeDocument(file: string, content: string | Uint8Array): void {
  const partial = `${file}.partial`
  try {
    writeFileSync(partial, content)
    renameSync(partial, file)
  } catch (error) {
    rmSync(partial, { force: true })
    throw explainUnwritable(error, file)
  }
}
