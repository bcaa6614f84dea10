import type { CertainReading } from '../barcode/reading.ts'
import type { FieldMeaning, LabelField } from '../barcode/label-field.ts'
import { buildSupplierLabel } from '../barcode/supplier-label.ts'
import { habitOf, withHabit } from '../receiving/bar-habit.ts'
import type { Answer, Refusal } from './answer.ts'
import { askChoice, type Candidate } from './choose.ts'
import type { StationDirectory } from './directory.ts'
import type { Session } from './session.ts'

type Decide = (session: Session, reading: CertainReading, directory: StationDirectory) => Answer

/** What a receiving line can use. */
const USED: readonly FieldMeaning[] = [
  'part-number',
  'supplier-part-number',
  'serial',
  'lot',
  'supplier-lot',
  'quantity',
  'expiry'
]

/** The text is nothing that is wanted here, so that its field may be. A duplicate, for instance, is one all the same. */
const NOT_WANTED: readonly Refusal[] = ['unknown-code', 'wrong-kind', 'mask', 'bad-code', 'lot-taken']

/** The field names a part that is known, so that its refusal says more than that the text is unknown. */
const TELLING: readonly Refusal[] = ['not-on-order', 'wrong-part', 'line-received', 'over-receipt']

/**
 * A text that can be a bar code of one field with its identifier, while goods are received.
 *
 * What the station knows decides: a reading that the order, the line or the mask refuses is none. Where both would do,
 * bars of one label are made alike: the clerk is asked once for each line, and the answer holds for the line. With
 * nothing to tell, an identifier of a letter alone is part of the text, since serials begin with S as often as not.
 */
export function decideSingleField(
  session: Session,
  text: string,
  field: LabelField,
  directory: StationDirectory,
  decide: Decide
): Answer {
  const bare: CertainReading = { kind: 'text', text }
  const label: CertainReading = { kind: 'supplier-label', label: buildSupplierLabel('single-field', [field]) }
  const beginsWithDigit = /^\d/.test(field.identifier)
  const isUsed = USED.includes(field.meaning)
  const habit = habitOf(session)
  const isReceiving = session.at.kind === 'receipt' || session.at.kind === 'line'
  if (!isReceiving || habit === 'bare' || !(isUsed || beginsWithDigit)) return decide(session, bare, directory)
  if (habit === 'with-identifiers') return decide(session, label, directory)

  const asText = decide(session, bare, directory)
  if (asText.kind === 'accepted' && habit === undefined && !beginsWithDigit) return asText
  const asField = decide(session, label, directory)
  if (asText.kind === 'accepted' && asField.kind === 'accepted') {
    const candidates: readonly Candidate[] = [
      { reading: label, bars: 'with-identifiers', answer: asField },
      { reading: bare, bars: 'bare', answer: asText }
    ]
    return askChoice(session, candidates, directory)
  }
  if (asText.kind === 'accepted') return habit === 'seen' ? asField : asText
  if (asField.kind === 'accepted') return NOT_WANTED.includes(asText.reason) ? withHabit(asField, 'seen') : asText
  return habit === 'seen' || (asText.reason === 'unknown-code' && TELLING.includes(asField.reason)) ? asField : asText
}
