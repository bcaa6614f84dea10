import { assertNever } from '../../core/assert.ts'
import type { LabelView } from '../../ipc/views.ts'
import type { LabelRow } from '../store/label.ts'

export function labelView(label: LabelRow): LabelView {
  const { id, copy, kind, partNumber, serial, lot, order, printer, state, at } = label
  return {
    id,
    label: label.label,
    copy,
    kind,
    partNumber,
    serial,
    lot,
    title: titleOf(label),
    order,
    printer,
    state,
    evidence: evidenceInWords(label),
    at
  }
}

function titleOf(label: LabelRow): string {
  switch (label.kind) {
    case 'unit':
      return `${label.partNumber ?? ''} ${label.serial ?? ''}`.trim()
    case 'lot':
      return `${label.partNumber ?? ''} ${label.lot ?? ''}`.trim()
    case 'location':
    case 'command':
      return (JSON.parse(label.content) as { readonly code: string }).code
    default:
      return assertNever(label.kind)
  }
}

/** What is known of the paper, and from whom. */
export function evidenceInWords({
  state,
  evidence,
  printer
}: Pick<LabelRow, 'state' | 'evidence' | 'printer'>): string {
  const words = typeof evidence['words'] === 'string' ? evidence['words'] : ''
  switch (state) {
    case 'queued':
      return `Waits for ${printer}.`
    case 'sending':
      return `Is being sent to ${printer}.`
    case 'sent':
      return words || `Was handed to ${printer}, which has not said yet that it is printed.`
    case 'printed':
      return words
    case 'verified':
      return 'Was scanned back.'
    case 'failed':
      return `Did not come out. ${words}`.trim()
    case 'unknown':
      return `Nobody knows whether it came out. ${words} Look for the label: it is not sent again by itself.`
    case 'void':
      return `No longer valid. ${words}`.trim()
    default:
      return assertNever(state)
  }
}
