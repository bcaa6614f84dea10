import { readCommand } from '../barcode/commands.ts'
import { parsePattern, type PatternProblemKind } from './parse-pattern.ts'
import type { Pattern } from './pattern.ts'
import { seriesOf, type NumberProblem, type NumberRefusal } from './series.ts'

/** Why a part cannot have a pattern: `length` characters from `at` of its text, and why in a sentence. */
export interface PatternFault {
  readonly kind: PatternProblemKind | 'command' | NumberProblem['kind'] | 'meets' | 'meets-itself'
  readonly at: number
  readonly length: number
  readonly message: string
}

/** Whose numbers a pattern makes. */
export interface NumberedPart {
  readonly partNumber: string
  /** Empty for a part without revisions. */
  readonly revision: string
}

export type PartPatternReading =
  { readonly ok: true; readonly pattern: Pattern } | { readonly ok: false; readonly faults: readonly PatternFault[] }

/** What of a station can stand in a number; empty where it has none. */
export interface NumberedPlace {
  readonly site: string
  readonly station: string
}

const ANY_PLACE: NumberedPlace = { site: '0', station: '0' }

/**
 * Reads the pattern of a part, tried with a short order and supplier. Other patterns are not looked at.
 *
 * @param place where numbers are to be made; where it is left out, anywhere
 */
export function readPartPattern(
  text: string,
  { partNumber, revision }: NumberedPart,
  place: NumberedPlace = ANY_PLACE
): PartPatternReading {
  if (readCommand(text)) {
    const message = 'Its numbers would begin as a command of the station does, so they could not be scanned.'
    return { ok: false, faults: [{ kind: 'command', at: 0, length: text.length, message }] }
  }
  const reading = parsePattern(text)
  if (!reading.ok) return { ok: false, faults: reading.problems }
  const series = seriesOf(reading.pattern, { partNumber, revision, order: '0', supplier: '0', ...place })
  return series.ok ? { ok: true, pattern: reading.pattern } : { ok: false, faults: [seriesFault(text, series)] }
}

/** Where in the text it is: the token that is to blame, else all of it. */
function seriesFault(text: string, { problem, reason }: NumberRefusal): PatternFault {
  const token =
    problem.kind === 'missing-context' ? problem.tokens[0] : problem.kind === 'not-a-code' ? problem.token : undefined
  const written = token === undefined ? text : `{${token}}`
  return { kind: problem.kind, at: Math.max(0, text.indexOf(written)), length: written.length, message: reason }
}
