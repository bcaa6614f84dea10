import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the demo leaves everything. */
export interface OutputFolder {
  readonly path: string
  /** The station's data folder: it can be looked at afterwards with the command line. */
  readonly data: string
  readonly labels: string
  readonly screenshots: string
  readonly networkPrinter: string
  writeText(name: string, text: string): void
  writeJson(name: string, value: unknown): void
}

/** Empties the folder of an earlier demo and makes a new one. */
export function createOutputFolder(path: string): OutputFolder {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch (error) {
    throw new Error(
      `${path} of an earlier demo cannot be removed, perhaps since another user ran it. Remove it, then run the demo again.`,
      { cause: error }
    )
  }
  const folder = {
    path,
    data: join(path, 'data'),
    labels: join(path, 'labels'),
    screenshots: join(path, 'screenshots'),
    networkPrinter: join(path, 'network-printer')
  }
  for (const each of Object.values(folder)) mkdirSync(each, { recursive: true })
  const writeText = (name: string, text: string): void => writeFileSync(join(path, name), text)
  return {
    ...folder,
    writeText,
    writeJson: (name, value) => writeText(name, `${JSON.stringify(value, null, 2)}\n`)
  }
}
