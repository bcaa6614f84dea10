import type { UsbIdentity } from '../usb-identity.ts'
import type { Certainty, Claim } from './watcher.ts'

/** Who gets which device. */
export interface Shares<Info, Wanting> {
  claimFor(info: Info, claims: Iterable<Wanting>): Wanting | undefined
  /** Whether a device is meant by the claim, and by none that is more certain. */
  mayHave(claim: Wanting, info: Info, claims: Iterable<Wanting>): boolean
  given(info: Info, claim: Wanting): void
  forget(claim: Wanting): void
}

const CERTAINTIES: readonly Certainty[] = ['any', 'model', 'unit']

/**
 * Shares devices out among claims that want the same ones.
 *
 * A device goes to those that name it most exactly. Among them it goes back to the one that had it before, which its
 * serial number tells, so that no two change names by being plugged in in another order; else to the one that has the
 * fewest. Units that say the same serial number are shared out like those that say none.
 */
export function createShares<Info, Wanting extends Claim<Info, never>>(
  usbOf: (info: Info) => UsbIdentity | null,
  had: (claim: Wanting) => readonly Info[]
): Shares<Info, Wanting> {
  const former = new Map<string, Wanting>()

  function unitOf(info: Info): string | null {
    const usb = usbOf(info)
    return usb?.serialNumber ? JSON.stringify([usb.vendorId, usb.productId, usb.serialNumber]) : null
  }

  function certaintyFor(info: Info, claims: Iterable<Wanting>): number {
    const meaning = [...claims].filter((claim) => claim.means(info))
    return Math.max(-1, ...meaning.map(({ certainty }) => CERTAINTIES.indexOf(certainty)))
  }

  function mayHave(claim: Wanting, info: Info, claims: Iterable<Wanting>): boolean {
    return claim.means(info) && CERTAINTIES.indexOf(claim.certainty) === certaintyFor(info, claims)
  }

  function knownTo(claim: Wanting): number {
    return [...former.values()].filter((each) => each === claim).length
  }

  return {
    mayHave,
    claimFor(info, claims) {
      const unit = unitOf(info)
      const wanting = [...claims].filter((claim) => mayHave(claim, info, claims) && claim.wants(info))
      const before = unit === null ? undefined : former.get(unit)
      const hasIt = before && had(before).some((other) => unitOf(other) === unit)
      if (before && !hasIt && wanting.includes(before)) return before
      return wanting.sort((a, b) => had(a).length - had(b).length || knownTo(a) - knownTo(b))[0]
    },
    given(info, claim) {
      const unit = unitOf(info)
      if (unit !== null) former.set(unit, claim)
    },
    forget(claim) {
      for (const [unit, each] of former) if (each === claim) former.delete(unit)
    }
  }
}
