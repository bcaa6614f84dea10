import type { FieldMeaning, LabelField } from './label-field.ts'
import { buildSupplierLabel, type SupplierLabel } from './supplier-label.ts'

/** What is kept of a label and can be only one thing. */
const SINGLE: readonly FieldMeaning[] = ['supplier-lot', 'lot', 'quantity', 'expiry']

/** As many as a clerk can choose from. */
const MOST = 9

/** The labels that were meant where one gives two values for one thing: one for each; the label alone where it does not. */
export function settled(label: SupplierLabel): readonly SupplierLabel[] {
  const labels = SINGLE.reduce<readonly SupplierLabel[]>(
    (all, meaning) => {
      return all.flatMap((each) => (each.warnings.some(isConflictOf(meaning)) ? withEach(each, meaning) : [each]))
    },
    [label]
  )
  return labels.length > MOST ? [label] : labels
}

function isConflictOf(meaning: FieldMeaning) {
  return (warning: SupplierLabel['warnings'][number]) => warning.kind === 'conflict' && warning.meaning === meaning
}

function withEach(label: SupplierLabel, meaning: FieldMeaning): readonly SupplierLabel[] {
  const isOf = (field: LabelField) => field.meaning === meaning && field.content.kind !== 'invalid'
  const values = new Set(label.fields.filter(isOf).map(contentOf))
  return [...values].map((value) => {
    const fields = label.fields.filter((field) => !isOf(field) || contentOf(field) === value)
    const found = label.warnings.filter(({ kind }) => kind !== 'invalid' && kind !== 'conflict' && kind !== 'repeated')
    const { format } = label
    return { ...buildSupplierLabel(label.source, fields, found), ...(format === undefined ? {} : { format }) }
  })
}

function contentOf({ content }: LabelField): string {
  return JSON.stringify(content)
}
