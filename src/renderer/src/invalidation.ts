import type { QueryClient } from '@tanstack/react-query'
import type { Topic } from '../../ipc/contract.ts'

/** First parts of query keys: a query is named after what it reads. */
export type QueryRoot =
  | 'status'
  | 'receiving'
  | 'orders'
  | 'receipts'
  | 'labels'
  | 'inventory'
  | 'counts'
  | 'parts'
  | 'boms'
  | 'numbers'
  | 'runs'
  | 'issues'
  | 'formats'
  | 'trace'
  | 'operators'
  | 'settings'
  | 'journal'
  | 'calibration'

const READERS: Readonly<Record<Topic, readonly QueryRoot[]>> = {
  receiving: ['receiving', 'status'],
  orders: ['orders', 'receipts', 'receiving'],
  labels: ['labels', 'trace', 'status'],
  inventory: ['inventory', 'trace', 'issues', 'numbers'],
  counts: ['counts'],
  parts: ['parts', 'boms', 'trace', 'numbers'],
  boms: ['boms', 'runs', 'trace'],
  runs: ['runs', 'trace'],
  // A hold shows wherever the thing does.
  issues: ['issues', 'inventory', 'trace', 'receiving'],
  formats: ['formats', 'receiving'],
  operators: ['operators', 'status'],
  settings: ['settings', 'status'],
  calibration: ['calibration', 'settings']
}

/** Which queries read what has changed. */
export function readersOf(topics: readonly Topic[]): readonly QueryRoot[] {
  return [...new Set(topics.flatMap((topic) => READERS[topic]))]
}

/** How long what shows every scan stands still between two refreshes, so that a burst of scans is not held up by being shown. */
const PAUSES_MS: Partial<Readonly<Record<QueryRoot, number>>> = { journal: 250 }

/**
 * Refreshes each kind of query once at a time; what changes meanwhile is refreshed once more after it.
 *
 * A printer that works through a thousand labels tells of a thousand changes: asking again for each would cancel the
 * answer that is under way, over and over, and the screen would stand still until the last label was out.
 */
export function createRefresher(refresh: (root: QueryRoot) => Promise<void>): (roots: readonly QueryRoot[]) => void {
  const stale = new Set<QueryRoot>()
  const running = new Set<QueryRoot>()

  async function run(root: QueryRoot): Promise<void> {
    running.add(root)
    while (stale.delete(root)) {
      // A failed refresh is shown by the query that failed; the next change asks again.
      await refresh(root).catch(() => undefined)
      const pauseMs = PAUSES_MS[root]
      if (pauseMs !== undefined) await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
    running.delete(root)
  }

  return (roots) => {
    for (const root of roots) {
      stale.add(root)
      if (!running.has(root)) void run(root)
    }
  }
}

export function refreshWith(queries: QueryClient): (root: QueryRoot) => Promise<void> {
  return (root) => queries.invalidateQueries({ queryKey: [root] })
}
