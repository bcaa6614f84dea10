import type { StationBridge } from '../ipc/bridge.ts'
import type { StationEvents } from '../ipc/contract.ts'
import { EVENTS, METHODS } from '../ipc/contract.ts'
import type { Reply } from '../ipc/reply.ts'

/** What the bridge needs of the process boundary. */
export interface BridgeTransport {
  request(feature: string, method: string, input: unknown): Promise<unknown>
  /** Calls back for every event of the station, for as long as the page lives. */
  listen(listener: (event: unknown, payload: unknown) => void): void
}

/** Builds the page's only way out, from the names of the contract alone: what is not in it does not exist. */
export function createBridge(transport: BridgeTransport): StationBridge {
  const listeners = new Map<unknown, Set<(payload: never) => void>>(EVENTS.map((event) => [event, new Set()]))
  transport.listen((event, payload) => {
    for (const listener of listeners.get(event) ?? []) listener(payload as never)
  })
  return {
    api: createApi(transport),
    on: <Event extends keyof StationEvents>(event: Event, listener: (payload: StationEvents[Event]) => void) => {
      const set = listeners.get(event)
      if (!set || typeof listener !== 'function') throw new TypeError(`The station has no event ${event}`)
      // A listener of its own each time, so that one function may listen twice and stop once.
      const entry = (payload: StationEvents[Event]): void => listener(payload)
      set.add(entry)
      return () => {
        set.delete(entry)
      }
    }
  }
}

function createApi(transport: BridgeTransport): StationBridge['api'] {
  const features = Object.entries(METHODS).map(([feature, methods]) => [
    feature,
    Object.fromEntries(
      Object.keys(methods).map((method) => [method, (input: unknown) => ask(transport, feature, method, input)])
    )
  ])
  return Object.fromEntries(features) as StationBridge['api']
}

async function ask(
  transport: BridgeTransport,
  feature: string,
  method: string,
  input: unknown
): Promise<Reply<unknown>> {
  try {
    return (await transport.request(feature, method, input)) as Reply<unknown>
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return {
      ok: false,
      error: {
        code: 'internal',
        message: `The window could not reach the station (${reason}). Close it and start Dockside again.`,
        details: { request: `${feature}.${method}` }
      }
    }
  }
}
