import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { docksideDone } from '../../../scripts/drive/command-line.ts'
import { readSymbols } from '../../labels/read-symbols.ts'

/** What a reader finds on the newest label of a code, drawn from the bytes that its printer was sent. */
export async function readDrawnLabel(dataFolder: string, code: string) {
  const folder = mkdtempSync(join(tmpdir(), 'dockside-label-'))
  try {
    const file = join(folder, 'label.png')
    await docksideDone(dataFolder, 'label', 'render', code, '--out', file)
    return symbolsOf(readFileSync(file))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The texts of the two symbols that a label may bear; null for one that is not there. */
export async function symbolsOf(png: Uint8Array) {
  const symbols = await readSymbols(png)
  const textOf = (wanted: string) => symbols.find(({ format }) => format === wanted)?.text ?? null
  return { dataMatrix: textOf('DataMatrix'), code128: textOf('Code128') }
}
