import type { Unsubscribe } from '../listeners.ts'
import { DeviceOpenError } from '../open-error.ts'
import type { Timers } from '../timers.ts'
import type { UsbIdentity } from '../usb-identity.ts'
import { createShares } from './shares.ts'

/** What the watcher sees for one claim: the devices it gave it, and those that it could not give. */
export interface Sighting<Info> {
  readonly open: readonly Info[]
  readonly noPermission: readonly Info[]
  readonly refused: readonly Info[]
  /** Everything that is plugged in and may be the claim's, in whatever mode it is. */
  readonly present: readonly Info[]
  /** Why no device at all can be seen; null while they can. */
  readonly unavailable: Error | null
}

/** How exactly a claim names its devices; what a more certain one means is none of the others'. */
export type Certainty = 'any' | 'model' | 'unit'

/** Somebody who wants scanners. */
export interface Claim<Info, Device> {
  readonly certainty: Certainty
  /** Whether the settings mean this device, in whatever mode it is. */
  means(info: Info): boolean
  /** Whether it is meant and can be read. */
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
  /** The USB device that it is, or is a part of; null for what is no such device. */
  usbOf(info: Info): UsbIdentity | null
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
 * once and goes to one claim, as `createShares` has it. A path may lead to another device from one moment to the next, so
 * what is open is known by its path and by what it says of itself.
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
  const shares = createShares<Info, Wanting>(
    (info) => source.usbOf(info),
    (claim) => devicesOf(claim).map(({ info }) => info)
  )
  let last: Omit<Sighting<Info>, 'open'> = { noPermission: [], refused: [], present: [], unavailable: null }
  let looking: Promise<void> | undefined
  let stopWaiting = (): void => {}

  function keyOf(info: Info): string {
    const { vendorId, productId, serialNumber } = source.usbOf(info) ?? {}
    return JSON.stringify([info.path, vendorId, productId, serialNumber])
  }

  function serialOf(info: Info): string {
    return source.usbOf(info)?.serialNumber ?? ''
  }

  function devicesOf(claim: Wanting): readonly Device[] {
    return [...open.values()].filter((entry) => entry.claim === claim).map(({ device }) => device)
  }

  async function look(): Promise<void> {
    const noPermission: Info[] = []
    const refused: Info[] = []
    try {
      const present = await source.list()
      await dropVanished(present)
      // In an order that plugging and the computer's start do not change, so that names do not either.
      for (const info of present.toSorted((a, b) => serialOf(a).localeCompare(serialOf(b)))) {
        const claim = open.has(keyOf(info)) ? undefined : shares.claimFor(info, claims)
        if (!claim) continue
        const problem = await openFor(claim, info)
        if (problem === 'no-permission') noPermission.push(info)
        if (problem === 'refused') refused.push(info)
      }
      last = { noPermission, refused, present, unavailable: null }
    } catch (error) {
      last = { ...last, unavailable: error instanceof Error ? error : new Error(String(error)) }
    }
    for (const claim of claims) tell(claim)
  }

  function tell(claim: Wanting): void {
    const own = (infos: readonly Info[]) => infos.filter((info) => shares.mayHave(claim, info, claims))
    claim.sighted({
      open: devicesOf(claim).map(({ info }) => info),
      noPermission: own(last.noPermission),
      refused: own(last.refused),
      present: own(last.present),
      unavailable: last.unavailable
    })
  }

  /** A device is listed for a moment after it was pulled, and may be pulled while it is opened: then there is none. */
  async function openFor(claim: Wanting, info: Info): Promise<'no-permission' | 'refused' | undefined> {
    try {
      const device = await source.open(info, claim)
      const key = keyOf(device.info)
      // What took the path over meanwhile may be somebody else's: the next look says whose it is.
      if (!claims.has(claim) || key !== keyOf(info) || !claim.wants(device.info)) {
        await device.close()
        return undefined
      }
      open.set(key, { device, claim })
      shares.given(info, claim)
      device.onLost(() => void lose(key, device))
      claim.opened(device)
      return undefined
    } catch (error) {
      if (!(error instanceof DeviceOpenError)) throw error
      return error.problem === 'gone' ? undefined : error.problem
    }
  }

  async function lose(key: string, device: Device): Promise<void> {
    const entry = open.get(key)
    if (entry?.device === device) {
      open.delete(key)
      tell(entry.claim)
    }
    await device.close()
  }

  async function dropVanished(infos: readonly Info[]): Promise<void> {
    const present = new Set(infos.map(keyOf))
    const vanished = [...open].filter(([key]) => !present.has(key))
    await Promise.all(vanished.map(([key, { device }]) => lose(key, device)))
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
        shares.forget(claim)
        if (claims.size === 0) stopWaiting()
        const given = [...open].filter(([, entry]) => entry.claim === claim)
        for (const [key] of given) open.delete(key)
        await Promise.all([looking, ...given.map(([, { device }]) => device.close())])
      }
    }
  }
}
