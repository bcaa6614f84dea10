import type { CertainReading, Reading } from '../barcode/reading.ts'
import type { SupplierLabel } from '../barcode/supplier-label.ts'
import type { Part } from '../part.ts'
import { maskMismatch } from '../numbering/mask.ts'
import { shown } from '../words.ts'
import { accepted, refused, type Answer } from './answer.ts'
import { describeOptions, type ChoiceAsking, type ChoiceOption } from './choice.ts'
import type { StationDirectory } from './directory.ts'
import type { Session } from './session.ts'

/** What one reading would do here. */
export interface Candidate extends ChoiceOption {
  readonly answer: Answer
}

/** Asks which of several readings is meant, the likeliest first. Nothing is done before it is answered. */
export function askChoice(session: Session, candidates: readonly Candidate[], directory: StationDirectory): Answer {
  const ranked = candidates
    .map((candidate, index) => ({ candidate, score: scoreOf(candidate, session, directory), index }))
    .sort((one, other) => other.score - one.score || one.index - other.index)
  const options = ranked.map(({ candidate: { reading, bars } }) =>
    bars === undefined ? { reading } : { reading, bars }
  )
  const asking: ChoiceAsking = { kind: 'choice', options }
  return accepted({ ...session, asking }, 'Which is meant?', `${listOf(asking)} ${HOW}`, {
    sound: 'attention',
    show: null
  })
}

const HOW = 'Choose on the screen or with DS:PICK:1, DS:PICK:2; DS:CANCEL leaves it.'

function listOf({ options }: ChoiceAsking): string {
  return describeOptions(options)
    .map((words, index) => `${index + 1}: ${shown(words)}.`)
    .join(' ')
}

/**
 * The option that a scan chooses: by its number, or by a code that only one of them says, such as the lot's own bar.
 * Absent where it chooses none.
 */
export function chosenBy({ options }: ChoiceAsking, reading: Reading): ChoiceOption | undefined {
  if (reading.kind === 'command') {
    return reading.command.kind === 'pick' ? options[reading.command.number - 1] : undefined
  }
  if (reading.kind !== 'text' && reading.kind !== 'gtin') return undefined
  const saying = options.filter((option) => codesOf(option.reading).includes(reading.text))
  return saying.length === 1 ? saying[0] : undefined
}

/** What is said to any other scan while a choice is open. */
export function waitingForChoice(asking: ChoiceAsking, reading: Reading): Answer {
  const wrongNumber = reading.kind === 'command' && reading.command.kind === 'pick'
  return refused(
    'waiting-for-choice',
    wrongNumber ? 'No such choice' : 'Which is meant?',
    `${wrongNumber ? '' : 'The scan before this one can mean several things. '}${listOf(asking)} ${HOW}`,
    'attention'
  )
}

/** Codes that would be taken from a reading, to tell it from the others. */
function codesOf(reading: CertainReading): readonly string[] {
  if (reading.kind === 'text' || reading.kind === 'gtin') return [reading.text]
  if (reading.kind !== 'supplier-label') return []
  const { serials, lot, supplierLot } = reading.label
  return [...serials, lot, supplierLot].flatMap((found) => (found === null ? [] : [found.value]))
}

/** How much speaks for a reading: a line that takes it as it is, the part's mask, a known lot, a plausible date. */
function scoreOf({ reading, answer }: Candidate, session: Session, directory: StationDirectory): number {
  const fitsOrder = answer.kind === 'accepted' && answer.sound === 'accepted' ? 8 : 0
  if (reading.kind !== 'supplier-label') return fitsOrder
  const { label } = reading
  const fitsMask = label.serials.some(({ value }) => fitsMaskOf(partAtHand(session, directory), value)) ? 4 : 0
  return fitsOrder + fitsMask + (namesKnownLot(label, directory) ? 2 : 0) + (hasPlainDate(label) ? 1 : 0)
}

function partAtHand({ at }: Session, directory: StationDirectory): Part | undefined {
  return at.kind === 'line' ? directory.line(at.line)?.part : undefined
}

function fitsMaskOf(part: Part | undefined, serial: string): boolean {
  return part !== undefined && part.serialMask !== null && maskMismatch(part.serialMask, serial) === undefined
}

function namesKnownLot({ lot, supplierLot, partNumbers }: SupplierLabel, directory: StationDirectory): boolean {
  const parts = partNumbers.flatMap(({ value }) => directory.partsNamed(value))
  const named = [lot, supplierLot].flatMap((found) => (found === null ? [] : directory.lotsNamed(found.value)))
  return named.some(({ partId }) => parts.length === 0 || parts.includes(partId))
}

/** The interpreter puts a separator in only where what follows is a plausible date. */
function hasPlainDate({ expiry, bestBefore, productionDate, warnings }: SupplierLabel): boolean {
  const isWhole = warnings.every(({ kind }) => kind !== 'run-together')
  return isWhole && [expiry, bestBefore, productionDate].some((date) => date !== null)
}

/** Whether the answers to several readings differ, so that somebody must say which is meant. */
export function differ(candidates: readonly Candidate[]): boolean {
  return new Set(candidates.map(({ answer }) => JSON.stringify(answer))).size > 1
}
