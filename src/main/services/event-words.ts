import type { Json } from '../../core/event.ts'
import type { TraceEvent } from './tracing.ts'

/** An event as a sentence for the time line. An event that is not known is shown by its name. */
export function eventInWords({ event, data }: Pick<TraceEvent, 'event' | 'data'>): string {
  const text = (key: string): string => textOf(data[key])
  const from = `from ${text('supplier')} on order ${text('order')}, receipt ${text('receipt')}, at ${text('location')}`
  switch (event) {
    case 'unit-received':
      return `Unit ${text('serial')} received ${from}`
    case 'lot-received':
      return `${text('quantity')} of lot ${text('lot')} received ${from}${text('supplier_lot') === '' ? '' : `; supplier’s lot ${text('supplier_lot')}`}`
    case 'count-received':
      return `${text('quantity')} received ${from}`
    case 'stock-moved':
      return `${whatOf(data)} moved from ${text('from')} to ${text('to')}`
    case 'stock-consumed':
    case 'stock-scrapped':
    case 'stock-archived':
      return `${whatOf(data)} ${event.slice('stock-'.length)} at ${text('location')}: ${text('reason')}`
    case 'label-reprinted':
      return `Label ${text('label')} printed again as copy ${text('copy')}: ${text('reason')}`
    case 'receipt-opened':
      return `Receipt ${text('receipt')} opened for order ${text('order')}`
    case 'receipt-closed':
      return `Receipt ${text('receipt')} closed`
    case 'part-tracking-changed':
      return `Part ${text('part_number')} tracked as ${text('to')} from now on, before as ${text('from')}`
    case 'part-changed':
      return `Part ${text('part_number')} changed by an import: ${changesInWords(data)}`
    default:
      return event.replaceAll('-', ' ')
  }
}

/** `Unit S-1`, `2.5 m of lot L1`, `20 pcs`. */
function whatOf(data: TraceEvent['data']): string {
  const serial = textOf(data.serial)
  if (serial !== '') return `Unit ${serial}`
  const lot = textOf(data.lot)
  return `${textOf(data.quantity)} ${textOf(data.unit)}${lot === '' ? '' : ` of lot ${lot}`}`
}

/** `unit pcs → kg; revision B: description Bracket → Motor bracket`. */
function changesInWords({ changes, revisions }: { readonly [key: string]: Json }): string {
  const ofRevisions = Object.entries(membersOf(revisions)).flatMap(([revision, each]) =>
    changed(each).map((words) => (revision === '' ? words : `revision ${revision}: ${words}`))
  )
  return [...changed(changes), ...ofRevisions].join('; ')
}

function changed(changes: Json | undefined): readonly string[] {
  return Object.entries(membersOf(changes)).map(([column, change]) => {
    const { from, to } = membersOf(change)
    return `${column} ${textOf(from) || 'empty'} → ${textOf(to) || 'empty'}`
  })
}

function textOf(value: Json | undefined): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function membersOf(value: Json | undefined): { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: Json })
    : {}
}
