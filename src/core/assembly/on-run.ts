import { formatQuantity, subtract, ZERO, type Quantity } from '../quantity.ts'
import type { Sound } from '../scan-sound.ts'
import { accepted, type Answer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import type { Session } from '../session/session.ts'
import type { BuildLine, KnownBuild, KnownRun } from './directory.ts'
import type { AssemblyEffect } from './effect.ts'
import type { RunPlace } from './place.ts'

/** An open run, with all that its rules look at. */
export interface OnRun {
  readonly session: Session
  readonly at: RunPlace
  readonly run: KnownRun
  /** The build that scans go to; null once everything is built. */
  readonly build: KnownBuild | null
  readonly directory: StationDirectory
}

/** An open run with something to build. */
export interface OnBuild extends OnRun {
  readonly build: KnownBuild
  readonly lines: readonly BuildLine[]
}

/** An accepted scan of an open run: the window stays with the run. */
export function acceptedOnRun(
  { session }: Pick<OnRun, 'session'>,
  at: RunPlace,
  title: string,
  message: string,
  more: { readonly sound?: Sound; readonly effect?: AssemblyEffect } = {}
): Answer {
  return accepted({ ...session, at }, title, message, { ...more, show: { kind: 'assembly' } })
}

export function openOf({ needed, installed }: Pick<BuildLine, 'needed' | 'installed'>): Quantity {
  return installed < needed ? subtract(needed, installed) : ZERO
}

export function isLineOpen(line: Pick<BuildLine, 'needed' | 'installed'>): boolean {
  return line.installed < line.needed
}

/** `SN-1 (GEARBOX)`, `lot R-7 of PAINT`, `40 pcs of SPACER`. */
export function nameOfBuild({ serial, lot, partNumber, quantity, unit }: KnownBuild): string {
  if (serial !== null) return `${serial} (${partNumber})`
  return lot === null ? `${formatQuantity(quantity)} ${unit} of ${partNumber}` : `lot ${lot} of ${partNumber}`
}

/** Where what is completed goes. */
export function putAwayPlaceOf({ session, directory }: Pick<OnRun, 'session' | 'directory'>): string {
  return session.location ?? directory.assembly.stationLocation
}
