import type { JobLook, QueueLook } from './spooler.ts'

/** `PRINTER_STATUS_…` of winspool.h. */
const PRINTER = {
  paused: 0x1,
  error: 0x2,
  pendingDeletion: 0x4,
  paperJam: 0x8,
  paperOut: 0x10,
  paperProblem: 0x40,
  offline: 0x80,
  notAvailable: 0x1000,
  userIntervention: 0x10_0000,
  doorOpen: 0x40_0000,
  serverUnknown: 0x80_0000
} as const

/** `PRINTER_ATTRIBUTE_WORK_OFFLINE` of winspool.h: somebody told the queue to keep its jobs. */
const WORKS_OFFLINE = 0x400

/** `JOB_STATUS_…` of winspool.h. */
const JOB = {
  paused: 0x1,
  error: 0x2,
  deleting: 0x4,
  printing: 0x10,
  offline: 0x20,
  paperOut: 0x40,
  printed: 0x80,
  deleted: 0x100,
  blocked: 0x200,
  userIntervention: 0x400,
  complete: 0x1000
} as const

const FAULTS: readonly (readonly [number, string])[] = [
  [PRINTER.paperOut, 'paper out'],
  [PRINTER.paperJam, 'paper jam'],
  [PRINTER.paperProblem, 'something with the paper'],
  [PRINTER.doorOpen, 'cover open'],
  [PRINTER.userIntervention, 'somebody has to look'],
  [PRINTER.error, 'an error']
]

/** Many drivers say what is wrong with the printer of a job alone. */
const JOB_FAULTS: readonly (readonly [number, string])[] = [
  [JOB.paperOut, 'paper out'],
  [JOB.userIntervention, 'somebody has to look'],
  [JOB.blocked, 'its driver cannot print the label'],
  [JOB.error, 'an error']
]

/** In its way: such a job may have been taken out in place of being printed. */
const HELD_UP =
  JOB.paused | JOB.error | JOB.deleting | JOB.offline | JOB.paperOut | JOB.deleted | JOB.blocked | JOB.userIntervention

export interface WindowsQueue {
  /** `PRINTER_STATUS_…` */
  readonly status: number
  /** `PRINTER_ATTRIBUTE_…` */
  readonly attributes: number
  /** `JOB_STATUS_…` of each job that is not done. */
  readonly jobs: readonly number[]
}

/** What a queue of Windows says of itself and of its jobs, as the numbers that `GetPrinter` and `GetJob` give. */
export function explainWindowsQueue(queue: string, { status, attributes, jobs }: WindowsQueue): QueueLook {
  const job = jobs.reduce((all, each) => all | each, 0)
  const has = (bits: number): boolean => (status & bits) !== 0
  if (has(PRINTER.paused) || (job & JOB.paused) !== 0) {
    return trouble(
      'stopped',
      `The print queue ${queue} ${has(PRINTER.paused) ? 'is paused' : 'has a paused job'}. Let it go on in the printer settings of Windows; the labels wait.`
    )
  }
  if (has(PRINTER.pendingDeletion)) {
    return trouble(
      'refusing',
      `The print queue ${queue} is being deleted and takes no jobs. Choose another one in Settings.`
    )
  }
  if ((attributes & WORKS_OFFLINE) !== 0) {
    return trouble(
      'stopped',
      `The print queue ${queue} is used offline and keeps its jobs. Untick “Use Printer Offline” in its window; the labels wait.`
    )
  }
  if (has(PRINTER.offline | PRINTER.notAvailable | PRINTER.serverUnknown) || (job & JOB.offline) !== 0) {
    return trouble(
      'printer-unreachable',
      `The print queue ${queue} does not reach its printer. Switch the printer on and check its cable; the queue goes on by itself.`
    )
  }
  const fault = FAULTS.find(([bit]) => has(bit))?.[1] ?? JOB_FAULTS.find(([bit]) => (job & bit) !== 0)?.[1]
  return fault === undefined
    ? { kind: 'ready' }
    : trouble(
        'printer-fault',
        `The print queue ${queue} says that its printer stopped: ${fault}. See to the printer; the queue goes on by itself.`
      )
}

/**
 * What is known of a job by its number of states, null where the queue has it no more, and by the one before.
 *
 * Windows forgets a job that it has handed on, and one that was taken out: which of them it was only shows in how the
 * job stood before.
 */
export function windowsJobLook(status: number | null, before: number | undefined): JobLook {
  if (status === null) return before !== undefined && (before & HELD_UP) !== 0 ? 'forgotten' : 'handed-on'
  if ((status & (JOB.printed | JOB.complete)) !== 0) return 'handed-on'
  if ((status & (JOB.deleting | JOB.deleted)) !== 0) return 'broken-off'
  return (status & JOB.printing) !== 0 ? 'under-way' : 'waiting'
}

function trouble(kind: Extract<QueueLook, { kind: 'trouble' }>['trouble'], message: string): QueueLook {
  return { kind: 'trouble', trouble: kind, message }
}
