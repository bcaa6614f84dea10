import { HidOpenError } from '../hid/port.ts'
import type { HidBackend, HidDevice, HidInfo } from '../hid/port.ts'
import type { Timers } from '../timers.ts'
import { isHidPos, isKeyboard, makerOf } from './models.ts'

/** What the watcher sees for one claim: the devices it gave it, and those that it could not give. */
export interface Sighting {
  readonly open: readonly HidInfo[]
  readonly noPermission: readonly HidInfo[]
  readonly refused: readonly HidInfo[]
  /** Scanners by their maker that are in a mode without scan reports. */
  readonly wrongMode: readonly { readonly info: HidInfo; readonly mode: 'keyboard' | 'other' }[]
  /** Why no device at all can be seen; null while they can. */
  readonly unavailable: Error | null
}

/** Somebody who wants scanners. */
export interface Claim {
  /** Whether the claim is for certain devices; a claim for any gets what no certain one wants. */
  readonly isCertain: boolean
  wants(info: HidInfo): boolean
  /** Gets each device as soon as it is open; the watcher closes it. */
  opened(device: HidDevice): void
  /** Is told after each look, and after each loss. */
  sighted(sighting: Sighting): void
}

export interface ScannerWatcher {
  /** Looks for devices from now on. The function it returns gives them up and settles when they are closed. */
  watch(claim: Claim): () => Promise<void>
}

interface OpenDevice {
  readonly device: HidDevice
  readonly claim: Claim
}

export const LOOK_EVERY_MS = 1000

/**
 * Finds scanners as they are plugged in and lets them go as they are pulled.
 *
 * There is no event for either that holds everywhere, so it lists what is there and compares. Each device is opened
 * once and goes to one claim: to a certain one that wants it, else to the one for any that has the fewest.
 */
export function createScannerWatcher(backend: HidBackend, timers: Timers, lookEveryMs = LOOK_EVERY_MS): ScannerWatcher {
  const claims = new Set<Claim>()
  const open = new Map<string, OpenDevice>()
  let looking: Promise<void> | undefined
  let stopWaiting = (): void => {}

  function claimFor(info: HidInfo): Claim | undefined {
    const wanting = [...claims].filter((claim) => claim.wants(info))
    const certain = wanting.find(({ isCertain }) => isCertain)
    return certain ?? wanting.sort((a, b) => devicesOf(a).length - devicesOf(b).length)[0]
  }

  function devicesOf(claim: Claim): readonly HidDevice[] {
    return [...open.values()].filter((entry) => entry.claim === claim).map(({ device }) => device)
  }

  async function look(): Promise<void> {
    const noPermission: HidInfo[] = []
    const refused: HidInfo[] = []
    let infos: readonly HidInfo[] = []
    let unavailable: Error | null = null
    try {
      infos = await backend.list()
      await dropVanished(infos)
      for (const info of infos.filter(isHidPos)) {
        const claim = open.has(info.path) ? undefined : claimFor(info)
        if (!claim) continue
        const problem = await openFor(claim, info.path)
        if (problem === 'no-permission') noPermission.push(info)
        if (problem === 'refused') refused.push(info)
      }
    } catch (error) {
      unavailable = error instanceof Error ? error : new Error(String(error))
    }
    last = { noPermission, refused, wrongMode: wrongModesOf(infos), unavailable }
    for (const claim of claims) tell(claim)
  }

  let last: Omit<Sighting, 'open'> = { noPermission: [], refused: [], wrongMode: [], unavailable: null }

  function tell(claim: Claim): void {
    const wanted = (info: HidInfo) => claim.wants(info)
    claim.sighted({
      open: devicesOf(claim).map(({ info }) => info),
      noPermission: last.noPermission.filter(wanted),
      refused: last.refused.filter(wanted),
      wrongMode: last.wrongMode.filter(({ info }) => claim.wants(info)),
      unavailable: last.unavailable
    })
  }

  /** A device is listed for a moment after it was pulled, and may be pulled while it is opened: then there is none. */
  async function openFor(claim: Claim, path: string): Promise<'no-permission' | 'refused' | undefined> {
    try {
      const device = await backend.open(path)
      if (!claims.has(claim)) {
        await device.close()
        return undefined
      }
      open.set(path, { device, claim })
      device.onLost(() => void lose(path, device))
      claim.opened(device)
      return undefined
    } catch (error) {
      if (!(error instanceof HidOpenError)) throw error
      return error.problem === 'gone' ? undefined : error.problem
    }
  }

  async function lose(path: string, device: HidDevice): Promise<void> {
    const entry = open.get(path)
    if (entry?.device === device) {
      open.delete(path)
      tell(entry.claim)
    }
    await device.close()
  }

  async function dropVanished(infos: readonly HidInfo[]): Promise<void> {
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

/** Scanners of known makers that show no collection for scans: one set to type like a keyboard, or to something else. */
function wrongModesOf(infos: readonly HidInfo[]): Sighting['wrongMode'] {
  const devices = new Map<string, HidInfo[]>()
  for (const info of infos.filter(makerOf)) {
    // Just plugged in, and what it is for not known yet.
    if (info.usagePage === 0) continue
    const key = JSON.stringify([info.vendorId, info.productId, info.serialNumber])
    devices.set(key, [...(devices.get(key) ?? []), info])
  }
  return [...devices.values()].flatMap((collections) => {
    const [info] = collections
    if (!info || collections.some(isHidPos)) return []
    return [{ info, mode: collections.some(isKeyboard) ? 'keyboard' : 'other' } as const]
  })
}
