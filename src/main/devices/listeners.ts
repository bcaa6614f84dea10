export type Unsubscribe = () => void

export interface Listeners<Value> {
  add(listener: (value: Value) => void): Unsubscribe
  emit(value: Value): void
  size(): number
  clear(): void
}

/**
 * Hands a value to each listener, in the order they were added and before `emit` returns.
 *
 * A listener that throws is a bug: it is reported, and neither the other listeners nor the device that emits lose
 * anything by it.
 */
export function createListeners<Value>(reportBug: (bug: unknown) => void = throwOutside): Listeners<Value> {
  const entries = new Set<{ readonly listener: (value: Value) => void }>()
  return {
    add(listener) {
      const entry = { listener }
      entries.add(entry)
      return () => {
        entries.delete(entry)
      }
    },
    emit(value) {
      for (const { listener } of Array.from(entries)) {
        try {
          listener(value)
        } catch (bug) {
          reportBug(bug)
        }
      }
    },
    size: () => entries.size,
    clear: () => entries.clear()
  }
}

/** Lets the bug reach the process as an uncaught exception, where it is logged, outside the device's own call. */
function throwOutside(bug: unknown): void {
  queueMicrotask(() => {
    throw bug
  })
}
