import type { Clock } from '../../../../core/clock.ts'
import { StationError } from '../../../../core/errors.ts'
import type { Timers } from '../../timers.ts'
import { createFormatBuffer, type Batch } from './format-buffer.ts'
import type { FormatOrders } from './format-orders.ts'
import { FAULTS, JAMS, type MachineCondition, type MachineStatus } from './host-replies.ts'
import { createLabelMotion, type Moving } from './label-motion.ts'
import { createPaperPath, type Supply } from './paper-path.ts'
import type { Paper } from './paper.ts'

/** The part of a printer that prints: its buffer, its paper path, what stops it, and its pace. */
export interface Machine {
  /** Takes a whole format into the buffer, and prints it when its turn comes. */
  take(format: Uint8Array, orders: FormatOrders): void
  /** Forgets the formats that wait and the rest of the batch in hand; a label that moves is finished. */
  cancelWaiting(): void
  /** Sets or clears what keeps it from printing. What stops it by force tears the label that is moving. */
  setCondition(condition: MachineCondition, present: boolean): void
  /** Puts in a new roll. `labels` is its length, which need not be whole; Infinity for one that never ends. */
  load(what: Supply, labels: number): void
  /** Moves one label's length of paper on without printing; the odometer does not count it. */
  feed(): void
  /** Does something when so many more labels have gone through: with 2.5, in the middle of the third from now. */
  afterLabels(labels: number, action: () => void): void
  /** Frozen, nothing moves and nothing is lost. */
  setFrozen(frozen: boolean): void
  /** Off: the label that moves is torn and never repeated, the buffer is lost. */
  setPower(on: boolean): void
  /** How it stands; `partialFormat` is known to whoever splits the stream. */
  status(partialFormat: boolean): MachineStatus
  hasRoom(): boolean
  /** Resolves when nothing waits and nothing moves. Waits for as long as a condition stops the machine. */
  idle(): Promise<void>
  stop(): void
}

export type MachineEvent =
  | { readonly kind: 'condition'; readonly condition: MachineCondition; readonly present: boolean }
  | { readonly kind: 'label-out' }
  | { readonly kind: 'batch-done' }

export interface MachineSettings {
  readonly paper: Paper
  readonly labelLengthDots: number
  /** How long a label is under way before it counts; 0 for one that is out at once. */
  readonly labelMs: number
  readonly bufferBytes: number
  /** Whether the odometer counts a label that was torn on its way: printers differ. */
  readonly countsTorn: boolean
  readonly timers: Timers
  readonly clock: Clock
  /** Told when there is room in the buffer again. */
  readonly onRoom: () => void
  readonly onEvent: (event: MachineEvent) => void
  /** Told once when labels can no longer be put on paper, with the reason. */
  readonly onPaperProblem: (problem: StationError) => void
}

export function createMachine(settings: MachineSettings): Machine {
  const { paper, labelLengthDots, labelMs, bufferBytes, countsTorn, timers, clock } = settings
  const conditions = new Set<MachineCondition>()
  const idleWaiters: (() => void)[] = []
  const path = createPaperPath()
  const buffer = createFormatBuffer(bufferBytes, settings.onRoom)
  const motion = createLabelMotion({ path, labelMs, timers, clock, onArrival: drive })
  let batch: Batch | undefined
  let moving: Moving | undefined
  /** When the label before was out, by the machine's own pace; the next one begins there where it was waiting. */
  let followsAtMs: number | undefined
  let repeatsInterrupted = true
  let frozen = false
  let powered = true
  let driving = false
  let paperFailed = false

  function drive(): void {
    if (driving) return
    driving = true
    while (advance());
    driving = false
    followsAtMs = undefined
    if (isIdle()) for (const resolve of idleWaiters.splice(0)) resolve()
  }

  /** Does what can be done now; false where time or a person has to come first. */
  function advance(): boolean {
    if (!powered || frozen) return false
    if (moving) return moving.fraction >= moving.nextFraction ? reach(moving) : false
    if (conditions.size > 0) return false
    const taken = (batch ??= buffer.next())
    if (!taken) return false
    const empty = path.empty(1)
    if (empty) {
      setCondition(emptyCondition(empty), true)
      return false
    }
    if (labelMs === 0 && taken.left > 1 && path.isEndless()) return putOut(taken, taken.left)
    begin()
    return true
  }

  function begin(): void {
    moving = motion.begin(followsAtMs ?? clock.now())
    followsAtMs = undefined
    path.runDue(0)
    if (moving) motion.goOn(moving)
  }

  /** The label has come as far as it was to come: something happens to it there, or it is out. */
  function reach(label: Moving): boolean {
    if (label.fraction < 1) {
      path.runDue(label.fraction)
      const empty = path.empty(label.fraction)
      if (moving === label && empty) setCondition(emptyCondition(empty), true)
      if (moving === label && !frozen) motion.goOn(label)
      return moving === undefined || labelMs === 0
    }
    moving = undefined
    followsAtMs = Math.min(label.sinceMs, clock.now())
    const isOut = batch ? putOut(batch, 1) : true
    path.runDue(1)
    return isOut
  }

  /** Labels come out good. */
  function putOut(done: Batch, labels: number): boolean {
    try {
      paper.print(done.format, labels)
      paperFailed = false
    } catch (error) {
      if (!(error instanceof StationError)) throw error
      // A folder that cannot be written to is this printer's way of being out of paper.
      batch = undefined
      buffer.putBack(done)
      conditions.add('paper-out')
      if (!paperFailed) settings.onPaperProblem(error)
      paperFailed = true
      return false
    }
    done.left -= labels
    settings.onEvent({ kind: 'label-out' })
    if (done.left > 0) return true
    batch = undefined
    settings.onEvent({ kind: 'batch-done' })
    if (done.pausesAfter) setCondition('paused', true)
    return true
  }

  /** What is under way comes out torn, or without its print, and comes again where `^JZ` says so. */
  function interrupt(quality: 'torn' | 'blank', mayRepeat: boolean): void {
    if (!moving || !batch) return
    moving.callOff()
    moving = undefined
    paper.spoil(batch.format, quality, countsTorn)
    if (mayRepeat && repeatsInterrupted) return
    batch.left -= 1
    if (batch.left === 0 || !mayRepeat) batch = undefined
  }

  function setCondition(condition: MachineCondition, present: boolean): void {
    if (conditions.has(condition) === present) return
    if (present) conditions.add(condition)
    else conditions.delete(condition)
    if (present && FAULTS.includes(condition)) interrupt(condition === 'ribbon-out' ? 'blank' : 'torn', true)
    if (present && JAMS.includes(condition)) interrupt('torn', false)
    settings.onEvent({ kind: 'condition', condition, present })
    if (!present) drive()
  }

  /** Changes what is to happen on the way, of the label under way too. A frozen one stays where it was frozen. */
  function plan(change: (fraction: number) => void): void {
    const underWay = driving || frozen ? undefined : moving
    if (underWay) motion.halt(underWay)
    change(moving?.fraction ?? 1)
    if (underWay) motion.goOn(underWay)
  }

  function isIdle(): boolean {
    return !moving && !batch && buffer.count() === 0
  }

  return {
    take: (format, { copies, repeatsInterrupted: repeats, pausesAfter }) => {
      repeatsInterrupted = repeats ?? repeatsInterrupted
      if (copies === 0) {
        if (pausesAfter) setCondition('paused', true)
        return
      }
      buffer.add({ format, left: copies, pausesAfter })
      drive()
    },
    cancelWaiting: () => {
      buffer.clear()
      if (moving && batch) batch.left = 1
      else batch = undefined
      settings.onRoom()
      drive()
    },
    setCondition,
    load: (what, labels) => {
      plan((fraction) => path.load(what, labels, fraction))
      setCondition(emptyCondition(what), false)
      drive()
    },
    feed: () => {
      if (powered && !moving) paper.spoil(new Uint8Array(), 'blank', false)
    },
    afterLabels: (labels, action) => {
      plan((fraction) => path.after(labels, fraction, action))
      drive()
    },
    setFrozen: (wanted) => {
      if (frozen === wanted) return
      if (wanted && moving) motion.halt(moving)
      frozen = wanted
      if (!wanted && moving && !driving) {
        moving.sinceMs = clock.now()
        motion.goOn(moving)
      }
      drive()
    },
    setPower: (on) => {
      if (powered === on) return
      if (!on) {
        interrupt('torn', false)
        batch = undefined
        buffer.clear()
        frozen = false
        repeatsInterrupted = true
        for (const condition of GONE_WITHOUT_POWER) conditions.delete(condition)
      }
      powered = on
      drive()
    },
    status: (partialFormat) => {
      if (paperFailed) {
        conditions.delete('paper-out')
        drive()
      }
      return {
        conditions,
        partialFormat,
        bufferFull: !buffer.hasRoom(),
        formatsWaiting: buffer.count(),
        labelsRemaining: batch ? batch.left - (moving ? 1 : 0) : 0,
        labelLengthDots,
        totalLabelCount: paper.totalLabelCount()
      }
    },
    hasRoom: () => buffer.hasRoom(),
    idle: () => (isIdle() ? Promise.resolve() : new Promise((resolve) => idleWaiters.push(resolve))),
    stop: () => {
      moving?.callOff()
      moving = undefined
      batch = undefined
      buffer.clear()
      for (const resolve of idleWaiters.splice(0)) resolve()
    }
  }
}

/** Whoever switches a printer off takes what is stuck in it out; and it cools down. */
const GONE_WITHOUT_POWER: readonly MachineCondition[] = ['paused', 'head-too-hot', ...JAMS]

function emptyCondition(supply: Supply): MachineCondition {
  return supply === 'paper' ? 'paper-out' : 'ribbon-out'
}
