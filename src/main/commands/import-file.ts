import { resolve } from 'node:path'
import { IMPORT_KINDS, type ImportKind } from '../../core/importing/import-kind.ts'
import type { RowProblem } from '../../core/importing/table.ts'
import { StationError } from '../../core/errors.ts'
import { usableConfig } from '../config-file.ts'
import { importFile as importIntoStore } from '../services/importing.ts'
import { leadWithBadge } from '../services/operators/people.ts'
import { systemClock } from '../system-clock.ts'
import { importFormatFile } from './format-files.ts'
import { systemOperator, writing } from './open.ts'
import { done, refusedCommand, type CommandResult } from './result.ts'
import { visible } from './text-table.ts'

/** @param badge a lead's, where a part is to be tracked in another way: null where none was given */
export async function importFile(
  dataFolder: string,
  kind: string,
  file: string,
  badge: string | null
): Promise<CommandResult> {
  if (kind === 'formats') return await importFormatFile(dataFolder, file)
  if (!isImportKind(kind)) {
    throw new StationError('usage', `${kind} is nothing to import. Choose one of ${IMPORT_KINDS.join(', ')}, formats.`)
  }
  const { station } = usableConfig(dataFolder)
  const outcome = await writing(dataFolder, 'an import', (db) =>
    importIntoStore(
      { db, clock: systemClock, operator: systemOperator(), station },
      kind,
      resolve(file),
      badge === null ? null : leadWithBadge(db, badge)
    )
  )
  if (outcome.kind === 'refused') {
    const problems = outcome.problems.map((problem) => ({ file, ...problem }))
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
    const lines = outcome.problems.map((problem) => describeProblem(file, problem))
    return refusedCommand(
      { ok: false, kind, file, problems },
      `${visible(file)} has ${count}, so nothing was imported:\n${lines.join('\n')}`
    )
  }
  const { sha256, added, changed, unchanged } = outcome
  const counts = `${added} added, ${changed} changed, ${unchanged} unchanged`
  return done({ ok: true, kind, file, sha256, added, changed, unchanged }, `${visible(file)}: ${counts}.`)
}

/** `parts.csv, line 3, gtin "4006381333932": a digit is wrong …` */
function describeProblem(file: string, { line, column, value, reason }: RowProblem): string {
  const cell = [column ?? '', value === null ? '' : JSON.stringify(value)].filter((text) => text !== '').join(' ')
  return visible(`${file}, line ${line}${cell === '' ? '' : `, ${cell}`}: ${reason}`)
}

function isImportKind(text: string): text is ImportKind {
  return (IMPORT_KINDS as readonly string[]).includes(text)
}
