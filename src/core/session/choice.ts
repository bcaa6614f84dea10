import type { CertainReading } from '../barcode/reading.ts'
import type { FieldContent } from '../barcode/label-field.ts'
import { formatQuantity } from '../quantity.ts'
import type { BarHabit, TaughtHabit } from '../receiving/capture.ts'

/** What a scan can mean, where it can mean several things: the likeliest first, for the clerk to choose. */
export interface ChoiceAsking {
  readonly kind: 'choice'
  readonly options: readonly ChoiceOption[]
}

export interface ChoiceOption {
  readonly reading: CertainReading
  /** What choosing this says of the other bars of the same label. */
  readonly bars?: BarHabit | TaughtHabit
}

/** One thing that a reading says, and the identifier that it comes from; empty where the text has none. */
export interface ReadingFact {
  readonly identifier: string
  readonly title: string
  readonly value: string
}

/** What a reading says, for whoever chooses between readings: fields that mean something, in the order of the label. */
export function factsOfReading(reading: CertainReading): readonly ReadingFact[] {
  switch (reading.kind) {
    case 'supplier-label':
      return reading.label.fields
        .filter(({ meaning, content }) => meaning !== 'other' && meaning !== 'unknown' && content.kind !== 'invalid')
        .map(({ identifier, title, value, content }) => ({ identifier, title, value: shownValue(content) ?? value }))
    case 'own-label':
      return [{ identifier: 'Z', title: 'Own label', value: reading.label.label }]
    case 'gtin':
    case 'text':
      return [{ identifier: '', title: 'As it stands', value: reading.text }]
    default:
      return []
  }
}

/** A date as a day and a quantity as a number, whatever way the label writes them. */
function shownValue(content: FieldContent): string | undefined {
  if (content.kind === 'day') return content.day
  return content.kind === 'quantity' ? formatQuantity(content.quantity) : undefined
}

/** What each option says that not all of them say: `BATCH/LOT 0329 (10), EXPIRY 2027-05-26 (17)`. */
export function describeOptions(options: readonly ChoiceOption[]): readonly string[] {
  const described = options.map(({ reading }) => factsOfReading(reading).map(describeFact))
  return described.map((facts) => facts.filter((fact) => described.some((others) => !others.includes(fact))).join(', '))
}

function describeFact({ identifier, title, value }: ReadingFact): string {
  return `${title} ${value}${identifier === '' ? '' : ` (${identifier})`}`
}
