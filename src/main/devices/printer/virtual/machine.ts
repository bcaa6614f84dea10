import { StationError } from '../../../../core/errors.ts'
import type { Timers } from '../../timers.ts'
import type { MachineCondition, MachineStatus } from './host-replies.ts'
import { copiesOf } from './label-name.ts'
import type { Paper } from './paper.ts'

/** The part of a printer that prints: its buffer, what stops it, and its pace. */
export interface Machine {
  /** Takes a whole format into the buffer, and prints it when its turn comes. */
  take(format: Uint8Array): void
  /** Forgets the formats that wait; the label being printed is finished. */
  cancelWaiting(): void
  /** Sets or clears what keeps it from printing. */
  setCondition(condition: MachineCondition, present: boolean): void
  /** How it stands; `partialFormat` is known to whoever splits the stream. */
  status(partialFormat: boolean): MachineStatus
  hasRoom(): boolean
  /** Resolves when nothing waits and nothing moves. Waits for as long as a condition stops the machine. */
  idle(): Promise<void>
  stop(): void
}

export interface MachineSettings {
  readonly paper: Paper
  readonly labelLengthDots: number
  /** How long a label is under way before it counts; 0 for one that is out at once. */
  readonly labelMs: number
  readonly bufferBytes: number
  readonly timers: Timers
  /** Told when there is room in the buffer again. */
  readonly onRoom: () => void
  /** Told once when labels can no longer be put on paper, with the reason. */
  readonly onPaperProblem: (problem: StationError) => void
}

export function createMachine(settings: MachineSettings): Machine {
  const { paper, labelLengthDots, labelMs, bufferBytes, timers } = settings
  const conditions = new Set<MachineCondition>()
  const waiting: Uint8Array[] = []
  const idleWaiters: (() => void)[] = []
  let waitingBytes = 0
  let callOff: (() => void) | undefined
  let paperFailed = false

  function printWaiting(): void {
    while (!callOff && conditions.size === 0) {
      const format = waiting.shift()
      if (!format) break
      const wasFull = !hasRoom()
      waitingBytes -= format.length
      print(format)
      if (wasFull && hasRoom()) settings.onRoom()
    }
    if (waiting.length === 0 && !callOff) for (const resolve of idleWaiters.splice(0)) resolve()
  }

  function print(format: Uint8Array): void {
    const copies = copiesOf(format)
    if (copies === 0) return
    if (labelMs === 0) {
      putOnPaper(format, copies)
      return
    }
    callOff = timers.after(labelMs * copies, () => {
      callOff = undefined
      putOnPaper(format, copies)
      printWaiting()
    })
  }

  function putOnPaper(format: Uint8Array, copies: number): void {
    try {
      paper.print(format, copies)
      paperFailed = false
    } catch (error) {
      if (!(error instanceof StationError)) throw error
      // A folder that cannot be written to is this printer's way of being out of paper.
      waiting.unshift(format)
      waitingBytes += format.length
      conditions.add('paper-out')
      if (!paperFailed) settings.onPaperProblem(error)
      paperFailed = true
    }
  }

  function hasRoom(): boolean {
    return waitingBytes < bufferBytes
  }

  return {
    take: (format) => {
      waiting.push(format)
      waitingBytes += format.length
      printWaiting()
    },
    cancelWaiting: () => {
      waiting.length = 0
      waitingBytes = 0
      settings.onRoom()
    },
    setCondition: (condition, present) => {
      if (present) conditions.add(condition)
      else conditions.delete(condition)
      printWaiting()
    },
    status: (partialFormat) => {
      if (paperFailed) {
        conditions.delete('paper-out')
        printWaiting()
      }
      return {
        conditions,
        partialFormat,
        bufferFull: !hasRoom(),
        formatsWaiting: waiting.length,
        labelsRemaining: 0,
        labelLengthDots,
        totalLabelCount: paper.totalLabelCount()
      }
    },
    hasRoom,
    idle: () =>
      waiting.length === 0 && !callOff ? Promise.resolve() : new Promise((resolve) => idleWaiters.push(resolve)),
    stop: () => {
      callOff?.()
      callOff = undefined
      waiting.length = 0
      for (const resolve of idleWaiters.splice(0)) resolve()
    }
  }
}
