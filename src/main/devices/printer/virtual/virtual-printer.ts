import { performance } from 'node:perf_hooks'
import { assertNever } from '../../../../core/assert.ts'
import type { Clock } from '../../../../core/clock.ts'
import type { StationError } from '../../../../core/errors.ts'
import { createRandom, type Random } from '../../../../core/random.ts'
import { dotsPerMm, mediaDots, type Media } from '../../../../labels/media.ts'
import { createListeners } from '../../listeners.ts'
import { systemTimers, type Timers } from '../../timers.ts'
import { createAlerts, type AlertEvent, type AlertMessage } from './alerts.ts'
import { createClientLines, type VirtualLine } from './client-lines.ts'
import type { DrawLabel } from './drawing-queue.ts'
import { garble } from './garble.ts'
import type { Hand } from './hand.ts'
import type { MachineCondition, MachineIdentity } from './host-replies.ts'
import { createInterpreter } from './interpreter.ts'
import { createMachine, type MachineEvent } from './machine.ts'
import { countPiece, NO_PAPER, type PaperCount, type PaperPiece } from './paper-piece.ts'
import { createPlainPaper, openPaperFolder, type Paper } from './paper.ts'
import { createPrinterMemory } from './variables.ts'

export interface VirtualPrinterSettings {
  readonly media: Media
  /** Where labels, their pictures and the odometer go. Absent: labels are counted and gone, nothing is remembered. */
  readonly folder?: string | undefined
  /** Absent: no pictures. */
  readonly draw?: DrawLabel | undefined
  /** Inches a second. Absent: a label is out as soon as it is taken. */
  readonly speedIps?: number | undefined
  /** How many bytes of whole formats it holds before it takes no more. Half a megabyte where absent. */
  readonly bufferBytes?: number | undefined
  /** Absent: a name of its own, kept with the odometer. */
  readonly uniqueId?: string | undefined
  readonly model?: string | undefined
  /** Which variables it has: clones lack the odometer, or know neither Set-Get-Do nor `~HQES`. */
  readonly variables?: 'all' | 'no-odometer' | 'none' | undefined
  /** Whether the odometer counts a label that was torn on its way. Printers differ; absent, it does not. */
  readonly countsTorn?: boolean | undefined
  /** Whether it leaves `~HS` and `~HQES` unanswered while paper or ribbon is out or the head open, as the guide says. */
  readonly mutedByFaults?: boolean | undefined
  /** What its noise is made of. */
  readonly random?: Random | undefined
  /** Told of each alert that it sends; whoever holds the network sends it. */
  readonly onAlert?: ((message: AlertMessage) => void) | undefined
  /** Told of what goes wrong behind the printer's back: a label that cannot be drawn, a folder that is full. */
  readonly onProblem?: ((problem: StationError) => void) | undefined
  readonly timers?: Timers | undefined
  readonly clock?: Clock | undefined
}

/** A ZPL printer without hardware. It listens to one client at a time, as printers do: others wait for their turn. */
export interface VirtualPrinter {
  readonly identity: MachineIdentity
  /** Joins a client; `onReply` is given what the printer answers to it. */
  attach(onReply: (bytes: Uint8Array) => void): VirtualLine
  /** The odometer: labels printed in this printer's life. */
  totalLabelCount(): number
  /** Sets or clears what keeps it from printing, as a hand on the printer would. */
  setCondition(condition: MachineCondition, present: boolean): void
  /** Does to it what a hand, a cable or bad luck does. */
  obey(hand: Hand): void
  report(): PrinterReport
  /** Told of each piece of paper that comes out. Returns the function that stops it. */
  onPiece(listener: (piece: PaperPiece) => void): () => void
  /** Told when every client is cut off, and whether they hear of it. Returns the function that stops it. */
  onCutOff(listener: (how: CutOff) => void): () => void
  /** Told when it is switched on or off. Returns the function that stops it. */
  onPower(listener: (on: boolean) => void): () => void
  /** Resolves when nothing waits to be printed and every picture is drawn or has failed. */
  idle(): Promise<void>
  /** Saves the odometer and finishes the picture in hand. The rest is drawn when the folder is opened again. */
  close(): Promise<void>
}

type Answering = Extract<Hand, { kind: 'answers' }>['how']

export type CutOff = 'reset' | 'vanished'

/** How a printer stands, for whoever stands before it. */
export interface PrinterReport {
  readonly power: boolean
  readonly frozen: boolean
  readonly answers: Answering
  readonly bytesPerSecond: number | null
  readonly conditions: readonly MachineCondition[]
  readonly formatsWaiting: number
  readonly labelsRemaining: number
  readonly odometer: number
  /** Pieces that came out since it was opened. */
  readonly paper: PaperCount
}

/** To less than a millisecond: a thousand labels add up. */
const PRECISE_CLOCK: Clock = { now: () => performance.timeOrigin + performance.now() }
const FIRMWARE = 'V1.0.0V'
const BUFFER_BYTES = 512 * 1024
/** 1/8 inch between labels on a roll. */
const GAP_MM = 3.175

/** Throws `data-folder-unusable` when the folder cannot be written to. */
export function openVirtualPrinter(settings: VirtualPrinterSettings): VirtualPrinter {
  const { media, variables = 'all', mutedByFaults = false, random = createRandom(1) } = settings
  const { timers = systemTimers, clock = PRECISE_CLOCK, onAlert = () => {} } = settings
  let count = NO_PAPER
  const pieces = createListeners<PaperPiece>()
  const paper = openPaper(settings, (piece) => {
    count = countPiece(count, piece)
    pieces.emit(piece)
  })
  const identity = identityOf(settings, paper.uniqueId)
  const labelLengthDots = mediaDots(media).heightDots
  const cutOffs = createListeners<CutOff>()
  const powers = createListeners<boolean>()
  const alerts = createAlerts()
  const memory = createPrinterMemory({
    identity,
    hasOdometer: variables === 'all',
    labelLengthDots,
    pitchMm: media.heightMm + GAP_MM,
    nowMs: () => clock.now()
  })
  const machine = createMachine({
    paper,
    labelLengthDots,
    labelMs: labelMs(media, settings.speedIps),
    bufferBytes: settings.bufferBytes ?? BUFFER_BYTES,
    countsTorn: settings.countsTorn ?? false,
    timers,
    clock,
    onRoom: () => lines.serve(),
    onEvent: tellAlerts,
    onPaperProblem: settings.onProblem ?? (() => {})
  })
  let powered = true
  let frozen = false
  let bytesPerSecond: number | null = null
  let answers: Answering = 'well'
  const pending = new Set<() => void>()
  const lines = createClientLines({
    timers,
    canTake: () => powered && !frozen && machine.hasRoom(),
    take: (bytes) => interpreter.push(bytes)
  })
  const interpreter = createInterpreter({
    identity,
    machine,
    memory,
    alerts,
    knowsVariables: variables !== 'none',
    knowsErrors: variables !== 'none',
    mutedByFaults,
    isOn: () => powered,
    reply,
    restart
  })

  function reply(text: string): void {
    if (!powered || answers === 'never') return
    lines.reply(Buffer.from(answers === 'garbled' ? garble(text, random) : text, 'latin1'))
  }

  function tellAlerts(event: MachineEvent): void {
    if (event.kind === 'condition') sendAlerts({ what: event.condition, isSet: event.present })
    else sendAlerts({ what: event.kind === 'label-out' ? 'label-ready' : 'job-completed', isSet: true })
  }

  function sendAlerts(event: AlertEvent): void {
    if (!powered) return
    for (const message of alerts.messagesOf(event, memory.friendlyName(), clock.now())) onAlert(message)
  }

  function restart(): void {
    setPower(false, 'reset')
    setPower(true, 'reset')
  }

  function setPower(on: boolean, how: CutOff): void {
    if (powered === on) return
    powered = on
    if (on) {
      memory.restart(clock.now())
      sendAlerts({ what: 'power-on', isSet: true })
    } else {
      frozen = false
      alerts.clear()
      answers = 'well'
      interpreter.reset()
      lines.dropAll()
      setPace(null)
    }
    machine.setPower(on)
    powers.emit(on)
    if (!on) cutOffs.emit(how)
  }

  function setPace(wanted: number | null): void {
    bytesPerSecond = wanted
    lines.setPace(wanted ?? undefined)
  }

  function obey(hand: Hand): void {
    switch (hand.kind) {
      case 'load':
        return machine.load(hand.what, hand.labels ?? Infinity)
      case 'condition':
        return machine.setCondition(hand.condition, hand.present)
      case 'feed':
        return machine.feed()
      case 'freeze':
        frozen = hand.frozen && powered
        machine.setFrozen(frozen)
        return lines.serve()
      case 'power':
        return setPower(hand.on, hand.vanishes ? 'vanished' : 'reset')
      case 'answers':
        answers = hand.how
        return
      case 'pace':
        return setPace(hand.bytesPerSecond)
      case 'reset':
        lines.dropAll()
        return cutOffs.emit('reset')
      case 'after':
        return obeyLater(hand)
      default:
        return assertNever(hand)
    }
  }

  function obeyLater({ amount, unit, hand }: Extract<Hand, { kind: 'after' }>): void {
    switch (unit) {
      case 'labels':
        return machine.afterLabels(amount, () => obey(hand))
      case 'bytes':
        return lines.afterBytes(amount, () => obey(hand))
      case 'ms': {
        const callOff = timers.after(amount, () => {
          pending.delete(callOff)
          obey(hand)
        })
        pending.add(callOff)
        return
      }
      default:
        return assertNever(unit)
    }
  }

  return {
    identity,
    attach: (onReply) => lines.attach(onReply),
    totalLabelCount: () => paper.totalLabelCount(),
    setCondition: (condition, present) => machine.setCondition(condition, present),
    obey,
    report: () => {
      const { conditions, formatsWaiting, labelsRemaining, totalLabelCount } = interpreter.status()
      const work = { conditions: [...conditions], formatsWaiting, labelsRemaining }
      return { power: powered, frozen, answers, bytesPerSecond, ...work, odometer: totalLabelCount, paper: count }
    },
    onPiece: (listener) => pieces.add(listener),
    onCutOff: (listener) => cutOffs.add(listener),
    onPower: (listener) => powers.add(listener),
    idle: async () => {
      await machine.idle()
      await paper.idle()
    },
    close: async () => {
      for (const callOff of pending) callOff()
      lines.stop()
      machine.stop()
      await paper.close()
    }
  }
}

function openPaper(settings: VirtualPrinterSettings, onPiece: (piece: PaperPiece) => void): Paper {
  const { media, folder, draw, uniqueId, onProblem = () => {} } = settings
  if (folder === undefined) return createPlainPaper(uniqueId ?? 'DSV00000000', onPiece)
  return openPaperFolder({ folder, draw: draw && ((zpl) => draw(zpl, media)), onProblem, uniqueId, onPiece })
}

function identityOf({ media, model }: VirtualPrinterSettings, uniqueId: string): MachineIdentity {
  return {
    uniqueId,
    friendlyName: uniqueId,
    model: model ?? `VIRTUAL-${media.dpi}dpi`,
    firmware: FIRMWARE,
    dotsPerMm: dotsPerMm(media.dpi)
  }
}

function labelMs(media: Media, speedIps: number | undefined): number {
  return speedIps === undefined ? 0 : ((media.heightMm + GAP_MM) / 25.4 / speedIps) * 1_000
}
