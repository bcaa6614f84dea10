import type { StationError } from '../../../../core/errors.ts'
import { dotsPerMm, mediaDots, type Media } from '../../../../labels/media.ts'
import { systemTimers, type Timers } from '../../timers.ts'
import type { DrawLabel } from './drawing-queue.ts'
import {
  extendedStatusReply,
  hostIdentificationReply,
  hostStatusReply,
  memoryReply,
  variableValue,
  type MachineCondition,
  type MachineIdentity,
  type MachineStatus
} from './host-replies.ts'
import { createMachine } from './machine.ts'
import { createPlainPaper, openPaperFolder } from './paper.ts'
import { createStreamSplitter } from './stream-splitter.ts'

export interface VirtualPrinterSettings {
  readonly media: Media
  /** Where labels, their pictures and the odometer go. Absent: labels are counted and gone, nothing is remembered. */
  readonly folder?: string | undefined
  /** Absent: no pictures. */
  readonly draw?: DrawLabel | undefined
  /** Inches a second. Absent: a label is out as soon as it is taken. */
  readonly speedIps?: number | undefined
  /** Told of what goes wrong behind the printer's back: a label that cannot be drawn, a folder that is full. */
  readonly onProblem?: ((problem: StationError) => void) | undefined
  readonly timers?: Timers | undefined
}

/** A ZPL printer without hardware. It takes one client at a time, as printers do: others wait for their turn. */
export interface VirtualPrinter {
  readonly identity: MachineIdentity
  /** Joins a client; `onReply` is given what the printer answers to it. */
  attach(onReply: (bytes: Uint8Array) => void): VirtualLine
  /** The odometer: labels printed in this printer's life. */
  totalLabelCount(): number
  /** Sets or clears what keeps it from printing, as a hand on the printer would. */
  setCondition(condition: MachineCondition, present: boolean): void
  /** Resolves when nothing waits to be printed and every picture is drawn or has failed. */
  idle(): Promise<void>
  /** Saves the odometer and finishes the picture in hand. The rest is drawn when the folder is opened again. */
  close(): Promise<void>
}

/** One client's way to the virtual printer. */
export interface VirtualLine {
  /** A promise when the printer cannot take the bytes yet; it resolves when it has. Only then may more be sent. */
  send(bytes: Uint8Array): Promise<void> | undefined
  /** The client is gone. What it sent is still taken; half a format stays in the printer until `~JX` or `~JA`. */
  detach(): void
}

interface Line {
  readonly onReply: (bytes: Uint8Array) => void
  readonly waiting: { readonly bytes: Uint8Array; readonly taken: () => void }[]
  attached: boolean
}

const FIRMWARE = 'V1.0.0V'
/** Half a megabyte, after which the printer stops taking bytes. */
const BUFFER_BYTES = 512 * 1024
/** 1/8 inch between labels on a roll. */
const GAP_MM = 3.175

/** Throws `data-folder-unusable` when the folder cannot be written to. */
export function openVirtualPrinter(settings: VirtualPrinterSettings): VirtualPrinter {
  const { media, folder, draw, timers = systemTimers, onProblem = () => {} } = settings
  const paper = folder
    ? openPaperFolder({ folder, draw: draw && ((zpl) => draw(zpl, media)), onProblem })
    : createPlainPaper('DSV00000000')
  const identity: MachineIdentity = {
    uniqueId: paper.uniqueId,
    friendlyName: paper.uniqueId,
    model: `VIRTUAL-${media.dpi}dpi`,
    firmware: FIRMWARE,
    dotsPerMm: dotsPerMm(media.dpi)
  }
  const machine = createMachine({
    paper,
    labelLengthDots: mediaDots(media).heightDots,
    labelMs: labelMs(media, settings.speedIps),
    bufferBytes: BUFFER_BYTES,
    timers,
    onRoom: () => serve(),
    onPaperProblem: onProblem
  })
  const splitter = createStreamSplitter({
    format: (bytes) => machine.take(bytes),
    immediate: obey,
    setGetDo: obeySetGetDo
  })
  const lines: Line[] = []
  let serving = false

  /** Takes what the first client sent; the others have their turn when it is gone. */
  function serve(): void {
    if (serving) return
    serving = true
    for (let line = lines[0]; line && machine.hasRoom(); line = lines[0]) {
      const chunk = line.waiting.shift()
      if (chunk) {
        splitter.push(chunk.bytes)
        chunk.taken()
      } else if (line.attached) break
      else lines.shift()
    }
    serving = false
  }

  function obey(name: string, parameters: string): void {
    switch (name) {
      case 'HS':
        return reply(hostStatusReply(status()))
      case 'HI':
        return reply(hostIdentificationReply(identity))
      case 'HM':
        return reply(memoryReply())
      case 'HQ':
        if (parameters.toUpperCase() === 'ES') reply(extendedStatusReply(status()))
        return
      case 'JX':
        return splitter.dropPartial()
      case 'JA':
      case 'JR':
        splitter.dropPartial()
        return machine.cancelWaiting()
      case 'PP':
        return machine.setCondition('paused', true)
      case 'PS':
        return machine.setCondition('paused', false)
    }
  }

  function obeySetGetDo(line: string): void {
    const name = /^! U1 getvar "([^"]*)"\s*$/.exec(line)?.[1]
    if (name !== undefined) reply(`"${variableValue(name, identity, status())}"`)
  }

  function status(): MachineStatus {
    return machine.status(splitter.partial())
  }

  function reply(text: string): void {
    const line = lines[0]
    if (line?.attached) line.onReply(Buffer.from(text, 'latin1'))
  }

  return {
    identity,
    attach: (onReply) => {
      const line: Line = { onReply, waiting: [], attached: true }
      lines.push(line)
      return {
        send: (bytes) => {
          let taken = false
          let resolveTaken = (): void => {}
          line.waiting.push({
            bytes,
            taken: () => {
              taken = true
              resolveTaken()
            }
          })
          serve()
          return taken ? undefined : new Promise((resolve) => (resolveTaken = resolve))
        },
        detach: () => {
          line.attached = false
          serve()
        }
      }
    },
    totalLabelCount: () => paper.totalLabelCount(),
    setCondition: (condition, present) => machine.setCondition(condition, present),
    idle: async () => {
      await machine.idle()
      await paper.idle()
    },
    close: async () => {
      machine.stop()
      await paper.close()
    }
  }
}

function labelMs(media: Media, speedIps: number | undefined): number {
  return speedIps === undefined ? 0 : ((media.heightMm + GAP_MM) / 25.4 / speedIps) * 1_000
}
