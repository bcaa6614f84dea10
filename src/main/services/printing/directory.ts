import type { KnownLabel, PrintingDirectory, StoppedPrinter } from '../../../core/printing/directory.ts'
import { isSettled } from '../../../core/printing/label-state.ts'
import type { ReadableDb } from '../../store/database.ts'
import { confirmedOf, labelAt, labelOfCopy, type LabelRow } from '../../store/label.ts'
import { isCodeShared } from '../../store/label-code.ts'
import { askedOf, awaitedLabels, labelsAskedFor } from '../../store/label-return.ts'
import { tornLabels } from '../../store/torn-label.ts'
import type { LabelRules } from '../context.ts'
import { namedLabel, nameOf } from './label-name.ts'
import { newestTest } from './newest-test.ts'
import { askedForLines } from './returns.ts'
import { doubtfulLabels, isOutAfter, lastOutBefore, printStops, type PrintStop } from '../../store/print-stop.ts'

/** What the rules of printing may look up, answered from the store. */
export function createPrintingDirectory({
  db,
  labelRules
}: {
  readonly db: ReadableDb
  readonly labelRules?: LabelRules
}): PrintingDirectory {
  return {
    stopped: () => printStops(db).map((stop) => stoppedPrinter(db, stop)),
    torn: () => tornLabels(db).map((row) => nameOf(row).name),
    label(label, copy) {
      const row = labelOfCopy(db, label, copy)
      return row && knownLabel(db, row)
    },
    isCodeShared(id) {
      const row = labelAt(db, id)
      return row !== undefined && isCodeShared(db, id, nameOf(row).code)
    },
    confirmed(first, last) {
      const { confirmed, next } = confirmedOf(db, first, last)
      return { confirmed, next: next ? nameOf(next).name : null }
    },
    awaited: () => awaitedLabels(db),
    askedFor: () => askedForLines(db),
    labelsAskedFor: (line, code) => labelsAskedFor(db, line, { code }).map(namedLabel),
    newestTest: (label) => newestTest(db, label),
    lossTakesLead: labelRules?.lost === 'lead'
  }
}

/**
 * By the counter before the first of them, and as it stands now: of the same printer, and neither fewer nor more. It says
 * nothing once one that was sent after the first is known to be out, since nobody can tell which of them were counted.
 */
function countedOf(db: ReadableDb, stop: PrintStop, doubtful: readonly LabelRow[]): number | null {
  const [first] = doubtful
  if (!first || isOutAfter(db, stop.printer, first.id)) return null
  const { evidence } = first
  const reading = (evidence['reading'] ?? {}) as { readonly labels?: unknown; readonly printer?: unknown }
  const before = evidence['before'] ?? reading.labels
  const by = evidence['printer'] ?? reading.printer
  if (stop.counted === null || typeof before !== 'number' || by !== stop.countedBy) return null
  const counted = stop.counted - before
  return counted >= 0 && counted <= doubtful.length ? counted : null
}

/** The labels of a printer that stopped, as the ledger has them. */
export interface LabelsInDoubt {
  /** In the order in which they were sent. */
  readonly doubtful: readonly LabelRow[]
  readonly before: LabelRow | undefined
  readonly counted: number | null
}

export function labelsInDoubt(db: ReadableDb, stop: PrintStop): LabelsInDoubt {
  const doubtful = doubtfulLabels(db, stop)
  return {
    doubtful,
    before: lastOutBefore(db, stop.printer, doubtful[0]?.id),
    counted: countedOf(db, stop, doubtful)
  }
}

export function stoppedPrinter(db: ReadableDb, stop: PrintStop): StoppedPrinter {
  const { doubtful, before, counted } = labelsInDoubt(db, stop)
  const { printer, reason } = stop
  return {
    printer,
    reason,
    doubtful: doubtful.map((row) => knownLabel(db, row)),
    before: before ? knownLabel(db, before) : null,
    counted
  }
}

function knownLabel(db: ReadableDb, row: LabelRow): KnownLabel {
  const { id, label, copy, printer, state, evidence } = row
  const number = copy === 1 ? id : (labelOfCopy(db, label, 1)?.id ?? id)
  const words = typeof evidence['words'] === 'string' ? evidence['words'] : ''
  return {
    id,
    label,
    copy,
    ...nameOf(row),
    printer,
    state,
    isSettled: isSettled(row),
    number,
    asked: askedOf(db, id),
    since: row.at,
    words
  }
}
