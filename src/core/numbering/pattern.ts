import { assertNever } from '../assert.ts'
import { DATE_TOKENS, type DateToken } from './calendar.ts'
import type { CounterDigits } from './counter.ts'

/** What a number can take from the receipt or run that it is made for. */
export type ContextToken = 'PN' | 'REV' | 'ORDER' | 'SUPPLIER' | 'SITE' | 'STATION'

const CONTEXT_TOKENS: readonly ContextToken[] = ['PN', 'REV', 'ORDER', 'SUPPLIER', 'SITE', 'STATION']

/** The tokens as they are written, for messages and for the editor's help. */
export const TOKEN_HELP =
  '{PN} {REV} {ORDER} {SUPPLIER} {SITE} {STATION} {YYYY} {YY} {MM} {DD} {WW} {JJJ} {#####} {X#####} {C}'

export type PatternElement =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'context'; readonly token: ContextToken }
  | { readonly kind: 'date'; readonly token: DateToken }
  | { readonly kind: 'counter'; readonly digits: CounterDigits; readonly width: number }
  | { readonly kind: 'check' }

export type CounterElement = Extract<PatternElement, { kind: 'counter' }>

/**
 * How numbers of one kind are written. It has exactly one counter, each token at most once, and neighbouring
 * literals joined into one, so that equal patterns have equal texts.
 */
export interface Pattern {
  readonly elements: readonly PatternElement[]
  readonly counter: CounterElement
}

/** The token that a name in braces stands for; absent when there is none of that name. */
export function elementOf(name: string): PatternElement | undefined {
  const context = CONTEXT_TOKENS.find((token) => token === name)
  if (context) return { kind: 'context', token: context }
  const date = DATE_TOKENS.find((token) => token === name)
  if (date) return { kind: 'date', token: date }
  if (name === 'C') return { kind: 'check' }
  const counter = /^(X?)(#+)$/.exec(name)
  if (!counter) return undefined
  return { kind: 'counter', digits: counter[1] ? 'base32' : 'decimal', width: (counter[2] ?? '').length }
}

/** The pattern as it is typed; reading it again gives the same pattern. A literal brace is doubled. */
export function formatPattern(pattern: Pattern): string {
  return formatElements(pattern.elements)
}

export function formatElements(elements: readonly PatternElement[]): string {
  return elements.map(formatElement).join('')
}

export function formatElement(element: PatternElement): string {
  switch (element.kind) {
    case 'literal':
      return element.text.replace(/[{}]/g, '$&$&')
    case 'context':
    case 'date':
      return `{${element.token}}`
    case 'counter':
      return `{${element.digits === 'base32' ? 'X' : ''}${'#'.repeat(element.width)}}`
    case 'check':
      return '{C}'
    default:
      return assertNever(element)
  }
}

/** How many characters an element takes; for a token that is not bound to its value yet, the least: 1. */
function elementWidth(element: PatternElement): number {
  switch (element.kind) {
    case 'literal':
      return element.text.length
    case 'context':
    case 'check':
      return 1
    case 'date':
      return element.token.length
    case 'counter':
      return element.width
    default:
      return assertNever(element)
  }
}

export function patternWidth(elements: readonly PatternElement[]): number {
  return elements.reduce((width, element) => width + elementWidth(element), 0)
}

export function dateTokensOf(pattern: Pattern): ReadonlySet<DateToken> {
  return new Set(pattern.elements.flatMap((element) => (element.kind === 'date' ? [element.token] : [])))
}

/** The tokens that are not bound to a value yet, in order. */
export function contextTokensOf(pattern: Pattern): readonly ContextToken[] {
  return pattern.elements.flatMap((element) => (element.kind === 'context' ? [element.token] : []))
}

/** Joins neighbouring literals and leaves out empty ones. */
export function joinLiterals(elements: readonly PatternElement[]): readonly PatternElement[] {
  const joined: PatternElement[] = []
  for (const element of elements) {
    const last = joined.at(-1)
    if (element.kind !== 'literal') joined.push(element)
    else if (last?.kind === 'literal') joined[joined.length - 1] = { kind: 'literal', text: last.text + element.text }
    else if (element.text !== '') joined.push(element)
  }
  return joined
}
