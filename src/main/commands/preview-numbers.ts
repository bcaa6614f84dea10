import { existsSync } from 'node:fs'
import { StationError } from '../../core/errors.ts'
import type { PatternFault } from '../../core/numbering/pattern-faults.ts'
import type { Part } from '../../core/part.ts'
import type { PatternPreview } from '../../ipc/numbers-views.ts'
import { readConfig } from '../config-file.ts'
import { DEFAULT_CONFIG } from '../config.ts'
import type { Numbered } from '../services/numbers/check-pattern.ts'
import { previewPattern } from '../services/numbers/preview-pattern.ts'
import { openInMemory, snapshot, type ReadableDb } from '../store/database.ts'
import { migrate } from '../store/migrate.ts'
import { MIGRATIONS } from '../store/migrations.ts'
import { revisionsOf } from '../store/part.ts'
import { systemClock } from '../system-clock.ts'
import { databaseFile, reading } from './open.ts'
import { done, refusedCommand, type CommandResult } from './result.ts'
import { visible } from './text-table.ts'

const MAX_COUNT = 1_000_000

export interface PreviewOptions {
  readonly count: string
  readonly part?: string
  readonly revision?: string
}

export async function previewNumbers(
  dataFolder: string,
  pattern: string,
  { count, part, revision }: PreviewOptions
): Promise<CommandResult> {
  const wanted = Number(count)
  if (!/^\d+$/.test(count) || wanted < 1 || wanted > MAX_COUNT) {
    throw new StationError('usage', `--count ${count}: give a whole number from 1 to ${MAX_COUNT}.`)
  }
  if (revision !== undefined && part === undefined) {
    throw new StationError('usage', `--revision ${revision}: say of which part with --part.`)
  }
  const config = readConfig(dataFolder)
  const { station } = config.ok ? config.config : DEFAULT_CONFIG
  const preview = await readingIfThere(dataFolder, (db) => {
    const numbered = part === undefined ? null : numberedPart(revisionsOf(db, part), part, revision)
    return previewPattern({ db, clock: systemClock, station }, numbered, pattern, wanted)
  })
  return resultOf(preview, pattern, wanted)
}

function resultOf(preview: PatternPreview, pattern: string, count: number): CommandResult {
  switch (preview.kind) {
    case 'refused': {
      const problems = preview.faults.map(({ message }) => message)
      const pieces = preview.faults.map((fault) => `${visible(fault.message)}${pointer(pattern, fault)}`)
      return refusedCommand(
        { ok: false, problems, faults: preview.faults },
        `${visible(pattern)} cannot be the pattern:\n${pieces.join('\n')}`
      )
    }
    case 'too-few':
      return refusedCommand({ ok: false, problems: [preview.message], faults: [] }, visible(preview.message))
    case 'numbers': {
      const { first, last, remaining, capacity, restart, used, usedInDays, lastsUntil, words } = preview
      return done(
        {
          first,
          last,
          count,
          remaining,
          capacity,
          restart,
          used,
          used_in_days: usedInDays,
          lasts_until: lastsUntil,
          words
        },
        `${first}${count === 1 ? '' : ` to ${last}`} (${remaining} left after that)\n${words}`
      )
    }
  }
}

/** The pattern with what is wrong underlined, where that is a piece of it. */
function pointer(pattern: string, { at, length }: PatternFault): string {
  if (length === 0 || length === pattern.length || /[^\x20-\x7e]/.test(pattern)) return ''
  return `\n  ${pattern}\n  ${' '.repeat(at)}${'^'.repeat(length)}`
}

/** A folder where nothing is yet is as an empty store. */
async function readingIfThere<T>(dataFolder: string, read: (db: ReadableDb) => T): Promise<T> {
  if (existsSync(databaseFile(dataFolder))) return await reading(dataFolder, (db) => snapshot(db, () => read(db)))
  const db = openInMemory()
  try {
    migrate(db, MIGRATIONS)
    return read(db)
  } finally {
    db.close()
  }
}

/** A lot where the part is tracked so, else a unit; an untracked part is asked as if it had serials. */
function numberedPart(revisions: readonly Part[], partNumber: string, revision: string | undefined): Numbered {
  const [first] = revisions
  if (!first) {
    throw new StationError('not-found', `There is no part ${partNumber} here. Import it first, or check its number.`)
  }
  const part = revision === undefined ? first : revisions.find((each) => each.revision === revision)
  if (!part) {
    const known = revisions.map((each) => each.revision || '(none)').join(', ')
    throw new StationError('not-found', `${partNumber} has no revision ${revision}. It has ${known}.`)
  }
  return part.tracking === 'lot' ? { kind: 'lot', part, revisions } : { kind: 'serial', part }
}
