import { CloseButton, Select, TextInput } from '@mantine/core'
import { MAX_CODE_LENGTH } from '../../../../core/code.ts'
import { useStatus } from '../../station-queries.ts'
import classes from './facet-fields.module.css'

/** What the list is narrowed to, as typed; empty for any. */
export interface Facets {
  readonly order: string
  readonly part: string
  readonly printer: string
}

export const ANY: Facets = { order: '', part: '', printer: '' }

/** As the station is asked. */
export function facetsOf({ order, part, printer }: Facets) {
  return { order: order.trim() || null, part: part.trim() || null, printer: printer || null }
}

export interface FacetFieldsProps {
  readonly facets: Facets
  readonly onChange: (facets: Facets) => void
}

/** Narrows the list to an order, a part or a printer: each exactly as it is called. */
export function FacetFields({ facets, onChange }: FacetFieldsProps) {
  const printers = useStatus().data?.printers.map(({ id }) => id) ?? []
  const change = (change: Partial<Facets>) => {
    const next = { ...facets, ...change }
    onChange(Object.values(next).every((value) => value === '') ? ANY : next)
  }
  return (
    <div className={classes.fields} role="group" aria-label="Only labels of">
      <TextInput
        aria-label="Order"
        placeholder="Order"
        value={facets.order}
        onChange={(event) => change({ order: event.currentTarget.value })}
        maxLength={MAX_CODE_LENGTH}
        spellCheck={false}
      />
      <TextInput
        aria-label="Part"
        placeholder="Part"
        value={facets.part}
        onChange={(event) => change({ part: event.currentTarget.value })}
        maxLength={MAX_CODE_LENGTH}
        spellCheck={false}
      />
      <Select
        aria-label="Printer"
        placeholder="Printer"
        clearable
        data={[...new Set([...printers, ...(facets.printer === '' ? [] : [facets.printer])])]}
        value={facets.printer === '' ? null : facets.printer}
        onChange={(printer) => change({ printer: printer ?? '' })}
      />
      {facets !== ANY && <CloseButton aria-label="All orders, parts and printers" onClick={() => onChange(ANY)} />}
    </div>
  )
}
