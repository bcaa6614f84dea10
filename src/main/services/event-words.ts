import type { Json } from '../../core/event.ts'
import type { TraceEvent } from '../../core/trace/history.ts'
import { atRevision } from '../../core/words.ts'
import { countEventInWords } from './counts/event-words.ts'
import { assemblyEventInWords } from './assembly/event-words.ts'
import { itemsOf, membersOf, textOf, type EventData } from './event-data.ts'
import { formatEventInWords } from './teaching/event-words.ts'
import { issueEventInWords } from './quality/event-words.ts'

/** An event as a sentence for the time line. An event that is not known is shown by its name. */
export function eventInWords({ event, data }: Pick<TraceEvent, 'event' | 'data'>): string {
  const text = (key: string): string => textOf(data[key])
  // It happened to what the unit was in at the time, and so to the unit.
  if (text('inside') !== '') {
    const { inside: _, ...rest } = data
    return `Inside ${text('inside')}: ${eventInWords({ event, data: rest })}`
  }
  const from = `from ${text('supplier')} on order ${text('order')}, receipt ${text('receipt')}, at ${text('location')}`
  switch (event) {
    case 'unit-received':
      return `Unit ${text('serial')}${text('lot') === '' ? '' : ` of lot ${text('lot')}`} received ${from}${ofSupplier(data)}`
    case 'lot-received':
    case 'count-received':
      return `${whatOf(data)} received ${from}${ofSupplier(data)}`
    case 'stock-moved':
      return `${whatOf(data)} moved from ${text('from')} to ${text('to')}`
    case 'stock-consumed':
    case 'stock-scrapped':
    case 'stock-archived':
      return `${whatOf(data)} ${event.slice('stock-'.length)} at ${text('location')}: ${text('reason')}`
    case 'label-reprinted':
      return `Label ${text('label')} printed again as copy ${text('copy')}: ${text('reason')}`
    case 'torn-labels-destroyed':
      return 'Torn halves of labels destroyed'
    case 'label-brought-back':
      return `Label ${text('label')} copy ${text('copy')} brought back to be destroyed`
    case 'label-printed':
    case 'label-verified':
    case 'label-failed':
    case 'label-unknown':
    case 'label-void':
      return labelOutcomeInWords(event, data)
    case 'receipt-opened':
      return `Receipt ${text('receipt')} opened for order ${text('order')}`
    case 'receipt-closed':
      return `Receipt ${text('receipt')} closed`
    case 'receipt-reversed':
      return `${text('quantity')} ${text('unit')}${text('lot') === '' ? '' : ` of lot ${text('lot')}`} of receipt ${text('receipt')} taken back: ${text('reason')}`
    case 'approval-given':
      return `Approved for ${text('clerk')}: ${text('what')}`
    case 'operator-signed-in':
      return `${text('name')} signed in as ${text('role')}`
    case 'operator-signed-out':
      return `${text('name')} signed out`
    case 'scans-removed':
      return `${text('scans')} ${text('scans') === '1' ? 'scan' : 'scans'} from ${text('from').slice(0, DAY)} to ${text('to').slice(0, DAY)} removed from the journal, which keeps ${text('keep_days')} days`
    case 'part-tracking-changed':
      return `Part ${text('part_number')} tracked as ${text('to')} from now on, before as ${text('from')}`
    case 'numbering-changed':
      return numberingInWords(data)
    case 'store-restored':
      return `Restored from a backup, ${text('backup')}, that knew everything until ${text('known_until')}`
    case 'part-changed':
      return `Part ${text('part_number')} changed by an import: ${changesInWords(data)}`
    case 'bom-changed':
      return `Bill of materials of ${atRevision({ partNumber: text('part_number'), revision: text('revision') })} changed: ${billInWords(data)}`
    case 'run-changed':
      return `Run ${text('run')} changed by an import: ${changed(data.changes).join('; ')}`
    default:
      return (
        assemblyEventInWords(event, data) ??
        countEventInWords(event, data) ??
        issueEventInWords(event, data) ??
        formatEventInWords(event, data) ??
        event.replaceAll('-', ' ')
      )
  }
}

const DAY = 'YYYY-MM-DD'.length

function ofSupplier(data: EventData): string {
  const lot = textOf(data.supplier_lot)
  return lot === '' ? '' : `; supplier’s lot ${lot}`
}

function labelOutcomeInWords(event: string, data: EventData): string {
  const label = `Label ${textOf(data.label)} copy ${textOf(data.copy)}`
  const because = textOf(data.words) === '' ? '' : `: ${textOf(data.words)}`
  switch (event) {
    case 'label-printed':
      return `${label} printed on ${textOf(data.printer)}`
    case 'label-verified':
      return `${label} scanned back`
    case 'label-failed':
      return `${label} did not come out of ${textOf(data.printer)}${because}`
    case 'label-unknown':
      return `${label}: nobody knows whether it came out of ${textOf(data.printer)}${because}`
    default:
      return `${label} is no longer valid${because}`
  }
}

/** `Unit S-1`, `2.5 m of lot L1`, `20 pcs`. */
function whatOf(data: EventData): string {
  const serial = textOf(data.serial)
  if (serial !== '') return `Unit ${serial}`
  const lot = textOf(data.lot)
  return `${textOf(data.quantity)} ${textOf(data.unit)}`.trim() + (lot === '' ? '' : ` of lot ${lot}`)
}

/** `Serials of HSG-1180 B numbered H-{####} from now on, before HSG-{####}`. */
function numberingInWords({ part_number, revision, numbers, from, to }: EventData): string {
  const part = atRevision({ partNumber: textOf(part_number), revision: textOf(revision) })
  const pattern = (kept: Json | undefined) => textOf(kept) || 'by the supplier alone'
  return `${textOf(numbers) === 'serial' ? 'Serials' : 'Lots'} of ${part} numbered ${pattern(to)} from now on, before ${pattern(from)}`
}

/** `unit pcs → kg; revision B: description Bracket → Motor bracket`. */
function changesInWords({ changes, revisions }: EventData): string {
  const ofRevisions = Object.entries(membersOf(revisions)).flatMap(([revision, each]) =>
    changed(each).map((words) => (revision === '' ? words : `revision ${revision}: ${words}`))
  )
  return [...changed(changes), ...ofRevisions].join('; ')
}

/** `4 ARM added; 0.5 CABLE removed; SCREW quantity 3 → 4`. */
function billInWords({ added, changed: changes, removed }: EventData): string {
  const lines = (list: Json | undefined, what: string) =>
    itemsOf(list).map((line) => {
      const { component, component_revision, quantity } = membersOf(line)
      return `${textOf(quantity)} ${atRevision({ partNumber: textOf(component), revision: textOf(component_revision) })} ${what}`
    })
  const ofLines = Object.entries(membersOf(changes)).map(
    ([component, each]) => `${component} ${changed(each).join(', ')}`
  )
  const all = [...lines(added, 'added'), ...lines(removed, 'removed'), ...ofLines]
  const more = all.length > NAMED_LINES ? [`and ${all.length - NAMED_LINES} more`] : []
  return [...all.slice(0, NAMED_LINES), ...more].join('; ')
}

/** A sentence names so many lines of a bill; the event has them all. */
const NAMED_LINES = 12

function changed(changes: Json | undefined): readonly string[] {
  return Object.entries(membersOf(changes)).map(([column, change]) => {
    const { from, to } = membersOf(change)
    return `${column} ${textOf(from) || 'empty'} → ${textOf(to) || 'empty'}`
  })
}
