import type { ScannerState } from './scanner.ts'
import type { Sighting } from './watcher.ts'

/** What one kind of device says in its own way. */
export interface SightingWords<Info> {
  nameOf(info: Info): string
  /** For one that this user may not use. */
  denied(info: Info): ScannerState
  /** For when none is there. */
  absent(): ScannerState
  /** For when no device of this kind can be seen at all. */
  unavailable(reason: Error): string
}

/** What is most worth saying of what the watcher sees. */
export function stateOfSighting<Info>(sighting: Sighting<Info>, words: SightingWords<Info>): ScannerState {
  const { open, noPermission, refused, unavailable } = sighting
  const [denied] = noPermission
  const [held] = refused
  if (unavailable) return { kind: 'failed', message: words.unavailable(unavailable) }
  if (open.length > 0) return { kind: 'connected', devices: open.map((info) => words.nameOf(info)) }
  if (denied) return words.denied(denied)
  if (held) return { kind: 'failed', message: describeHeld(words.nameOf(held)) }
  return words.absent()
}

function describeHeld(name: string): string {
  return (
    `${name} cannot be opened, most likely because another program uses it. ` +
    `End that program, or pull the scanner and plug it in again; the station tries again every second.`
  )
}
