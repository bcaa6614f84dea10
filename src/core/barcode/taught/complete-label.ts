import type { Day } from '../../clock.ts'
import type { FieldMeaning, LabelField } from '../label-field.ts'
import { buildSupplierLabel } from '../supplier-label.ts'
import type { LabelWarning, SupplierLabel } from '../supplier-label.ts'
import { readTaughtField } from './read-taught.ts'
import type { TaughtFormat } from './taught-format.ts'

/** What is said of fields again whenever a label is put together. */
const OF_FIELDS: readonly LabelWarning['kind'][] = ['invalid', 'repeated', 'conflict']

/** Whether a field has an identifier of its own that no standard gives a use here: it may be taught. */
export function isOpenField({ identifier, meaning }: LabelField): boolean {
  return identifier !== '' && (meaning === 'unknown' || meaning === 'other')
}

/**
 * A label of a standard with what was taught of its identifiers that the standard leaves open.
 *
 * Nothing that the label says by itself becomes another: a field that is understood stays as it is, and a meaning that
 * the label has already is not given a second time. An identifier that is there twice gets its meaning twice, so that
 * what it says can be seen to differ.
 */
export function completeLabel(label: SupplierLabel, formats: readonly TaughtFormat[], today: Day): SupplierLabel {
  const said = new Set(label.fields.filter((field) => !isOpenField(field)).map(({ meaning }) => thingOf(meaning)))
  const given = new Map<FieldMeaning, string>()
  let format: string | undefined
  const fields = label.fields.map((field) => {
    if (!isOpenField(field)) return field
    for (const { name, layout } of formats) {
      const taught =
        layout.kind === 'identifiers' ? layout.fields.find(({ mark }) => mark === field.identifier) : undefined
      if (taught === undefined) continue
      const thing = thingOf(taught.field.meaning)
      if (said.has(thing) || (given.get(thing) ?? field.identifier) !== field.identifier) continue
      const read = readTaughtField(name, taught.field, field.value, today)
      if (read.content.kind === 'invalid') continue
      given.set(thing, field.identifier)
      format = name
      return read
    }
    return field
  })
  if (format === undefined) return label
  const warnings = label.warnings.filter(({ kind }) => !OF_FIELDS.includes(kind))
  return { ...buildSupplierLabel(label.source, fields, warnings), format }
}

/** Whoever has assigned it, a label has one lot. */
function thingOf(meaning: FieldMeaning): FieldMeaning {
  return meaning === 'lot' ? 'supplier-lot' : meaning
}
