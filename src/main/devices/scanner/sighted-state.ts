import type { ScannerState } from './scanner.ts'
import type { ScannerTrouble } from './trouble.ts'
import type { Sighting } from './watcher.ts'

/** What one kind of device says in its own way. */
export interface SightingWords<Info> {
  nameOf(info: Info): string
  /** For one that this user may not use. */
  denied(info: Info): ScannerTrouble
  /** For those that are there, or open, and send no scans all the same. */
  unfit(): readonly ScannerTrouble[]
  /** Other scanners of the settings that name the same device. */
  readonly sharedWith: readonly string[]
  /** What cannot be read of this computer: `USB devices`. */
  readonly devices: string
  /** For when none of them can be seen, and none is open. */
  unavailable(reason: Error): string
}

/** What is to be said of what the watcher sees: what is connected, and beside it each device with which something is wrong. */
export function stateOfSighting<Info>(sighting: Sighting<Info>, words: SightingWords<Info>): ScannerState {
  const { open, noPermission, refused, unavailable } = sighting
  if (unavailable && open.length === 0) return { kind: 'failed', message: words.unavailable(unavailable) }
  const [first, ...others] = withoutRepeats([
    ...noPermission.map((info) => words.denied(info)),
    ...refused.map((info) => ({ kind: 'failed' as const, message: describeHeld(words.nameOf(info)) })),
    ...words.unfit(),
    ...(unavailable ? [{ kind: 'failed' as const, message: describeBlind(words.devices, unavailable) }] : [])
  ])
  const rivals = words.sharedWith.length > 0 ? { sharedWith: words.sharedWith } : {}
  if (open.length > 0) {
    const devices = open.map((info) => words.nameOf(info))
    return { kind: 'connected', devices, ...rivals, ...(first ? { others: [first, ...others] } : {}) }
  }
  if (!first) return { kind: 'waiting', ...rivals }
  return others.length > 0 ? { ...first, others } : first
}

/** Two devices of one name that lack the same thing are said once. */
function withoutRepeats(troubles: readonly ScannerTrouble[]): readonly ScannerTrouble[] {
  return [...new Map(troubles.map((trouble) => [JSON.stringify(trouble), trouble])).values()]
}

function describeHeld(name: string): string {
  return (
    `${name} cannot be opened, most likely because another program uses it. ` +
    `End that program, or pull the scanner and plug it in again; the station tries again every second.`
  )
}

function describeBlind(devices: string, reason: Error): string {
  return (
    `Another scanner that is plugged in now would not be noticed, since this computer's ${devices} cannot be looked for: ` +
    `${reason.message}. The station tries again every second; start it again where that does not help.`
  )
}
