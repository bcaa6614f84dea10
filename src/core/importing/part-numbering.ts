import { assertNever } from '../assert.ts'
import { maskProblem } from '../numbering/mask.ts'
import { readPartPattern } from '../numbering/pattern-faults.ts'
import type { LotSource, SerialSource } from '../part.ts'
import type { TrackingType } from '../tracking/tracking-type.ts'
import type { Cells } from './cells.ts'
import { readOneOf, readText, type CellReader } from './cell-readers.ts'

export interface SerialNumbering {
  readonly serialSource: SerialSource | null
  readonly serialPattern: string | null
  readonly serialMask: string | null
}

export interface LotNumbering {
  readonly lotSource: LotSource | null
  readonly lotPattern: string | null
}

/** Which part is numbered; undefined where the file does not say it rightly. */
export interface NumberedPart {
  readonly tracking: TrackingType | undefined
  readonly partNumber: string | undefined
  readonly revision: string
}

type Reading<T> = { readonly [Field in keyof T]: T[Field] | undefined }

const readSerialSource = readOneOf<SerialSource>(['generated', 'captured'])
const readLotSource = readOneOf<LotSource>(['generated', 'supplier', 'run'])

/**
 * How a part's units get their serials. Only a part tracked by serial has this.
 *
 * A part that does not say which says it by its pattern: with one we number the units, without one the supplier does.
 */
export function readSerialNumbering(cells: Cells, part: NumberedPart): Reading<SerialNumbering> {
  if (part.tracking !== 'serial') {
    const columns = ['serial_source', 'serial_pattern', 'serial_mask']
    if (part.tracking) refuseGiven(cells, columns, 'only a part tracked by serial has this')
    return { serialSource: null, serialPattern: null, serialMask: null }
  }
  const serialSource = sourceOf(cells, 'serial_source', readSerialSource, 'serial_pattern', 'captured')
  switch (serialSource) {
    case undefined:
      return { serialSource, serialPattern: null, serialMask: null }
    case 'generated':
      refuseGiven(cells, ['serial_mask'], 'only captured serials have a mask')
      return { serialSource, serialPattern: readPattern(cells, 'serial_pattern', 'required', part), serialMask: null }
    case 'captured':
      refuseGiven(cells, ['serial_pattern'], 'only generated serials have a pattern')
      return { serialSource, serialPattern: null, serialMask: readMask(cells) }
    default:
      return assertNever(serialSource)
  }
}

/**
 * How a part's lots get their numbers. Only a part tracked by lot has this; as with serials, a pattern says that we
 * number them where the part does not say it.
 *
 * A supplier's lots may have a pattern of ours too, for goods that come without a lot.
 */
export function readLotNumbering(cells: Cells, part: NumberedPart): Reading<LotNumbering> {
  if (part.tracking !== 'lot') {
    if (part.tracking) refuseGiven(cells, ['lot_source', 'lot_pattern'], 'only a part tracked by lot has this')
    return { lotSource: null, lotPattern: null }
  }
  const lotSource = sourceOf(cells, 'lot_source', readLotSource, 'lot_pattern', 'supplier')
  switch (lotSource) {
    case undefined:
      return { lotSource, lotPattern: null }
    case 'generated':
      return { lotSource, lotPattern: readPattern(cells, 'lot_pattern', 'required', part) }
    case 'supplier':
      return { lotSource, lotPattern: readPattern(cells, 'lot_pattern', 'optional', part) }
    case 'run':
      refuseGiven(cells, ['lot_pattern'], 'the lot of a run is its batch id and has no pattern')
      return { lotSource, lotPattern: null }
    default:
      return assertNever(lotSource)
  }
}

/** Where numbers come from: as it is said, or else as a pattern, or its absence, tells. */
function sourceOf<Source extends SerialSource | LotSource>(
  cells: Cells,
  column: string,
  reader: CellReader<Source>,
  patternColumn: string,
  withoutPattern: Source
): Source | 'generated' | undefined {
  const said = cells.optional(column, reader)
  if (said !== null) return said
  return cells.optional(patternColumn, readText) ? 'generated' : withoutPattern
}

/** Refuses what a file says where it does not belong. What is only stored there, the new row does away with. */
function refuseGiven(cells: Cells, columns: readonly string[], reason: string): void {
  for (const column of columns) if (cells.given(column)) cells.refuse(column, reason)
}

function readMask(cells: Cells): string | null | undefined {
  const mask = cells.optional('serial_mask', readText)
  const problem = mask ? maskProblem(mask) : undefined
  return problem === undefined ? mask : cells.refuse('serial_mask', `it ${problem}`)
}

function readPattern(
  cells: Cells,
  column: 'serial_pattern' | 'lot_pattern',
  need: 'required' | 'optional',
  part: NumberedPart
): string | null | undefined {
  const text = cells[need](column, readText)
  if (!text || part.partNumber === undefined) return text
  const reading = readPartPattern(text, { partNumber: part.partNumber, revision: part.revision })
  return reading.ok ? text : cells.refuse(column, clause(reading.faults.map(({ message }) => message).join(' ')))
}

/** A sentence, or several, as what follows the name of a column. */
function clause(sentence: string): string {
  return sentence.replace(/\.$/, '')
}
