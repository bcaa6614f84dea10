import { performance } from 'node:perf_hooks'
import Database from 'better-sqlite3'

/** When a transaction began to write and when it was on disk, in milliseconds of `performance.now()`. */
export interface WatchedCommit {
  readonly wrote: number
  readonly onDisk: number
}

export interface WatchedCommits {
  /** Those of what `work` does, in order. */
  of(work: () => void): readonly WatchedCommit[]
  close(): void
}

/** Watches the transactions of this process from outside, so that the station runs as it always does. */
export function watchCommits(): WatchedCommits {
  const scratch = new Database(':memory:')
  const prototype = Object.getPrototypeOf(scratch.prepare('SELECT 1')) as object
  scratch.close()
  const run = Reflect.get(prototype, 'run') as (...values: unknown[]) => unknown
  let commits: WatchedCommit[] = []
  let wrote: number | undefined
  Reflect.set(prototype, 'run', function (this: { readonly source: string }, ...values: unknown[]): unknown {
    if (this.source.startsWith('BEGIN')) wrote = undefined
    else wrote ??= performance.now()
    const result = run.apply(this, values)
    if (this.source === 'COMMIT') commits.push({ wrote: wrote ?? 0, onDisk: performance.now() })
    return result
  })
  return {
    of(work) {
      commits = []
      work()
      return commits
    },
    close: () => void Reflect.set(prototype, 'run', run)
  }
}
