import type { StationEvents, Topic } from '../../ipc/contract.ts'

export type StationEventListener = <Name extends keyof StationEvents>(name: Name, payload: StationEvents[Name]) => void

/** Tells every window what happened, unasked. */
export interface Broadcast {
  send: StationEventListener
  changed(...topics: readonly Topic[]): void
  onEvent(listener: StationEventListener): () => void
}

export function createBroadcast(): Broadcast {
  const listeners = new Set<StationEventListener>()
  const send: StationEventListener = (name, payload) => {
    for (const listener of listeners) listener(name, payload)
  }
  return {
    send,
    changed: (...topics) => send('changed', { topics }),
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  }
}
