import type { Day } from '../clock.ts'
import { codeProblem } from '../code.ts'
import type { LabelField } from './label-field.ts'
import { readDataField, splitDataIdentifier } from './mh10.ts'

/**
 * Reads a text as a bar code of one field with its data identifier, `1PXAF4444` or `Q250`, as makers print them in rows.
 *
 * Absent where it cannot be one: the identifier must be assigned and the value what it asks for, a code where it is a
 * text. That it can be one is no proof, since a part number or a serial may look just like it.
 */
export function readSingleField(text: string, today: Day): LabelField | undefined {
  const split = splitDataIdentifier(text)
  if (split === undefined || split.value.trim() === '' || text !== `${split.identifier}${split.value}`) return undefined
  const field = readDataField(text, today)
  if (field === undefined || field.meaning === 'unknown' || field.content.kind === 'invalid') return undefined
  return codeProblem(field.value) === undefined ? field : undefined
}
