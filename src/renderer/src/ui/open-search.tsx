import { SegmentedControl } from '@mantine/core'
import { SearchField } from './search-field.tsx'
import classes from './open-search.module.css'

export interface OpenSearchProps {
  /** What is looked for, as in `orders`. */
  readonly what: string
  /** By what it is found, as in `number or supplier`. */
  readonly by: string
  readonly search: string
  readonly onSearch: (search: string) => void
  readonly openOnly: boolean
  readonly onOpenOnly: (openOnly: boolean) => void
}

/** Above a list of work: a search, and whether what is done is listed too. */
export function OpenSearch({ what, by, search, onSearch, openOnly, onOpenOnly }: OpenSearchProps) {
  return (
    <div className={classes.tools}>
      <div className={classes.search}>
        <SearchField label={`Search ${what} by ${by}`} value={search} onChange={onSearch} />
      </div>
      <SegmentedControl
        aria-label={`Which ${what}`}
        size="md"
        transitionDuration={0}
        value={openOnly ? 'open' : 'all'}
        onChange={(value) => onOpenOnly(value === 'open')}
        data={[
          { value: 'open', label: 'Open' },
          { value: 'all', label: 'All' }
        ]}
      />
    </div>
  )
}
