import { textOf, type EventData } from '../event-data.ts'

/** An event of a count as a sentence for the time line; absent for an event of another kind. */
export function countEventInWords(event: string, data: EventData): string | undefined {
  const text = (key: string): string => textOf(data[key])
  const count = text('count')
  switch (event) {
    case 'stock-counted':
      return `${countedInWords(text)}${text('reason') === '' ? '' : `: ${text('reason')}`}${approvedBy(text('approved_by'))}`
    case 'count-started':
      return `Count ${count} begun at ${text('location')}`
    case 'count-extended':
      return `Count ${count} goes on at ${text('location')}`
    case 'count-place-left-out':
      return `${text('location')} taken out of count ${count}`
    case 'count-changed':
      return `Count ${count} is ${data.blind === true ? 'blind' : 'guided'} from now on`
    case 'count-posted':
      return `Count ${count} posted, ${text('differs')} differences: ${text('reason')}${approvedBy(text('approved_by'))}`
    case 'count-cancelled':
      return `Count ${count} thrown away: ${text('reason')}`
    case 'count-scheduled':
      return `Counting of ${text('of')} scheduled every ${text('every_days')} days`
    case 'count-unscheduled':
      return `Counting of ${text('of')} no longer scheduled`
    default:
      return undefined
  }
}

function countedInWords(text: (key: string) => string): string {
  const where = `at ${text('location')} in count ${text('count')}`
  const serial = text('serial')
  const lot = text('lot')
  const goods = serial === '' ? `${text('unit')}${lot === '' ? '' : ` of lot ${lot}`}` : `Unit ${serial}`
  const amount = serial === '' ? `${text('quantity').replace('-', '')} ${goods}` : goods
  switch (text('finding')) {
    case 'agrees':
      return `Counted ${where}, as expected`
    case 'found':
      return `${amount} found ${where}${text('became') === '' ? '' : `, before ${text('became')}`}`
    case 'missing':
      return `${amount} missing ${where}`
    case 'misplaced':
      return `${amount} found ${where}, not at ${text('from')}, and moved`
    case 'more':
      return `${text('counted')} ${goods} counted ${where}, ${text('quantity')} more than expected`
    case 'less':
      return `${text('counted')} ${goods} counted ${where}, ${text('quantity').replace('-', '')} less than expected`
    case 'installed':
      return `${goods} seen ${where}, though ${text('became')}`
    default:
      return `${goods} seen ${where}, still being built`
  }
}

function approvedBy(name: string): string {
  return name === '' ? '' : ` (approved by ${name})`
}
