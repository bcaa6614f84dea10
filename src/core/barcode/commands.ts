import { assertNever } from '../assert.ts'
import { codeProblem, describeCodeProblem } from '../code.ts'
import { describeQuantityProblem, formatQuantity, parsePositiveQuantity } from '../quantity.ts'
import type { Quantity } from '../quantity.ts'

/** What a symbol of the command sheet asks for. */
export type Command = PlaceCommand | OffCommand | PickCommand | ReturnsCommand | TeachCommand | TestCommand

/** All commands that are none of a place: what is missing here, or too much, does not compile. */
const OF_NO_PLACE: Readonly<Record<Exclude<Command, PlaceCommand>['kind'], true>> = {
  off: true,
  pick: true,
  returns: true,
  test: true,
  teach: true,
  way: true,
  piece: true,
  cut: true
}

/** Whether a command goes to whatever is open, and is not one that means the same everywhere. */
export function isPlaceCommand(command: Command): command is PlaceCommand {
  return !Object.hasOwn(OF_NO_PLACE, command.kind)
}

/** Teaches a supplier's label, and says of one that is being taught how it is made. */
export type TeachCommand =
  /** A new format, or the next version of the one that is named; while one is taught, another way to take it apart. */
  | { readonly kind: 'teach'; readonly format: string | null }
  /** The ways to take the label apart and its pieces are numbered from 1; a cut is before a character, from 0. */
  | { readonly kind: 'way' | 'piece' | 'cut'; readonly number: number }

/** Takes one unit off the open line, whichever it is: what a press beside the unit sends. */
export interface OffCommand {
  readonly kind: 'off'
  readonly serial: string
}

/** Answers a question of the station, whatever is open: the first, the second … of what a scan can mean. */
export interface PickCommand {
  readonly kind: 'pick'
  /** From 1. */
  readonly number: number
}

/** Asks which labels have to be brought back, whatever goods are in hand. */
export interface ReturnsCommand {
  readonly kind: 'returns'
}

/** A printer's test label: scanning it shows that the printer's labels can be read. */
export interface TestCommand {
  readonly kind: 'test'
  readonly argument: string
}

/** What each activity answers in its own way. */
export type PlaceCommand =
  | { readonly kind: 'done' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'generate' }
  | { readonly kind: 'reprint' }
  | { readonly kind: 'count' }
  | { readonly kind: 'hold' }
  | { readonly kind: 'home' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'quantity'; readonly quantity: Quantity }
  | { readonly kind: 'location'; readonly code: string }
  | { readonly kind: 'order'; readonly number: string }
  | { readonly kind: 'run'; readonly number: string }

export type CommandReading =
  { readonly kind: 'command'; readonly command: Command } | { readonly kind: 'bad-command'; readonly reason: string }

const PREFIX = 'DS:'

const WITHOUT_ARGUMENT = new Map<string, Command>([
  ['DONE', { kind: 'done' }],
  ['UNDO', { kind: 'undo' }],
  ['CANCEL', { kind: 'cancel' }],
  ['GENERATE', { kind: 'generate' }],
  ['REPRINT', { kind: 'reprint' }],
  ['COUNT', { kind: 'count' }],
  ['HOLD', { kind: 'hold' }],
  ['HOME', { kind: 'home' }],
  ['RESUME', { kind: 'resume' }],
  ['RETURNS', { kind: 'returns' }],
  ['TEACH', { kind: 'teach', format: null }]
])

const WITH_ARGUMENT = new Map<
  string,
  { readonly example: string; readonly read: (argument: string) => Command | string }
>([
  ['QTY', { example: 'DS:QTY:12', read: readQuantity }],
  ['LOC', { example: 'DS:LOC:A-01', read: readCode((code) => ({ kind: 'location', code }), 'location') }],
  ['ORDER', { example: 'DS:ORDER:PO-1', read: readCode((number) => ({ kind: 'order', number }), 'order number') }],
  ['PICK', { example: 'DS:PICK:1', read: readNumber(9, (number) => ({ kind: 'pick', number })) }],
  ['WAY', { example: 'DS:WAY:2', read: readNumber(9, (number) => ({ kind: 'way', number })) }],
  ['PIECE', { example: 'DS:PIECE:3', read: readNumber(99, (number) => ({ kind: 'piece', number })) }],
  ['CUT', { example: 'DS:CUT:6', read: readNumber(9999, (number) => ({ kind: 'cut', number })) }],
  [
    'TEACH',
    { example: 'DS:TEACH:CARTON', read: readCode((format) => ({ kind: 'teach', format }), 'name of a format') }
  ],
  ['OFF', { example: 'DS:OFF:A1', read: readCode((serial) => ({ kind: 'off', serial }), 'serial') }],
  ['RUN', { example: 'DS:RUN:R-1', read: readCode((number) => ({ kind: 'run', number }), 'run number') }],
  ['TEST', { example: 'DS:TEST:zd421', read: readCode((argument) => ({ kind: 'test', argument }), 'printer') }]
])

/**
 * Reads a command code, `DS:` and a word, for some with a colon and an argument.
 *
 * Absent when the text is no command at all. What begins as one and is none is a bad command and never a serial or a
 * lot. Scanners may be set to change the case of letters: the word is taken in any case, the argument as it is.
 */
export function readCommand(text: string): CommandReading | undefined {
  if (text.slice(0, PREFIX.length).toUpperCase() !== PREFIX) return undefined
  const rest = text.slice(PREFIX.length)
  const colon = rest.indexOf(':')
  const word = (colon < 0 ? rest : rest.slice(0, colon)).toUpperCase()
  const argument = colon < 0 ? undefined : rest.slice(colon + 1)
  const plain = WITHOUT_ARGUMENT.get(word)
  const taking = WITH_ARGUMENT.get(word)
  if (plain && (argument === undefined || !taking))
    return argument === undefined ? { kind: 'command', command: plain } : bad(`DS:${word} takes nothing after it`)
  if (!taking) return bad(`There is no command ${JSON.stringify(text.slice(0, 40))}`)
  if (argument === undefined || argument === '') return bad(`DS:${word} needs an argument, as in ${taking.example}`)
  const command = taking.read(argument)
  return typeof command === 'string' ? bad(`DS:${word}: ${command}`) : { kind: 'command', command }
}

/** The text of a command's symbol; what {@link readCommand} reads back. */
export function encodeCommand(command: Command): string {
  switch (command.kind) {
    case 'done':
    case 'undo':
    case 'cancel':
    case 'generate':
    case 'reprint':
    case 'count':
    case 'hold':
    case 'home':
    case 'resume':
    case 'returns':
      return `${PREFIX}${command.kind.toUpperCase()}`
    case 'quantity':
      return `${PREFIX}QTY:${formatQuantity(command.quantity)}`
    case 'pick':
    case 'way':
    case 'piece':
    case 'cut':
      return `${PREFIX}${command.kind.toUpperCase()}:${command.number}`
    case 'teach':
      return `${PREFIX}TEACH${command.format === null ? '' : `:${command.format}`}`
    case 'location':
      return `${PREFIX}LOC:${command.code}`
    case 'order':
      return `${PREFIX}ORDER:${command.number}`
    case 'off':
      return `${PREFIX}OFF:${command.serial}`
    case 'run':
      return `${PREFIX}RUN:${command.number}`
    case 'test':
      return `${PREFIX}TEST:${command.argument}`
    default:
      return assertNever(command)
  }
}

function readQuantity(argument: string): Command | string {
  const reading = parsePositiveQuantity(argument)
  return reading.ok ? { kind: 'quantity', quantity: reading.quantity } : describeQuantityProblem(reading.problem)
}

function readNumber(most: number, commandOf: (number: number) => Command): (argument: string) => Command | string {
  return (argument) => {
    const number = /^[1-9]\d{0,3}$/.test(argument) ? Number(argument) : 0
    return number > 0 && number <= most ? commandOf(number) : `its number is from 1 to ${most}`
  }
}

function readCode(commandOf: (code: string) => Command, what: string): (argument: string) => Command | string {
  return (argument) => {
    const problem = codeProblem(argument)
    return problem === undefined ? commandOf(argument) : `this is no ${what}, ${describeCodeProblem(problem)}`
  }
}

function bad(reason: string): CommandReading {
  return { kind: 'bad-command', reason }
}
