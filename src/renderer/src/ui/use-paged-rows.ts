import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { QueryRoot } from '../invalidation.ts'
import { PAGE_ROWS, pageNumbers, pagesOf } from './page-numbers.ts'

interface Page<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  /** Whether there are more rows than were counted. */
  readonly isMore?: boolean
}

export interface PagedRows<Row> {
  readonly total: number
  readonly isMore: boolean
  /** Absent while it is under way. */
  readonly rowAt: (index: number) => Row | undefined
  readonly onRange: (first: number, last: number) => void
  /** Which filter the rows belong to: while another is looked up, the last one's rows stay in sight. */
  readonly shownFilter: string
  readonly isLoaded: boolean
  readonly error: Error | null
  readonly retry: () => void
}

/** A long list of the station, asked for page by page as it comes into sight. */
export function usePagedRows<Row, Filter>(
  root: QueryRoot,
  filter: Filter,
  load: (filter: Filter, offset: number, limit: number) => Promise<Page<Row>>
): PagedRows<Row> {
  const [range, setRange] = useState({ from: 0, to: 0 })
  const pageQuery = (of: Filter, page: number) => ({
    queryKey: [root, 'page', of, page],
    queryFn: async () => ({ filter: of, page: await load(of, page * PAGE_ROWS, PAGE_ROWS) })
  })
  const head = useQuery({ ...pageQuery(filter, 0), placeholderData: keepPreviousData })
  const shown = head.data?.filter ?? filter
  const numbers = pageNumbers(range)
  const pages = useQueries({ queries: numbers.map((page) => pageQuery(shown, page)) })
  const firstPage = numbers[0] ?? 0

  const rowAt = (index: number): Row | undefined => {
    const page = Math.floor(index / PAGE_ROWS)
    const data = page === 0 ? head.data : pages[page - firstPage]?.data
    return data?.page.rows[index % PAGE_ROWS]
  }
  const onRange = useCallback((first: number, last: number) => {
    const next = pagesOf(first, last)
    // The same pages are the same state: to scroll within them changes nothing here.
    setRange((range) => (range.from === next.from && range.to === next.to ? range : next))
  }, [])
  return {
    total: head.data?.page.total ?? 0,
    isMore: head.data?.page.isMore ?? false,
    rowAt,
    onRange,
    shownFilter: JSON.stringify(shown),
    isLoaded: head.data !== undefined,
    error: head.error ?? pages.find(({ error }) => error !== null)?.error ?? null,
    retry: () => {
      void head.refetch()
      for (const page of pages) if (page.isError) void page.refetch()
    }
  }
}
