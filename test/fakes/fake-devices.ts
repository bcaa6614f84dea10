import { createListeners } from '../../src/main/devices/listeners.ts'
import type { Unsubscribe } from '../../src/main/devices/listeners.ts'
import { DeviceOpenError } from '../../src/main/devices/open-error.ts'
import type { OpenProblem } from '../../src/main/devices/open-error.ts'

/** What a test can do to devices of every kind. */
export interface DeviceHands {
  /** Pulls it: whoever has it open loses it, and the path is gone. */
  pull(path: string): void
  /** Takes it away without telling whoever has it open, as some systems do. */
  vanish(path: string): void
  /** Makes opening it fail until `undefined` is given. */
  deny(path: string, problem: OpenProblem | undefined): void
  /** Makes listing fail until `undefined` is given. */
  breakDown(reason: Error | undefined): void
}

/** The devices that are plugged into a computer, by their paths. */
export interface FakeDevices<Plugged> {
  readonly hands: DeviceHands
  plug(path: string, device: Plugged): void
  /** Everything that is plugged in; throws while listing has broken down. */
  list(): readonly Plugged[]
  at(path: string): Plugged
  /** Throws what opening it rejects with. */
  toOpen(path: string): Plugged
  /** Those that somebody has open. */
  open(): readonly (readonly [path: string, device: Plugged])[]
}

export function createFakeDevices<
  Plugged extends { readonly handles: ReadonlySet<{ lose(): void }> }
>(): FakeDevices<Plugged> {
  const plugged = new Map<string, Plugged>()
  const denied = new Map<string, OpenProblem>()
  let broken: Error | undefined

  function at(path: string): Plugged {
    const device = plugged.get(path)
    if (!device) throw new Error(`Nothing is plugged in at ${path}`)
    return device
  }

  return {
    hands: {
      pull(path) {
        const { handles } = at(path)
        plugged.delete(path)
        for (const handle of handles) handle.lose()
      },
      vanish(path) {
        plugged.delete(path)
      },
      deny(path, problem) {
        if (problem) denied.set(path, problem)
        else denied.delete(path)
      },
      breakDown(reason) {
        broken = reason
      }
    },
    plug(path, device) {
      if (plugged.has(path)) throw new Error(`Something is plugged in at ${path} already`)
      plugged.set(path, device)
    },
    list() {
      if (broken) throw broken
      return [...plugged.values()]
    },
    at,
    toOpen(path) {
      const problem = denied.get(path)
      const device = plugged.get(path)
      if (!device) throw new DeviceOpenError('gone', path)
      if (problem) throw new DeviceOpenError(problem, path)
      return device
    },
    open: () => [...plugged].filter(([, { handles }]) => handles.size > 0)
  }
}

/** An open device, with the rules that all kinds have in common. */
export interface FakeHandle<Data> {
  receive(data: Data): void
  lose(): void
  readonly onData: (listener: (data: Data) => void) => Unsubscribe
  readonly onLost: (listener: (reason: Error) => void) => Unsubscribe
  readonly close: () => Promise<void>
}

/**
 * @param handles of the device, where this one is as long as it is open
 * @param early what comes before anybody listens waits here
 */
export function openFakeHandle<Data>(handles: Set<FakeHandle<Data>>, early: Data[] = []): FakeHandle<Data> {
  const arrivals = createListeners<Data>()
  const losses = createListeners<Error>()
  let isHeard = false
  let isClosed = false
  let loss: Error | undefined

  const handle: FakeHandle<Data> = {
    receive(data) {
      if (isHeard) arrivals.emit(data)
      else early.push(data)
    },
    lose() {
      handles.delete(handle)
      loss = new Error('The device was pulled')
      losses.emit(loss)
    },
    onData(listener) {
      const stop = arrivals.add(listener)
      if (!isHeard) {
        isHeard = true
        const waiting = early.splice(0)
        // As from the operating system, they come by themselves a moment later.
        queueMicrotask(() => {
          for (const data of isClosed ? [] : waiting) arrivals.emit(data)
        })
      }
      return stop
    },
    onLost(listener) {
      if (loss && !isClosed) listener(loss)
      return losses.add(listener)
    },
    async close() {
      isClosed = true
      handles.delete(handle)
    }
  }
  handles.add(handle)
  return handle
}
