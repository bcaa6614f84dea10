import { addDays } from '../clock.ts'
import type { Day } from '../clock.ts'
import { APPLICATION_IDENTIFIERS } from './application-identifiers.ts'
import { readDate } from './dates.ts'
import { cutElements, type Element } from './gs1-element.ts'
import { readElement } from './gs1-value.ts'
import { hasCheckDigit } from './gtin.ts'

/** Identifiers whose values run to the next separator, whatever stands in them, and are kept for good. */
const OPEN_ENDED: readonly string[] = ['10', '21', '22', '240', '241', '250', '251', '400']
const COUNTS: readonly string[] = ['30', '37']

/** Longer than any value with what could have been run into it: beyond it a text is noise. */
const MAX_LENGTH = 200

/** Fields that hardly anything else looks like, by their dates and check digits, and how long they are. */
const STRONG: readonly {
  readonly begins: RegExp
  readonly length: number
  readonly check: 'date' | 'digit' | 'none'
}[] = [
  { begins: /^1[1-3567]\d{6}/, length: 8, check: 'date' },
  { begins: /^7003\d{10}/, length: 14, check: 'date' },
  { begins: /^00\d{18}/, length: 20, check: 'digit' },
  { begins: /^0[1-3]\d{14}/, length: 16, check: 'digit' },
  { begins: /^41[0-7]\d{13}/, length: 16, check: 'digit' },
  // A weight or a length that fills its six digits is not met with on goods that are carried.
  { begins: /^3[1-36]\d[0-5]0\d{5}/, length: 10, check: 'none' },
  { begins: /^422[1-8]\d\d$/, length: 6, check: 'none' }
]

/**
 * Where in the value of a lot, a serial or the like another field begins that seems to have lost its separator: all
 * that stands from there on reads as fields, the first of them with a plausible date or a check digit.
 *
 * A missing separator cannot be told from a lot that happens to end so (General Specifications 7.8.5): both are to be
 * offered. Absent where nothing speaks for it. What the label has elsewhere has not been run together.
 */
export function tailAt({ identifier, value }: Element, there: ReadonlySet<string>, today: Day): number | undefined {
  if (identifier === undefined || !OPEN_ENDED.includes(identifier) || value.length > MAX_LENGTH) return undefined
  for (let at = 1; at < value.length; at++) if (isStrongTail(value, at, there, today)) return at
  return undefined
}

function isStrongTail(value: string, at: number, there: ReadonlySet<string>, today: Day): boolean {
  const length = strongLength(value, at, today)
  if (length === undefined) return false
  const elements = cutElements(value.slice(at))
  const identifiers = elements.map(({ identifier }) => identifier ?? '')
  if (new Set(identifiers).size < identifiers.length || identifiers.some((each) => there.has(each))) return false
  const all = new Set([...there, ...identifiers])
  return elements.every((element) => isField(element, all, today))
}

/** An open field may be too long for having swallowed the next. */
function isField(element: Element, there: ReadonlySet<string>, today: Day): boolean {
  const { identifier, value } = element
  if (identifier === undefined || !APPLICATION_IDENTIFIERS.has(identifier)) return false
  return readElement(identifier, value, today).content.kind !== 'invalid' || tailAt(element, there, today) !== undefined
}

function strongLength(value: string, at: number, today: Day): number | undefined {
  if (!/[0-47]/.test(value.charAt(at))) return undefined
  const text = value.slice(at)
  return STRONG.find(({ begins, length, check }) => {
    if (!begins.test(text)) return false
    const element = text.slice(0, length)
    if (check === 'none') return true
    if (check === 'date')
      return isPlausible(element.startsWith('7003') ? element.slice(4, 10) : element.slice(2), today)
    return hasCheckDigit(element.slice(element.startsWith('4') ? 3 : 2))
  })?.length
}

/** From ten years back to fifteen ahead. */
function isPlausible(digits: string, today: Day): boolean {
  const reading = readDate(digits, 'YYMMD0', today)
  if (reading.kind === 'invalid') return false
  const day = reading.kind === 'day' ? reading.day : reading.lastDay
  return day >= addDays(today, -3653) && day <= addDays(today, 5479)
}

/**
 * What at the end of a value may be another field, though nothing proves it: a serial or a lot that begins with a letter,
 * or a small count behind a lot. Not among digits alone, where one value in eight would look so.
 *
 * `hasLost`: separators are missing on this label for certain, so that anything that reads as a field is one.
 */
export function doubtfulTail(
  { identifier = '', value }: Element,
  there: ReadonlySet<string>,
  hasLost: boolean
): string | undefined {
  if (value.length > MAX_LENGTH) return undefined
  const patterns = patternsFor(identifier, hasLost)
  return patterns
    .flatMap((pattern) => pattern.exec(value)?.[1] ?? [])
    .find((tail) => OTHERS.some((other) => tail.startsWith(other) && !there.has(other)))
}

const OTHERS: readonly string[] = ['10', '21', '240', '241', '400', '30']

function patternsFor(identifier: string, hasLost: boolean): readonly RegExp[] {
  if (COUNTS.includes(identifier)) return hasLost ? [/^.+?((?:10|21).+)$/] : [/^\d+?((?:10|21)(?!0+$)\d{2,})$/]
  if (!OPEN_ENDED.includes(identifier)) return []
  if (hasLost) return [/^.+?((?:10|21|240|241|400).+)$/, /^.+?(30\d{1,8})$/]
  const letterBehind = [/^..+?(10[A-Z].+)$/, /^..+?(21[A-Z].+)$/, /^..+?((?:24[01]|400)[A-Z].+)$/]
  return identifier === '10' ? [...letterBehind, /^(?=.*[A-Z]).{2,}?(30[1-9]\d{1,3})$/] : letterBehind
}
