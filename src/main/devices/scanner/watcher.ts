import { DeviceOpenError } from '../open-error.ts'
import type { Unsubscribe } from '../listeners.ts'
import type { Timers } from '../timers.ts'

/** What the watcher sees for one claim: the devices it gave it, and those that it could not give. */
export interface Sighting<Info> {
  readonly open: readonly Info[]
  readonly noPermission: readonly Info[]
  readonly refused: readonly Info[]
  /** Everything that is plugged in, whoever wants it. */
  readonly present: readonly Info[]
  /** Why no device at all can be seen; null while they can. */
  readonly unavailable: Error | null
}

/** Somebody who wants scanners. */
export interface Claim<Info, Device> {
  /** Whether the claim is for certain devices; a claim for any gets what no certain one wants. */
  readonly isCertain: boolean
  wants(info: Info): boolean
  /** Gets each device as soon as it is open; the watcher closes it. */
  opened(device: Device): void
  /** Is told after each look, and after each loss. */
  sighted(sighting: Sighting<Info>): void
}

export interface Watchable {
  readonly path: string
}

export interface WatchedDevice<Info> {
  readonly info: Info
  onLost(listener: (reason: Error) => void): Unsubscribe
  close(): Promise<void>
}

/** Where devices come from: HID, or serial ports. */
export interface DeviceSource<Info, Device, Wanting> {
  list(): Promise<readonly Info[]>
  /** Rejects with {@link DeviceOpenError} where this one device cannot be had. */
  open(info: Info, claim: Wanting): Promise<Device>
}

export interface DeviceWatcher<Wanting> {
  /** Looks for devices from now on. The function it returns gives them up and settles when they are closed. */
  watch(claim: Wanting): () => Promise<void>
}

export const LOOK_EVERY_MS = 1000

/**
 * Finds scanners as they are plugged in and lets them go as they are pulled.
 *
 * There is no event for either that holds everywhere, so it lists what is there and compares. Each device is opened
 * once and goes to one claim: to a certain one that wants it, else to the one for any that has the fewest.
 */
export function createDeviceWatcher<
  Info extends Watchable,
  Device extends WatchedDevice<Info>,
  Wanting extends Claim<Info, Device>
>(source: DeviceSource<Info, Device, Wanting>, timers: Timers, lookEveryMs = LOOK_EVERY_MS): DeviceWatcher<Wanting> {
  interface OpenDevice {
    readonly device: Device
    readonly claim: Wanting
  }
  const claims = new Set<Wanting>()
  const open = new Map<string, OpenDevice>()
  let last: Omit<Sighting<Info>, 'open'> = { noPermission: [], refused: [], present: [], unavailable: null }
  let looking: Promise<void> | undefined
  let stopWaiting = (): void => {}

  function claimFor(info: Info): Wanting | undefined {
    const wanting = [...claims].filter((claim) => claim.wants(info))
    const certain = wanting.find(({ isCertain }) => isCertain)
    return certain ?? wanting.sort((a, b) => devicesOf(a).length - devicesOf(b).length)[0]
  }

  function devicesOf(claim: Wanting): readonly Device[] {
    return [...open.values()].filter((entry) => entry.claim === claim).map(({ device }) => device)
  }

  async function look(): Promise<void> {
    const noPermission: Info[] = []
    const refused: Info[] = []
    let present: readonly Info[] = []
    let unavailable: Error | null = null
    try {
      present = await source.list()
      await dropVanished(present)
      for (const info of present) {
        const claim = open.has(info.path) ? undefined : claimFor(info)
        if (!claim) continue
        const problem = await openFor(claim, info)
        if (problem === 'no-permission') noPermission.push(info)
        if (problem === 'refused') refused.push(info)
      }
    } catch (error) {
      unavailable = error instanceof Error ? error : new Error(String(error))
    }
    last = { noPermission, refused, present, unavailable }
    for (const claim of claims) tell(claim)
  }

  function tell(claim: Wanting): void {
    const wanted = (info: Info) => claim.wants(info)
    claim.sighted({
      ...last,
      open: devicesOf(claim).map(({ info }) => info),
      noPermission: last.noPermission.filter(wanted),
      refused: last.refused.filter(wanted)
    })
  }

  /** A device is listed for a moment after it was pulled, and may be pulled while it is opened: then there is none. */
  async function openFor(claim: Wanting, info: Info): Promise<'no-permission' | 'refused' | undefined> {
    try {
      const device = await source.open(info, claim)
      if (!claims.has(claim)) {
        await device.close()
        return undefined
      }
      open.set(info.path, { device, claim })
      device.onLost(() => void lose(info.path, device))
      claim.opened(device)
      return undefined
    } catch (error) {
      if (!(error instanceof DeviceOpenError)) throw error
      return error.problem === 'gone' ? undefined : error.problem
    }
  }

  async function lose(path: string, device: Device): Promise<void> {
    const entry = open.get(path)
    if (entry?.device === device) {
      open.delete(path)
      tell(entry.claim)
    }
    await device.close()
  }

  async function dropVanished(infos: readonly Info[]): Promise<void> {
    const present = new Set(infos.map(({ path }) => path))
    const vanished = [...open].filter(([path]) => !present.has(path))
    await Promise.all(vanished.map(([path, { device }]) => lose(path, device)))
  }

  function lookAgainAndAgain(): void {
    looking = look().finally(() => {
      looking = undefined
      if (claims.size > 0) stopWaiting = timers.after(lookEveryMs, lookAgainAndAgain)
    })
  }

  return {
    watch(claim) {
      claims.add(claim)
      if (claims.size === 1 && !looking) lookAgainAndAgain()
      return async () => {
        claims.delete(claim)
        if (claims.size === 0) stopWaiting()
        const given = [...open].filter(([, entry]) => entry.claim === claim)
        for (const [path] of given) open.delete(path)
        await Promise.all([looking, ...given.map(([, { device }]) => device.close())])
      }
    }
  }
}
