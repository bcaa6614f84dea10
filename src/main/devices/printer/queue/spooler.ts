import type { QueueTrouble } from '../printer-state.ts'

/** How a print queue stands. `message` says why and what to do. */
export type QueueLook =
  { readonly kind: 'ready' } | { readonly kind: 'trouble'; readonly trouble: QueueTrouble; readonly message: string }

/** How one job of a print queue stands, as far as the queue knows. */
export type JobLook =
  /** It was not begun. */
  | 'waiting'
  | 'under-way'
  /** Everything was handed on; to whom, and whether paper came of it, the queue does not know. */
  | 'handed-on'
  /** It was taken out before it was begun. */
  | 'never-begun'
  /** It was given up after it was begun. */
  | 'broken-off'
  /** The queue remembers no such job. */
  | 'forgotten'

/**
 * The program of the system that keeps print queues.
 *
 * Each rejects with a `StationError` `printer-unreachable` when it does not answer.
 */
export interface Spooler {
  /** The names of the queues that there are. */
  queues(): Promise<readonly string[]>
  /** `trouble` for a queue that is not there, and for a spooler that does not answer. Never rejects. */
  lookAtQueue(queue: string): Promise<QueueLook>
  /**
   * Puts bytes into a queue as they are, as a job of its own, and resolves with the job's number.
   *
   * Where `details.handedOver` of the error is false, the queue has nothing of it; else nobody knows.
   */
  submit(queue: string, title: string, bytes: Uint8Array): Promise<number>
  lookAtJob(queue: string, job: number): Promise<JobLook>
  /** Gives up what it waits for. To be called when no printer uses it any more. */
  close(): void
}
