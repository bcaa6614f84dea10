/** A format in the printer. */
export interface Batch {
  readonly format: Uint8Array
  readonly pausesAfter: boolean
  /** Labels of it that are not out yet, the one that moves among them. */
  left: number
}

/** The formats that a printer has received and not begun, in order. */
export interface FormatBuffer {
  add(batch: Batch): void
  /** Takes the first one out. */
  next(): Batch | undefined
  /** It is the first again. */
  putBack(batch: Batch): void
  clear(): void
  count(): number
  /** The last format that found room may be larger than what was left of it. */
  hasRoom(): boolean
}

/** `onRoom` is told when the first one that was taken out made room. */
export function createFormatBuffer(bytes: number, onRoom: () => void): FormatBuffer {
  const waiting: Batch[] = []
  let waitingBytes = 0

  function hasRoom(): boolean {
    return waitingBytes < bytes
  }

  return {
    add: (batch) => {
      waiting.push(batch)
      waitingBytes += batch.format.length
    },
    next: () => {
      const next = waiting.shift()
      if (!next) return undefined
      const wasFull = !hasRoom()
      waitingBytes -= next.format.length
      if (wasFull && hasRoom()) onRoom()
      return next
    },
    putBack: (batch) => {
      waiting.unshift(batch)
      waitingBytes += batch.format.length
    },
    clear: () => {
      waiting.length = 0
      waitingBytes = 0
    },
    count: () => waiting.length,
    hasRoom
  }
}
