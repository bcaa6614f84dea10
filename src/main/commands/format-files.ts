import { resolve } from 'node:path'
import { StationError } from '../../core/errors.ts'
import { usableConfig } from '../config-file.ts'
import { readSource } from '../files/read-source.ts'
import { writeDocument } from '../files/write-document.ts'
import { snapshot } from '../store/database.ts'
import { exportFormats, importFormats } from '../services/teaching/import-formats.ts'
import { systemClock } from '../system-clock.ts'
import { reading, systemOperator, writing } from './open.ts'
import { done, refusedCommand, type CommandResult } from './result.ts'
import { visible } from './text-table.ts'

/** `import formats FILE`: how suppliers' labels are read, as another station has exported it. */
export async function importFormatFile(dataFolder: string, file: string): Promise<CommandResult> {
  const { station } = usableConfig(dataFolder)
  const { text } = readSource(resolve(file))
  const answer = await writing(dataFolder, 'an import', (db) =>
    importFormats({ db, clock: systemClock, operator: systemOperator(), station }, text)
  )
  if (answer.kind === 'refused') {
    const { problems } = answer
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
    const lines = problems.map((problem) => visible(problem)).join('\n')
    return refusedCommand(
      { ok: false, kind: 'formats', file, problems },
      `${visible(file)} has ${count}, so nothing was imported:\n${lines}`
    )
  }
  const { added, changed, unchanged } = answer
  return done(
    { ok: true, kind: 'formats', file, added, changed, unchanged },
    `${visible(file)}: ${added} added, ${changed} changed, ${unchanged} unchanged.`
  )
}

/** `export formats FILE`: the formats in use, with the labels that they were taught by. */
export async function exportFormatFile(dataFolder: string, file: string): Promise<CommandResult> {
  const path = resolve(file)
  if (!path.toLowerCase().endsWith('.json')) {
    throw new StationError('usage', `Formats are written as JSON: name a file that ends in .json, not ${file}.`)
  }
  const { content, formats } = await reading(dataFolder, (db) => snapshot(db, () => exportFormats(db)))
  writeDocument(path, content)
  return done(
    { ok: true, kind: 'formats', file: path, rows: formats },
    `${formats} ${formats === 1 ? 'format' : 'formats'} written: ${visible(path)}`
  )
}
