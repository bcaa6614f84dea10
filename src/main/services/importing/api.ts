import { basename } from 'node:path'
import { StationError } from '../../../core/errors.ts'
import type { ImportKind } from '../../../core/importing/import-kind.ts'
import type { RowProblem } from '../../../core/importing/table.ts'
import type { ImportingApi } from '../../../ipc/importing-api.ts'
import type { ProblemList } from '../../../ipc/importing-views.ts'
import { readTable, type FileTable } from '../../files/read-table.ts'
import { snapshot } from '../../store/database.ts'
import type { StationContext } from '../context.ts'
import type { Desktop } from '../desktop.ts'
import { importTable, previewImport } from '../importing.ts'
import { signedIn } from '../operators/people.ts'

/** More rows than this would keep scans waiting. */
export const MAX_ROWS_IN_WINDOW = 20_000

/** So many problems are shown; the first ones are mended first. */
const MAX_PROBLEMS_SHOWN = 200

export interface ImportingParts {
  readonly context: StationContext
  /** Does the work, or throws while the station is read-only. */
  readonly writable: <T>(work: () => T) => T
  readonly desktop: Desktop | undefined
  /** Says that parts, orders and what hangs on them are others. */
  readonly imported: () => void
}

interface Looked {
  readonly kind: ImportKind
  readonly file: string
  readonly read: FileTable
}

/** The window's way to take over a file: looked at first, and then as it was looked at. */
export function createImportingApi({ context, writable, desktop, imported }: ImportingParts): ImportingApi {
  const { db } = context
  let looked: Looked | null = null
  return {
    async look({ kind }) {
      if (!desktop) {
        throw new StationError('not-found', `This station runs without a window. Use dockside import ${kind} FILE.`)
      }
      looked = null
      const path = await desktop.openFile({ kind: 'Table (CSV or JSON)', extensions: ['csv', 'json'] })
      if (path === null) return { kind: 'left' }
      const file = basename(path)
      const read = readTable(path)
      const rows = read.table.records.length
      if (rows > MAX_ROWS_IN_WINDOW) {
        throw new StationError(
          'refused',
          `${file} has ${rows} rows. More than ${MAX_ROWS_IN_WINDOW} would keep scans waiting here: divide the file, or close this window and use dockside import ${kind} FILE.`
        )
      }
      const { added, changed, unchanged, problems, switches } = snapshot(db, () => previewImport(db, kind, read.table))
      looked = { kind, file, read }
      return { kind: 'looked', file, added, changed, unchanged, problems: listed(problems), switches: listed(switches) }
    },
    async take() {
      const found = looked
      if (!found) throw new StationError('refused', 'No file was looked at. Choose one first.')
      looked = null
      const outcome = writable(() => importTable(context, found.kind, found.file, found.read, signedIn(db)))
      if (outcome.kind === 'refused') {
        return { kind: 'refused', file: found.file, problems: listed(outcome.problems) }
      }
      imported()
      const { added, changed, unchanged } = outcome
      return { kind: 'imported', file: found.file, added, changed, unchanged }
    }
  }
}

function listed(problems: readonly RowProblem[]): ProblemList {
  return { first: problems.slice(0, MAX_PROBLEMS_SHOWN), count: problems.length }
}
