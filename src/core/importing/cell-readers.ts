import { checkDigitOf, parseGtin, type Gtin } from '../barcode/gtin.ts'
import { readCommand } from '../barcode/commands.ts'
import { parseDay, type Day } from '../clock.ts'
import { codeProblem, describeCodeProblem } from '../code.ts'
import {
  describeQuantityProblem,
  parsePositiveQuantity,
  parseQuantity,
  quantityOf,
  ZERO,
  type Quantity
} from '../quantity.ts'
import { shortened, type CellValue } from './table.ts'

export type CellReading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string }

/** Makes something of a cell that is not empty. */
export type CellReader<T> = (cell: CellValue) => CellReading<T>

const MAX_TEXT_LENGTH = 1000
const MAX_WHOLE = 99_999
const MAX_PERCENT = quantityOf(100)
const CODES_ARE_TEXT = 'a code is text: write it in quotes, since a number loses leading zeros'

/**
 * A code: a part number, an order, a location, a serial.
 *
 * Text alone, since a number has lost its leading zeros, and nothing that a scanner would take for a command.
 */
export const readCode: CellReader<string> = (cell) => {
  if (typeof cell !== 'string') return wrong(CODES_ARE_TEXT)
  const problem = codeProblem(cell)
  if (problem) return wrong(describeCodeProblem(problem))
  if (readCommand(cell)) return wrong('it begins as a command of the station does, so it could never be scanned')
  return right(cell)
}

/** Like {@link readCode}, with line numbers in mind, which JSON may hold as numbers. */
export const readLineNumber: CellReader<string> = (cell) =>
  readCode(typeof cell === 'number' && Number.isSafeInteger(cell) ? String(cell) : cell)

/** Text for people, in any script. */
export const readText: CellReader<string> = (cell) => {
  if (typeof cell !== 'string') return wrong('this is text: write it in quotes')
  if (cell.length > MAX_TEXT_LENGTH) return wrong(`it is longer than ${MAX_TEXT_LENGTH} characters`)
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(cell)) return wrong('it holds a control character')
  return right(cell)
}

/** The name of something, such as a supplier: text on one line with no outer blanks, which nobody would see. */
export const readName: CellReader<string> = (cell) => {
  const reading = readText(cell)
  if (!reading.ok) return reading
  if (/[\t\r\n]/.test(reading.value)) return wrong('it goes over more than one line')
  if (reading.value !== reading.value.trim()) return wrong('it begins or ends with a blank')
  if (reading.value.length > 100) return wrong('it is longer than 100 characters')
  return reading
}

export function readOneOf<T extends string>(choices: readonly T[]): CellReader<T> {
  return (cell) => {
    const choice = choices.find((each) => each === cell)
    return choice === undefined ? wrong(`it is one of ${choices.join(', ')}`) : right(choice)
  }
}

const YES = ['yes', 'true', '1']
const NO = ['no', 'false', '0']

export const readYesNo: CellReader<boolean> = (cell) => {
  const text = String(cell).toLowerCase()
  if (YES.includes(text)) return right(true)
  if (NO.includes(text)) return right(false)
  return wrong('it is yes or no (or true, false, 1, 0)')
}

export const readQuantity: CellReader<Quantity> = (cell) => {
  const reading = parsePositiveQuantity(String(cell))
  return reading.ok ? right(reading.quantity) : wrong(describeQuantityProblem(reading.problem))
}

/** Percent from 0 to 100, in the form of a quantity. */
export const readPercent: CellReader<Quantity> = (cell) => {
  const reading = parseQuantity(String(cell))
  if (!reading.ok) return wrong(describeQuantityProblem(reading.problem))
  if (reading.quantity < ZERO || reading.quantity > MAX_PERCENT) return wrong('it is a number of percent from 0 to 100')
  return right(reading.quantity)
}

/** A whole number from 1 to 99,999. */
export const readWhole: CellReader<number> = (cell) => {
  const text = String(cell)
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < 1 || value > MAX_WHOLE) return wrong(`it is a whole number from 1 to ${MAX_WHOLE}`)
  return right(value)
}

export const readDay: CellReader<Day> = (cell) => {
  const day = parseDay(String(cell))
  return day === undefined ? wrong('it is a day of the calendar, written YYYY-MM-DD') : right(day)
}

export const readGtin: CellReader<Gtin> = (cell) => {
  const text = String(cell)
  const gtin = parseGtin(text)
  if (gtin !== undefined) return right(gtin)
  if (!/^(\d{8}|\d{12,14})$/.test(text)) return wrong('a GTIN has 8, 12, 13 or 14 digits and nothing else')
  return wrong(`a digit is wrong: the check digit of the others is ${checkDigitOf(text.slice(0, -1))}`)
}

/** Codes with `;` between them, each once, in the order of their characters. */
export const readCodes: CellReader<readonly string[]> = (cell) => {
  if (typeof cell !== 'string') return wrong(CODES_ARE_TEXT)
  const codes = cell
    .split(';')
    .map((code) => code.trim())
    .filter((code) => code !== '')
  for (const code of codes) {
    const reading = readCode(code)
    if (!reading.ok) return wrong(`"${shortened(code)}": ${reading.reason}`)
  }
  return right([...new Set(codes)].sort())
}

function right<T>(value: T): CellReading<T> {
  return { ok: true, value }
}

function wrong(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason }
}
