import { describe, expect, it } from 'vitest'
import { createRefresher, readersOf } from '../../src/renderer/src/invalidation.ts'
import type { QueryRoot } from '../../src/renderer/src/invalidation.ts'

describe('what has changed', () => {
  it('refreshes whoever reads it, once each', () => {
    expect(readersOf(['labels', 'inventory'])).toEqual(['labels', 'trace', 'status', 'inventory', 'issues', 'numbers'])
  })

  it('refreshes at once, then once more for all that changes meanwhile', async () => {
    const refreshes = heldRefreshes()
    const refresh = createRefresher(refreshes.refresh)
    refresh(['labels'])
    for (let change = 0; change < 1000; change++) refresh(['labels'])
    expect(refreshes.begun).toEqual(['labels'])
    await refreshes.finish()
    expect(refreshes.begun).toEqual(['labels', 'labels'])
    await refreshes.finish()
    expect(refreshes.begun).toEqual(['labels', 'labels'])
  })

  it('does not let a slow answer hold up others', () => {
    const refreshes = heldRefreshes()
    const refresh = createRefresher(refreshes.refresh)
    refresh(['inventory'])
    refresh(['receiving'])
    expect(refreshes.begun).toEqual(['inventory', 'receiving'])
  })

  it('goes on after a refresh that failed', async () => {
    const begun: QueryRoot[] = []
    const refresh = createRefresher((root) => {
      begun.push(root)
      return Promise.reject(new Error('no answer'))
    })
    refresh(['status'])
    await settled()
    refresh(['status'])
    expect(begun).toEqual(['status', 'status'])
  })
})

/** Refreshes that go on until they are told to finish. */
function heldRefreshes() {
  const begun: QueryRoot[] = []
  let waiting: (() => void)[] = []
  return {
    begun,
    refresh: (root: QueryRoot): Promise<void> => {
      begun.push(root)
      return new Promise((resolve) => waiting.push(resolve))
    },
    finish: async (): Promise<void> => {
      const finished = waiting
      waiting = []
      for (const resolve of finished) resolve()
      await settled()
    }
  }
}

/** After all promises that can settle now have settled. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
