import type { Day } from '../clock.ts'
import { contentOf } from './aim.ts'
import { recogniseCalibration } from './calibration-symbol.ts'
import { readCommand } from './commands.ts'
import { hasControlCharacter } from './control-characters.ts'
import { readDigitalLink } from './digital-link.ts'
import { readDeclaredGs1, readUndeclaredGs1 } from './gs1-reading.ts'
import { parseGtin, parseUpcE } from './gtin.ts'
import { readMessage } from './iso15434-label.ts'
import { labelTextOf, type LabelText, type Scan } from './label-text.ts'
import { readingsOf, type CertainReading, type Reading, type ReadingContext } from './reading.ts'
import { readSingleField } from './single-field.ts'
import { buildSupplierLabel } from './supplier-label.ts'
import type { SupplierLabel } from './supplier-label.ts'
import { completeLabel } from './taught/complete-label.ts'
import { readTaught } from './taught/read-taught.ts'
import type { TaughtFormat } from './taught/taught-format.ts'
import { readLcsc } from './vendors/lcsc.ts'
import { readTmeDataMatrix, readTmeQrCode } from './vendors/tme.ts'

/** More than any symbol of one piece that a supplier prints; beyond it a scan is noise. */
const MAX_SCAN_LENGTH = 4096

/**
 * Says what a scan means by itself: a scanner's calibration, a command, an own label, a supplier's label, a GTIN or plain
 * text, in this order. A taught format comes after those that tell themselves, and never hides what the text means
 * without it; to a label of a standard it adds what the standard leaves open.
 *
 * Total and without memory: every text has a reading and always the same. What may mean two things is given as both.
 * Blanks and line ends around a scan, and the SOH, STX and ETX that some scanners frame it with, are not part of it;
 * plain text keeps case, leading zeros and inner blanks.
 */
export function interpretScan(scan: Scan, context: ReadingContext): Reading {
  if (scan.text.length > MAX_SCAN_LENGTH) {
    return unreadable(`The scan has more than ${MAX_SCAN_LENGTH} characters`)
  }
  const calibration = recogniseCalibration(scan.text)
  if (calibration) return { kind: 'calibration', isWhole: calibration === 'whole' }
  const label = labelTextOf(scan)
  if (label.text === '') return unreadable('The scan is empty')
  if (contentOf(label.aim) === 'scanner-reply') {
    return unreadable('The scanner has answered a setting, and this is no symbol')
  }
  const { today, taught = [], isTeaching = false } = context
  const told = readTold(label, today)
  if (told !== undefined && !isTeaching) return completed(told, taught, today)
  const reading = told ?? readFree(label.text, today)
  if (!isTeaching) return withTaught(label.text, taught, today, completed(reading, taught, today))
  return isOurs(reading)
    ? reading
    : { kind: 'sample', sample: label, isFree: told === undefined && isNothingSure(reading), reading }
}

/** What tells itself: nothing that is taught reads it in another way. */
function readTold({ text, aim }: LabelText, today: Day): Reading | undefined {
  return (
    readCommand(text) ??
    readMessage(text, today) ??
    readCarrier(aim, text, today) ??
    readWeb(text, today) ??
    readVendor(text, today)
  )
}

function readFree(text: string, today: Day): Reading {
  return readBare(text, today) ?? readPlain(text, today)
}

function isOurs({ kind }: Reading): boolean {
  return kind === 'command' || kind === 'bad-command' || kind === 'own-label'
}

/** Digits may make a GTIN by chance; GS1 by its look does not happen by chance. */
function isNothingSure({ kind }: Reading): boolean {
  return kind === 'text' || kind === 'gtin' || kind === 'unreadable'
}

function readCarrier(aim: string | null, text: string, today: Day): Reading | undefined {
  switch (contentOf(aim)) {
    case 'gs1':
      return readDeclaredGs1(text, today)
    case 'ean':
      return /^\d{8}$/.test(text) && aim === ']E0' ? readUpcE(text) : readGtin(text, true)
    case 'ean-add-on':
      return readGtin(text.slice(0, /^(\d{14}|\d{17})$/.test(text) ? 12 : 13), true)
    default:
      return undefined
  }
}

function readGtin(text: string, declared: boolean): CertainReading | undefined {
  const gtin = parseGtin(text)
  return gtin && { kind: 'gtin', gtin, text, declared }
}

/** The eight digits of a UPC-E are no GTIN: what they are short for is. */
function readUpcE(text: string): CertainReading | undefined {
  const gtin = parseUpcE(text)
  return gtin && { kind: 'gtin', gtin, text: gtin, declared: true }
}

function readWeb(text: string, today: Day): Reading | undefined {
  const fields = readDigitalLink(text, today)
  return fields && supplierLabel(buildSupplierLabel('digital-link', fields))
}

function readVendor(text: string, today: Day): Reading | undefined {
  const label = readLcsc(text, today) ?? readTmeQrCode(text, today) ?? readTmeDataMatrix(text, today)
  return label && supplierLabel(label)
}

/** Reads what no carrier declares: GS1 in brackets or by its look, and digits that make a GTIN. */
function readBare(text: string, today: Day): Reading | undefined {
  return readUndeclaredGs1(text, today) ?? readGtin(text, false)
}

function readPlain(text: string, today: Day): Reading {
  if (hasControlCharacter(text)) {
    const reason =
      'The scan holds signs that cannot be printed, as separators between fields are, and is no label that the station knows'
    return { kind: 'unreadable', reason, isForeign: true }
  }
  const field = readSingleField(text, today)
  return field === undefined ? { kind: 'text', text } : { kind: 'text', text, field }
}

/** What a text means by taught formats, and what it means without them. */
function withTaught(text: string, taught: readonly TaughtFormat[], today: Day, otherwise: Reading): Reading {
  const labels = taught.flatMap((format) => readTaught(format, text, today) ?? []).map(supplierLabel)
  if (labels.length === 0) return otherwise
  const readings = otherwise.kind === 'unreadable' ? labels : [...labels, ...readingsOf(otherwise)]
  const [only, ...others] = readings
  return only && others.length === 0 ? only : ambiguous(readings)
}

function completed(reading: Reading, taught: readonly TaughtFormat[], today: Day): Reading {
  if (taught.length === 0) return reading
  switch (reading.kind) {
    case 'supplier-label':
      return supplierLabel(completeLabel(reading.label, taught, today))
    case 'ambiguous':
      return ambiguous(reading.readings.map((each) => completed(each, taught, today)))
    default:
      return reading
  }
}

function supplierLabel(label: SupplierLabel): CertainReading {
  return { kind: 'supplier-label', label }
}

function ambiguous(readings: readonly Reading[]): Reading {
  return { kind: 'ambiguous', readings }
}

function unreadable(reason: string): CertainReading {
  return { kind: 'unreadable', reason }
}
