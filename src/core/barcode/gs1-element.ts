import { IDENTIFIER_LENGTHS, PREDEFINED_LENGTHS } from './application-identifiers.ts'
import { GS } from './control-characters.ts'
import { fixedLengthOf } from './gs1-value.ts'

/** One element of an element string, as far as it can be cut out without a look at its value. */
export interface Element {
  /** Absent where no identifier stands there. */
  readonly identifier: string | undefined
  readonly value: string
  readonly end: number
  readonly separatorMissing: boolean
}

/** All elements of a text, those without an identifier too. Empty ones, between two separators, are left out. */
export function cutElements(text: string): readonly Element[] {
  const elements: Element[] = []
  let at = 0
  let nextSeparator = -1
  while (at < text.length) {
    if (nextSeparator < at) nextSeparator = indexOrEnd(text, at)
    if (nextSeparator === at) {
      at++
      continue
    }
    const element = cutElement(text, at, nextSeparator)
    at = element.end
    if (element.value.trim() !== '') elements.push(element)
  }
  return elements
}

function cutElement(text: string, at: number, nextSeparator: number): Element {
  const prefix = text.slice(at, at + 2)
  const length = IDENTIFIER_LENGTHS.get(prefix)
  const identifier = length === undefined ? '' : text.slice(at, at + length)
  if (length === undefined || identifier.length < length || !/^\d+$/.test(identifier)) {
    return { identifier: undefined, value: text.slice(at, nextSeparator), end: nextSeparator, separatorMissing: false }
  }
  const valueAt = at + length
  const predefined = PREDEFINED_LENGTHS.get(prefix)
  const fixed = predefined === undefined ? fixedLengthOf(identifier) : predefined - length
  const end = fixed === undefined ? nextSeparator : Math.min(valueAt + fixed, nextSeparator)
  const separatorMissing = predefined === undefined && end < nextSeparator
  return { identifier, value: text.slice(valueAt, end), end, separatorMissing }
}

function indexOrEnd(text: string, from: number): number {
  const index = text.indexOf(GS, from)
  return index < 0 ? text.length : index
}
