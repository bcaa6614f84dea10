import type { CertainReading } from '../barcode/reading.ts'
import type { SupplierLabel } from '../barcode/supplier-label.ts'
import { taughtHabitOf } from '../receiving/bar-habit.ts'
import { captureModeOf } from '../receiving/capture.ts'
import { knownAs } from '../teaching/known-as.ts'
import type { Candidate } from './choose.ts'
import type { StationDirectory } from './directory.ts'
import type { Session } from './session.ts'

/**
 * What is left of several readings where a taught format reads a text that may be a serial or a lot as it stands.
 *
 * Only a part that is known tells them apart: a label that names one is no plain text, unless that is known here too.
 * Without one the clerk is asked, and the answer holds for the line.
 */
export function taughtOrText(
  session: Session,
  candidates: readonly Candidate[],
  directory: StationDirectory
): readonly Candidate[] {
  const taught = candidates.filter(({ reading }) => isTaught(reading))
  const isBare = ({ reading }: Candidate) => isPlain(reading) && knownAs(reading.text, directory) === undefined
  if (taught.length === 0 || !candidates.some(isBare)) return candidates
  const withoutBare = candidates.filter((candidate) => !isBare(candidate))
  if (taught.some(({ reading }) => namesPart(reading, directory))) return withoutBare
  const late = taught.filter(({ reading }) => lacksSerial(session, reading, directory))
  const habit = taughtHabitOf(session)
  if (habit === 'as-taught' && late.length < taught.length) return withoutBare
  if (habit === 'as-it-stands') return candidates.filter((candidate) => !taught.includes(candidate))
  return [...candidates.filter((candidate) => !late.includes(candidate)), ...late].map((candidate) => {
    if (taught.includes(candidate)) return { ...candidate, bars: 'as-taught' }
    return isBare(candidate) ? { ...candidate, bars: 'as-it-stands' } : candidate
  })
}

function isTaught(reading: CertainReading): reading is { kind: 'supplier-label'; label: SupplierLabel } {
  return reading.kind === 'supplier-label' && reading.label.source === 'taught'
}

function isPlain(reading: CertainReading): reading is Extract<CertainReading, { kind: 'text' | 'gtin' }> {
  return reading.kind === 'text' || reading.kind === 'gtin'
}

function namesPart(reading: CertainReading, directory: StationDirectory): boolean {
  return isTaught(reading) && reading.label.partNumbers.some(({ value }) => directory.partsNamed(value).length > 0)
}

/** On a line where each unit is scanned, a label without a serial is less likely than a text that is one. */
function lacksSerial({ at }: Session, reading: CertainReading, directory: StationDirectory): boolean {
  const part = at.kind === 'line' ? directory.line(at.line)?.part : undefined
  const wantsSerial = part !== undefined && captureModeOf(part) === 'serial-captured'
  return wantsSerial && isTaught(reading) && reading.label.serials.length === 0
}
