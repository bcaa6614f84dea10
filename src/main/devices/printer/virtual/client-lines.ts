import type { Timers } from '../../timers.ts'

/** One client's way to the virtual printer. */
export interface VirtualLine {
  /** A promise when the printer cannot take the bytes yet; it resolves when it has. Only then may more be sent. */
  send(bytes: Uint8Array): Promise<void> | undefined
  /** The client is gone. What it sent is still taken; half a format stays in the printer until `~JX` or `~JA`. */
  detach(): void
}

/** The clients of a printer: one has its ear, the others wait for their turn. */
export interface ClientLines {
  attach(onReply: (bytes: Uint8Array) => void): VirtualLine
  /** Takes what was sent, as far as the printer can. Call it when it can take more than before. */
  serve(): void
  /** Answers the client that has the printer's ear. */
  reply(bytes: Uint8Array): void
  /** How fast bytes are taken; undefined for at once. */
  setPace(bytesPerSecond: number | undefined): void
  /** Does something once so many bytes more were taken. */
  afterBytes(bytes: number, action: () => void): void
  /** Everybody is gone, and what was not taken yet is lost. */
  dropAll(): void
  stop(): void
}

export interface LineSettings {
  readonly timers: Timers
  readonly canTake: () => boolean
  readonly take: (bytes: Uint8Array) => void
}

interface Line {
  readonly onReply: (bytes: Uint8Array) => void
  readonly waiting: { bytes: Uint8Array; readonly taken: () => void }[]
  attached: boolean
}

/** Small, so that a buffer that fills up in the middle of much data stops near its end. */
const SLICE_BYTES = 4_096
/** How often a slow printer takes a few bytes more. */
const SLOW_STEP_MS = 10

export function createClientLines({ timers, canTake, take }: LineSettings): ClientLines {
  const lines: Line[] = []
  let taken = 0
  let traps: readonly { readonly atBytes: number; readonly action: () => void }[] = []
  let serving = false
  let bytesPerSecond: number | undefined
  let callOffStep: (() => void) | undefined

  function serve(): void {
    if (serving) return
    serving = true
    for (let line = heard(); line; line = heard()) {
      const chunk = line.waiting[0]
      if (chunk) takeFrom(line, chunk)
      else if (line.attached) break
      else lines.shift()
    }
    serving = false
  }

  /** Whose turn it is; nobody's while nothing can be taken. */
  function heard(): Line | undefined {
    return callOffStep === undefined && canTake() ? lines[0] : undefined
  }

  function takeFrom(line: Line, chunk: Line['waiting'][number]): void {
    const length = Math.min(chunk.bytes.length, mostNow())
    const slice = chunk.bytes.subarray(0, length)
    chunk.bytes = chunk.bytes.subarray(length)
    take(slice)
    if (chunk.bytes.length === 0 && line.waiting[0] === chunk) line.waiting.shift()
    if (chunk.bytes.length === 0) chunk.taken()
    taken += length
    const due = traps.filter(({ atBytes }) => atBytes <= taken)
    traps = traps.filter(({ atBytes }) => atBytes > taken)
    for (const { action } of due) action()
    if (bytesPerSecond !== undefined) pauseFor((length / bytesPerSecond) * 1_000)
  }

  function mostNow(): number {
    const slow = bytesPerSecond === undefined ? SLICE_BYTES : Math.max(1, (bytesPerSecond * SLOW_STEP_MS) / 1_000)
    const trap = Math.min(...traps.map(({ atBytes }) => atBytes - taken), SLICE_BYTES)
    return Math.ceil(Math.min(slow, trap))
  }

  function pauseFor(delayMs: number): void {
    callOffStep = timers.after(delayMs, () => {
      callOffStep = undefined
      serve()
    })
  }

  function endPause(): void {
    callOffStep?.()
    callOffStep = undefined
  }

  return {
    attach: (onReply) => {
      const line: Line = { onReply, waiting: [], attached: true }
      lines.push(line)
      return {
        send: (bytes) => {
          if (!line.attached || bytes.length === 0) return undefined
          let isTaken = false
          let resolveTaken = (): void => {}
          line.waiting.push({
            bytes,
            taken: () => {
              isTaken = true
              resolveTaken()
            }
          })
          serve()
          return isTaken ? undefined : new Promise((resolve) => (resolveTaken = resolve))
        },
        detach: () => {
          line.attached = false
          serve()
        }
      }
    },
    serve,
    reply: (bytes) => {
      const line = lines[0]
      if (line?.attached) line.onReply(bytes)
    },
    setPace: (wanted) => {
      bytesPerSecond = wanted
      endPause()
      serve()
    },
    afterBytes: (bytes, action) => {
      traps = [...traps, { atBytes: taken + Math.max(1, bytes), action }]
    },
    dropAll: () => {
      endPause()
      for (const line of lines.splice(0)) {
        line.attached = false
        line.waiting.length = 0
      }
    },
    stop: endPause
  }
}
