import { describeQuantityProblem, formatQuantity, parsePositiveQuantity, withUnit, type Quantity } from '../quantity.ts'
import type { StockRow } from '../inventory/stock-directory.ts'
import { saysWhy } from '../reason.ts'
import type { OperatorDirectory } from '../operators/approval.ts'
import { rolesFor } from '../operators/operator.ts'
import { cleanFileName, MAX_ATTACHMENT_BYTES } from './attachment.ts'
import { decidesQuality } from './authority.ts'
import {
  cleanText,
  cleanTitle,
  MAX_TEXT_LENGTH,
  MAX_TITLE_LENGTH,
  MIN_TITLE_LENGTH,
  takesOut,
  type DispositionKind
} from './issue.ts'

/** Why nothing was done to an issue; stable, for tests and other programs. */
export type IssueRefusal =
  | 'already-decided'
  | 'already-held'
  | 'closed'
  | 'file-empty'
  | 'file-too-large'
  | 'gone'
  | 'more-than-there'
  | 'not-allowed'
  | 'not-held'
  | 'on-hold'
  | 'place-missing'
  | 'quantity-wrong'
  | 'reason-missing'
  | 'text-missing'
  | 'too-long'

export interface IssueRefused {
  readonly kind: 'refused'
  readonly reason: IssueRefusal
  readonly message: string
}

export type IssueDecision = { readonly kind: 'allowed' } | IssueRefused

/** An issue as the rules see it. */
export interface IssueState {
  readonly number: string
  readonly isOpen: boolean
  readonly holds: boolean
}

const ALLOWED: IssueDecision = { kind: 'allowed' }

/** Whether an issue may be raised in these words. */
export function decideRaise(title: string, description: string): IssueDecision {
  const clean = cleanTitle(title)
  if (clean.length < MIN_TITLE_LENGTH) {
    return refusal('text-missing', 'Say in a few words what is wrong: the title shows wherever the thing is scanned.')
  }
  if (clean.length > MAX_TITLE_LENGTH) {
    return refusal(
      'too-long',
      `A title has at most ${MAX_TITLE_LENGTH} characters. Put the details into the description.`
    )
  }
  return tooLong(description) ?? ALLOWED
}

export function decideComment(issue: IssueState, text: string): IssueDecision {
  if (!issue.isOpen) return closed(issue)
  if (cleanText(text) === '') return refusal('text-missing', 'A comment needs words.')
  return tooLong(text) ?? ALLOWED
}

/** Whether a file may be added. A closed issue stays as it was closed. */
export function decideAttachment(issue: IssueState, name: string, sizeBytes: number): IssueDecision {
  if (!issue.isOpen) return closed(issue)
  if (sizeBytes === 0) return refusal('file-empty', `${cleanFileName(name)} is empty, so there is nothing to keep.`)
  if (sizeBytes > MAX_ATTACHMENT_BYTES) {
    return refusal(
      'file-too-large',
      `${cleanFileName(name)} has ${megabytes(sizeBytes)} MB, and a file may have ${megabytes(MAX_ATTACHMENT_BYTES)} MB. Make it smaller, or name in a comment where it is.`
    )
  }
  return ALLOWED
}

function megabytes(bytes: number): string {
  return (Math.ceil((bytes * 10) / (1024 * 1024)) / 10).toString()
}

/** Whether an issue may begin to hold. Anybody may stop what looks wrong. */
export function decideHold(issue: IssueState, reason: string): IssueDecision {
  if (!issue.isOpen) return closed(issue)
  if (issue.holds) return refusal('already-held', `${issue.number} holds already.`)
  return reasonProblem(reason, 'why it is held') ?? ALLOWED
}

export function decideRelease(issue: IssueState, reason: string, operators: OperatorDirectory): IssueDecision {
  if (!issue.isOpen) return closed(issue)
  if (!issue.holds) return refusal('not-held', `${issue.number} holds nothing, so there is nothing to let go.`)
  return notAllowed(operators, 'lets go of what is on hold') ?? reasonProblem(reason, 'why it may be used') ?? ALLOWED
}

/** A closed issue is never opened again: what comes up later is a new issue, with a history of its own. */
export function decideClose(issue: IssueState, reason: string, operators: OperatorDirectory): IssueDecision {
  if (!issue.isOpen) return closed(issue)
  const problem = notAllowed(operators, 'closes an issue') ?? reasonProblem(reason, 'why it is closed')
  if (problem) return problem
  if (issue.holds) {
    return refusal(
      'on-hold',
      `${issue.number} still holds. Decide what becomes of all that it holds, or let it go, then close.`
    )
  }
  return ALLOWED
}

export interface DispositionRequest {
  readonly kind: DispositionKind
  /** As it was typed; null means all that is there: of the row that was chosen, or of what is undecided. */
  readonly quantity: string | null
  /** The row that stock is taken out of; null where there is but one, and where nothing is taken out. */
  readonly row: StockRow['id'] | null
  readonly reason: string
}

export type DispositionDecision =
  | {
      readonly kind: 'allowed'
      readonly quantity: Quantity
      /** The row that it is taken from; null where it stays where it is. */
      readonly row: StockRow | null
    }
  | IssueRefused

/** What an issue's things are, and what was decided of them before. */
export interface Disposable {
  /** The rows that hold stock now. */
  readonly rows: readonly StockRow[]
  /** How much there is to decide on: what is in stock, or the unit itself where it is built in. */
  readonly there: Quantity
  /** How much of what is there may be used already. */
  readonly released: Quantity
  readonly unit: string
  /** Whether it is one unit with a serial, which has no quantity of its own. */
  readonly isUnit: boolean
}

/** How much nobody has decided on yet. What comes in later of a lot adds to it. */
export function undecided({ there, released }: Pick<Disposable, 'there' | 'released'>): Quantity {
  return Math.max(0, there - released) as Quantity
}

/** Whether so much of an issue's things may be used, reworked, returned or scrapped. Never more than is there. */
export function decideDisposition(
  issue: IssueState,
  things: Disposable,
  request: DispositionRequest,
  operators: OperatorDirectory
): DispositionDecision {
  if (!issue.isOpen) return closed(issue)
  const problem =
    notAllowed(operators, 'decides what becomes of it') ?? reasonProblem(request.reason, 'why it is decided so')
  if (problem) return problem
  return takesOut(request.kind) ? decideTaking(things, request) : decideUse(issue, things, request)
}

function decideTaking({ rows, unit }: Disposable, request: DispositionRequest): DispositionDecision {
  const [only, another] = rows
  if (!only) {
    return refusal('gone', 'Nothing of it is in stock, so nothing can be taken out. What is built in is removed first.')
  }
  if (request.row === null && another) {
    return refusal('place-missing', `It lies at several places: ${whereItLies(rows)}. Say from which it is taken.`)
  }
  const row = request.row === null ? only : rows.find(({ id }) => id === request.row)
  if (!row) return refusal('gone', `Nothing of it is there any more. It lies so: ${whereItLies(rows)}.`)
  const quantity = readQuantity(request.quantity, row.quantity, row.tracking === 'serial')
  if (typeof quantity !== 'number') return quantity
  if (quantity > row.quantity) {
    return refusal(
      'more-than-there',
      `${formatQuantity(row.quantity)} ${unit} is at ${row.location}, and ${formatQuantity(quantity)} is more.`
    )
  }
  return { kind: 'allowed', quantity, row }
}

function decideUse(issue: IssueState, things: Disposable, request: DispositionRequest): DispositionDecision {
  const open = undecided(things)
  if (open === 0) {
    return things.released > 0
      ? refusal('already-decided', `All that is there of ${issue.number} was let through before.`)
      : refusal('gone', 'Nothing of it is there, so there is nothing to decide on. Close the issue with its reason.')
  }
  const quantity = readQuantity(request.quantity, open, things.isUnit)
  if (typeof quantity !== 'number') return quantity
  if (quantity > open) {
    return refusal(
      'more-than-there',
      `${withUnit(open, things)} is undecided, and ${formatQuantity(quantity)} is more.`
    )
  }
  return { kind: 'allowed', quantity, row: null }
}

function readQuantity(text: string | null, all: Quantity, isUnit: boolean): Quantity | IssueRefused {
  if (text === null) return all
  const reading = parsePositiveQuantity(text)
  if (!reading.ok) {
    return refusal('quantity-wrong', `${JSON.stringify(text)} cannot be: ${describeQuantityProblem(reading.problem)}.`)
  }
  if (isUnit && reading.quantity !== all) {
    return refusal('quantity-wrong', 'It is one unit: its quantity is 1 and cannot be another.')
  }
  return reading.quantity
}

function whereItLies(rows: readonly StockRow[]): string {
  return rows
    .map(({ serial, quantity, unit, location }) =>
      serial === null ? `${formatQuantity(quantity)} ${unit} at ${location}` : `${serial} at ${location}`
    )
    .join(', ')
}

function closed({ number }: IssueState): IssueRefused {
  return refusal('closed', `${number} is closed and stays as it was closed. Raise a new issue for what comes up now.`)
}

function notAllowed(operators: OperatorDirectory, what: string): IssueRefused | undefined {
  if (decidesQuality(operators)) return undefined
  return refusal('not-allowed', `Nobody but ${rolesFor('decide-quality')} ${what}. Have one of them sign in.`)
}

function reasonProblem(reason: string, what: string): IssueRefused | undefined {
  if (!saysWhy(cleanText(reason))) {
    return refusal('reason-missing', `Say ${what}: the reason is kept with it.`)
  }
  return tooLong(reason)
}

function tooLong(text: string): IssueRefused | undefined {
  if (cleanText(text).length <= MAX_TEXT_LENGTH) return undefined
  return refusal('too-long', `A text has at most ${MAX_TEXT_LENGTH} characters. Attach a file for more.`)
}

function refusal(reason: IssueRefusal, message: string): IssueRefused {
  return { kind: 'refused', reason, message }
}
