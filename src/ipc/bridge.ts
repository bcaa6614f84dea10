import type { StationApi, StationEvents } from './contract.ts'
import type { Reply } from './reply.ts'

type Answered<Method> = Method extends (input: infer Input) => Promise<infer Value>
  ? (input: Input) => Promise<Reply<Value>>
  : never

/**
 * What the preload puts into the page as `window.dockside`: one function for each method of the contract, and one way
 * to listen. Nothing in it rejects; a failure is a {@link Reply} that is not ok.
 */
export interface StationBridge {
  readonly api: {
    readonly [Feature in keyof StationApi]: {
      readonly [Method in keyof StationApi[Feature]]: Answered<StationApi[Feature][Method]>
    }
  }
  /** Calls back for every such event until the returned function is called. */
  on<Event extends keyof StationEvents>(event: Event, listener: (payload: StationEvents[Event]) => void): () => void
}
