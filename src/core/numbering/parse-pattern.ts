import { MAX_CODE_LENGTH } from '../code.ts'
import { MAX_COUNTER_WIDTH } from './counter.ts'
import {
  TOKEN_HELP,
  elementOf,
  formatElement,
  joinLiterals,
  patternWidth,
  type CounterElement,
  type Pattern,
  type PatternElement
} from './pattern.ts'

export type PatternProblemKind =
  | 'empty'
  | 'unknown-token'
  | 'unclosed-brace'
  | 'stray-brace'
  | 'not-printable-ascii'
  | 'outer-blank'
  | 'no-counter'
  | 'second-counter'
  | 'counter-too-wide'
  | 'repeated-token'
  | 'too-long'

/** What is wrong with a pattern: `length` characters from `at`, counted from 0 as in the text, and why in words. */
export interface PatternProblem {
  readonly kind: PatternProblemKind
  readonly at: number
  readonly length: number
  readonly message: string
}

export type PatternReading =
  | { readonly ok: true; readonly pattern: Pattern }
  | { readonly ok: false; readonly problems: readonly PatternProblem[] }

/** An element and where it was written. */
interface Piece {
  readonly element: PatternElement
  readonly at: number
  readonly length: number
}

/**
 * Reads a pattern such as `SN-{YY}{WW}-{####}{C}` and reports everything that is wrong with it, not the first only.
 *
 * Serials and lots alike need a counter: a lot pattern of `{ORDER}` alone would give two deliveries of an order the
 * same lot. Each token may stand once, since a second one shows nothing new. `{{` and `}}` are literal braces.
 */
export function parsePattern(text: string): PatternReading {
  const { pieces, problems } = readPieces(text)
  problems.push(...literalProblems(pieces), ...tokenProblems(pieces))
  const elements = joinLiterals(pieces.map((piece) => piece.element))
  const counter = elements.find((element): element is CounterElement => element.kind === 'counter')
  if (text === '') {
    problems.push({ kind: 'empty', at: 0, length: 0, message: 'The pattern is empty; write one such as SN-{#####}.' })
  } else if (!counter && problems.length === 0) {
    problems.push(missingCounter(text))
  }
  const width = patternWidth(elements)
  if (width > MAX_CODE_LENGTH) {
    const message = `The numbers would have at least ${width} characters, and a code has at most ${MAX_CODE_LENGTH}; shorten the pattern.`
    problems.push({ kind: 'too-long', at: 0, length: text.length, message })
  }
  if (problems.length > 0 || !counter) {
    return { ok: false, problems: problems.sort((a, b) => a.at - b.at) }
  }
  return { ok: true, pattern: { elements, counter } }
}

function readPieces(text: string): { pieces: Piece[]; problems: PatternProblem[] } {
  const pieces: Piece[] = []
  const problems: PatternProblem[] = []
  let at = 0
  while (at < text.length) {
    const rest = text.slice(at)
    const piece = /^(?:\{\{|\}\}|\{[^{}]*\}|[{}]|[^{}]+)/.exec(rest)?.[0] ?? rest
    const element = pieceElement(piece)
    if (element) pieces.push({ element, at, length: piece.length })
    else problems.push(braceProblem(piece, at))
    at += piece.length
  }
  return { pieces, problems }
}

function pieceElement(piece: string): PatternElement | undefined {
  if (piece === '{{' || piece === '}}') return { kind: 'literal', text: piece.charAt(0) }
  if (piece === '{' || piece === '}') return undefined
  return piece.startsWith('{') ? elementOf(piece.slice(1, -1)) : { kind: 'literal', text: piece }
}

function braceProblem(piece: string, at: number): PatternProblem {
  if (piece === '{') {
    const message = 'This brace is never closed; close it with }, or write {{ for a brace in the number.'
    return { kind: 'unclosed-brace', at, length: 1, message }
  }
  if (piece === '}') {
    const message = 'This brace closes nothing; remove it, or write }} for a brace in the number.'
    return { kind: 'stray-brace', at, length: 1, message }
  }
  const capitals = piece.toUpperCase()
  const advice = elementOf(capitals.slice(1, -1)) ? `write ${capitals}` : `the tokens are ${TOKEN_HELP}`
  return { kind: 'unknown-token', at, length: piece.length, message: `There is no token ${piece}; ${advice}.` }
}

function literalProblems(pieces: readonly Piece[]): readonly PatternProblem[] {
  const problems: PatternProblem[] = []
  for (const [index, { element, at, length }] of pieces.entries()) {
    if (element.kind !== 'literal') continue
    for (const found of element.text.matchAll(/[^\x20-\x7e]+/g)) {
      const message = `${JSON.stringify(found[0])} is not printable ASCII, which is all that a code may hold; leave it out.`
      problems.push({ kind: 'not-printable-ascii', at: at + found.index, length: found[0].length, message })
    }
    const outer =
      (index === 0 && element.text.startsWith(' ')) || (index === pieces.length - 1 && element.text.endsWith(' '))
    if (outer) {
      const message = 'A number cannot begin or end with a blank, which nobody sees on paper; remove it.'
      problems.push({ kind: 'outer-blank', at, length, message })
    }
  }
  return problems
}

function tokenProblems(pieces: readonly Piece[]): readonly PatternProblem[] {
  const problems: PatternProblem[] = []
  const seen = new Set<string>()
  for (const { element, at, length } of pieces) {
    if (element.kind === 'literal') continue
    const written = formatElement(element)
    const name = element.kind === 'counter' ? 'counter' : written
    if (seen.has(name)) {
      problems.push(
        element.kind === 'counter'
          ? { kind: 'second-counter', at, length, message: 'A pattern has one counter; remove this second one.' }
          : { kind: 'repeated-token', at, length, message: `${written} is in the pattern already; remove this one.` }
      )
    }
    seen.add(name)
    if (element.kind === 'counter' && element.width > MAX_COUNTER_WIDTH[element.digits]) {
      const message = `A counter of this kind has at most ${MAX_COUNTER_WIDTH[element.digits]} digits, and this one has ${element.width}; shorten it.`
      problems.push({ kind: 'counter-too-wide', at, length, message })
    }
  }
  return problems
}

function missingCounter(text: string): PatternProblem {
  const bare = /#+/.exec(text)
  if (bare) {
    const message = `${bare[0]} is text here; write {${bare[0]}} for a counter.`
    return { kind: 'no-counter', at: bare.index, length: bare[0].length, message }
  }
  const message = 'Every number would be the same, since there is no counter; add one such as {#####}.'
  return { kind: 'no-counter', at: 0, length: text.length, message }
}
