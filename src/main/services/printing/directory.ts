import { assertNever } from '../../../core/assert.ts'
import type { KnownLabel, PrintingDirectory, StoppedPrinter } from '../../../core/printing/directory.ts'
import type { ReadableDb } from '../../store/database.ts'
import { labelOfCopy, type LabelRow } from '../../store/label.ts'
import { doubtfulLabels, lastOutBefore, printStops, type PrintStop } from '../../store/print-stop.ts'

/** What the rules of printing may look up, answered from the store. */
export function createPrintingDirectory(db: ReadableDb): PrintingDirectory {
  return {
    stopped: () => printStops(db).map((stop) => stoppedPrinter(db, stop)),
    label(label, copy) {
      const row = labelOfCopy(db, label, copy)
      return row && knownLabel(row)
    }
  }
}

export function stoppedPrinter(db: ReadableDb, stop: PrintStop): StoppedPrinter {
  const doubtful = doubtfulLabels(db, stop)
  const before = lastOutBefore(db, stop.printer, doubtful[0]?.id)
  const { printer, reason } = stop
  return { printer, reason, doubtful: doubtful.map(knownLabel), before: before ? knownLabel(before) : null }
}

export function knownLabel(row: LabelRow): KnownLabel {
  const { id, label, copy, printer, state, evidence } = row
  const words = typeof evidence['words'] === 'string' ? evidence['words'] : ''
  return { id, label, copy, ...nameOf(row), printer, state, since: row.at, words }
}

function nameOf({ kind, partNumber, serial, lot, content }: LabelRow): Pick<KnownLabel, 'name' | 'code'> {
  switch (kind) {
    case 'unit':
      return { name: `${serial ?? ''} of ${partNumber ?? ''}`, code: serial }
    case 'lot':
      return { name: `lot ${lot ?? ''} of ${partNumber ?? ''}`, code: lot }
    case 'location': {
      const { code } = JSON.parse(content) as { readonly code: string }
      return { name: `place ${code}`, code }
    }
    case 'command': {
      const { code } = JSON.parse(content) as { readonly code: string }
      return { name: `command ${code}`, code: null }
    }
    default:
      return assertNever(kind)
  }
}
