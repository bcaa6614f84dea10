import { resolve } from 'node:path'
import { addDays, instantOf, parseDay, type Instant } from '../../core/clock.ts'
import { StationError } from '../../core/errors.ts'
import { SOUNDS, type Sound } from '../../core/scan-sound.ts'
import { tableHead, tableText } from '../files/table-text.ts'
import { SCAN_KEYS, scansOutside, writeScans } from '../services/journal/outside.ts'
import { snapshot } from '../store/database.ts'
import type { ScanFilter } from '../store/scan-search.ts'
import { reading } from './open.ts'
import { done, type CommandResult } from './result.ts'
import { textTable, visible } from './text-table.ts'

export interface ScansOptions {
  readonly from?: string
  readonly to?: string
  readonly scanner?: string
  readonly answer?: string
  readonly search?: string
  readonly format?: string
  readonly out?: string
}

const FORMATS = ['table', 'csv', 'jsonl'] as const
const LISTED = ['scan', 'at', 'scanner', 'sound', 'text', 'outcome']

/** Lists scans, the oldest first, or writes them to a file. */
export async function listScans(dataFolder: string, options: ScansOptions): Promise<CommandResult> {
  const filter = filterOf(options)
  const { format = 'table', out } = options
  if (!isFormat(format)) {
    throw new StationError('usage', `${format} is no format. Choose one of ${FORMATS.join(', ')}.`)
  }
  if (out !== undefined) {
    const file = resolve(out)
    const scans = await reading(dataFolder, (db) => writeScans(db, filter, file))
    return done({ ok: true, file, scans }, `${scans} ${scans === 1 ? 'scan' : 'scans'} written: ${visible(file)}`)
  }
  const rows = await reading(dataFolder, (db) => snapshot(db, () => [...scansOutside(db, filter)]))
  if (format === 'table') return done(rows, textTable(rows, LISTED, 'No scans.'))
  const table = { format, columns: SCAN_KEYS, decimals: [] }
  return done(rows, `${tableHead(table)}${tableText(table, rows, 0)}`.trimEnd())
}

function filterOf({ from, to, scanner, answer, search }: ScansOptions): ScanFilter {
  return {
    search: search ?? '',
    scanner: scanner ?? null,
    outcome: answer === undefined ? null : outcomeOf(answer),
    from: from === undefined ? null : instantAt(from, 0),
    before: to === undefined ? null : instantAt(to, 1)
  }
}

/** A day begins at midnight in UTC, as the times of all output do; the last one is meant whole. */
function instantAt(text: string, daysLater: number): Instant {
  const day = parseDay(text)
  if (day !== undefined) return `${addDays(day, daysLater)}T00:00:00.000Z` as Instant
  // A day that does not exist is another one to the parser of instants.
  const epochMs = text.includes('T') ? Date.parse(text) : Number.NaN
  if (Number.isNaN(epochMs)) {
    throw new StationError('usage', `${text} is no day. Write YYYY-MM-DD, or an instant such as 2026-11-23T10:42:00Z.`)
  }
  return instantOf(epochMs)
}

function outcomeOf(answer: string): Sound | 'unanswered' {
  const choices: readonly (Sound | 'unanswered')[] = [...SOUNDS, 'unanswered']
  const found = choices.find((choice) => choice === answer)
  if (found === undefined)
    throw new StationError('usage', `${answer} is no answer. Choose one of ${choices.join(', ')}.`)
  return found
}

function isFormat(text: string): text is (typeof FORMATS)[number] {
  return (FORMATS as readonly string[]).includes(text)
}
