import { METHODS } from '../../ipc/contract.ts'
import type { StationApi, StationEvents } from '../../ipc/contract.ts'
import type { StationBridge } from '../../ipc/bridge.ts'
import type { Reply } from '../../ipc/reply.ts'
import { StationError } from '../../core/errors.ts'

declare global {
  interface Window {
    readonly dockside?: StationBridge
  }
}

/** The station as the window sees it: the contract's methods, and its events. */
export interface Station extends StationApi {
  /** Calls back for every such event until the returned function is called. */
  on<Event extends keyof StationEvents>(event: Event, listener: (payload: StationEvents[Event]) => void): () => void
}

type AnyMethod = (input: unknown) => Promise<Reply<unknown>>

/** Turns each reply into its value, or throws it as a {@link StationError}, whose code survives no other way. */
export function createStation(bridge: StationBridge): Station {
  const api = Object.fromEntries(
    Object.entries(METHODS).map(([feature, methods]) => {
      const bridged = bridge.api[feature as keyof StationApi] as unknown as Record<string, AnyMethod>
      return [feature, Object.fromEntries(Object.keys(methods).map((name) => [name, unwrapping(bridged[name], name)]))]
    })
  ) as unknown as StationApi
  return { ...api, on: (event, listener) => bridge.on(event, listener) }
}

function unwrapping(method: AnyMethod | undefined, name: string): (input: unknown) => Promise<unknown> {
  return async (input) => {
    if (!method) throw new Error(`The preload has no method ${name}: window and station are of different builds`)
    const reply = await method(input)
    if (reply.ok) return reply.value
    throw new StationError(reply.error.code, reply.error.message, { details: reply.error.details })
  }
}
