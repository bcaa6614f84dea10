import { Failure } from './failure.tsx'
import type { PagedRows } from './use-paged-rows.ts'
import { VirtualTable } from './virtual-table.tsx'
import type { VirtualTableProps } from './virtual-table.tsx'

type TableProps<Row> = Omit<VirtualTableProps<Row>, 'count' | 'rowAt' | 'onRange' | 'resetKey'>

export interface PagedTableProps<Row> extends TableProps<Row> {
  readonly rows: PagedRows<Row>
  /** What is said where they cannot be read, as in `The parts could not be read`. */
  readonly failure: string
  /** Inside a dialog or a panel, which has its own margins. */
  readonly inline?: boolean
}

/** A list that the station is asked for page by page: nothing until its first page is there. */
export function PagedTable<Row>({ rows, failure, inline = false, ...table }: PagedTableProps<Row>) {
  return (
    <>
      {rows.error && <Failure inline={inline} what={failure} error={rows.error} onRetry={rows.retry} />}
      {rows.isLoaded && (
        <VirtualTable
          {...table}
          count={rows.total}
          rowAt={rows.rowAt}
          onRange={rows.onRange}
          resetKey={rows.shownFilter}
        />
      )}
    </>
  )
}
