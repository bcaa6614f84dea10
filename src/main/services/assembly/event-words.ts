import { atRevision } from '../../../core/words.ts'
import { textOf, type EventData } from '../event-data.ts'

/** An event of a run as a sentence for the time line; absent for an event of another kind. */
export function assemblyEventInWords(event: string, data: EventData): string | undefined {
  const text = (key: string): string => textOf(data[key])
  switch (event) {
    case 'run-started': {
      const part = `${text('quantity')} ${text('unit')} ${atRevision({ partNumber: text('part_number'), revision: text('revision') })}`
      const [first, last, lot] = [text('first_serial'), text('last_serial'), text('lot')]
      const numbers =
        first !== '' ? `, ${first === last ? first : `${first} to ${last}`}` : lot !== '' ? `, lot ${lot}` : ''
      return `Run ${text('run')} started: ${part}${numbers}`
    }
    case 'build-started':
      return `${productOf(data)} begun${insideOf(data)}, run ${text('run')}`
    case 'component-installed':
      return `${productOf(data)} installed in ${parentOf(data)}, run ${text('run')}, from ${text('location')}`
    case 'component-removed':
      return `${productOf(data)} taken out of ${parentOf(data)}, run ${text('run')}, and put at ${text('location')}: ${text('reason')}`
    case 'build-completed':
      return `${productOf(data)} completed, run ${text('run')}, at ${text('location')}${withoutOf(data)}`
    case 'build-divided':
      return `${text('quantity')} ${text('unit')} of ${productOf({ ...data, quantity: null, unit: null })} completed first, run ${text('run')}; ${text('rest')} ${text('unit')} go on`
    case 'run-completed':
      return `Run ${text('run')} complete`
    default:
      return undefined
  }
}

/** What is built, or what goes in: `Unit GB-1 (GEARBOX B)`, `4 kg of lot P-1 (PAINT)`, `20 pcs WASHER`. */
function productOf(data: EventData): string {
  const part = atRevision({ partNumber: textOf(data.part_number), revision: textOf(data.revision) })
  if (textOf(data.serial) !== '') return `Unit ${textOf(data.serial)} (${part})`
  const quantity = `${textOf(data.quantity)} ${textOf(data.unit)}`.trim()
  const amount = quantity === '' ? '' : `${quantity} `
  const lot = textOf(data.lot)
  return lot === '' ? `${amount}${part}` : `${amount === '' ? 'lot' : `${amount}of lot`} ${lot} (${part})`
}

function parentOf(data: EventData): string {
  const part = atRevision({ partNumber: textOf(data.parent_part_number), revision: textOf(data.parent_revision) })
  const [serial, lot] = [textOf(data.parent_serial), textOf(data.parent_lot)]
  if (serial !== '') return `${serial} (${part})`
  return lot === '' ? part : `lot ${lot} (${part})`
}

function insideOf(data: EventData): string {
  return textOf(data.parent_part_number) === '' ? '' : ` inside ${parentOf(data)}`
}

function withoutOf({ open, reason }: EventData): string {
  if (!Array.isArray(open) || open.length === 0) return ''
  const missing = (open as readonly EventData[]).map(
    (line) => `${textOf(line.missing)} ${textOf(line.unit)} ${textOf(line.component)}`
  )
  return `, without ${missing.join(', ')}: ${textOf(reason)}`
}
