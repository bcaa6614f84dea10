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

/** In its way: such a job may have been taken out in place of being printed. */
const HELD_UP =
  JOB.paused | JOB.error | JOB.deleting | JOB.offline | JOB.paperOut | JOB.deleted | JOB.blocked | JOB.userIntervention

/** What a queue of Windows says of itself, as the number that `GetPrinter` gives. */
export function explainWindowsQueue(queue: string, status: number): QueueLook {
  const has = (bits: number): boolean => (status & bits) !== 0
  if (has(PRINTER.paused)) {
    return trouble(
      'stopped',
      `The print queue ${queue} is paused. Let it go on in the printer settings of Windows; the labels wait.`
    )
  }
  if (has(PRINTER.pendingDeletion)) {
    return trouble(
      'refusing',
      `The print queue ${queue} is being deleted and takes no jobs. Choose another one in Settings.`
    )
  }
  if (has(PRINTER.offline | PRINTER.notAvailable | PRINTER.serverUnknown)) {
    return trouble(
      'printer-unreachable',
      `The print queue ${queue} does not reach its printer. Switch the printer on and check its cable; the queue goes on by itself.`
    )
  }
  const fault = FAULTS.find(([bit]) => has(bit))?.[1]
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
