import { assertNever } from '../assert.ts'
import { MAX_CODE_LENGTH, codeProblem, describeCodeProblem, type CodeProblem } from '../code.ts'
import { formatPattern, joinLiterals, patternWidth, type ContextToken, type Pattern } from './pattern.ts'

/** What the tokens of a part, an order and a place stand for; empty where it is not known. */
export interface NumberContext {
  readonly partNumber: string
  readonly revision: string
  readonly order: string
  readonly supplier: string
  readonly site: string
  readonly station: string
}

/** Nothing known: to be spread under what is. */
export const EMPTY_CONTEXT: NumberContext = {
  partNumber: '',
  revision: '',
  order: '',
  supplier: '',
  site: '',
  station: ''
}

export type BindingProblem =
  | { readonly kind: 'not-a-code'; readonly token: ContextToken; readonly value: string; readonly problem: CodeProblem }
  | { readonly kind: 'too-long'; readonly length: number }

export type Binding =
  | { readonly ok: true; readonly pattern: Pattern }
  | { readonly ok: false; readonly problem: BindingProblem; readonly reason: string }

/**
 * Puts the values of a context in the place of their tokens. Tokens whose value is not known stay.
 *
 * A value may come from anywhere; only a legal code is taken, so that each number is one too.
 */
export function bindPattern(pattern: Pattern, context: NumberContext): Binding {
  const elements = []
  for (const element of pattern.elements) {
    const value = element.kind === 'context' ? valueOf(element.token, context) : ''
    if (element.kind !== 'context' || value === '') {
      elements.push(element)
      continue
    }
    const problem = codeProblem(value)
    if (problem) return refused(pattern, { kind: 'not-a-code', token: element.token, value, problem })
    elements.push({ kind: 'literal', text: value } as const)
  }
  const length = patternWidth(elements)
  if (length > MAX_CODE_LENGTH) return refused(pattern, { kind: 'too-long', length })
  return { ok: true, pattern: { elements: joinLiterals(elements), counter: pattern.counter } }
}

function refused(pattern: Pattern, problem: BindingProblem): Binding {
  return { ok: false, problem, reason: describeBindingProblem(pattern, problem) }
}

function describeBindingProblem(pattern: Pattern, problem: BindingProblem): string {
  switch (problem.kind) {
    case 'not-a-code': {
      const why = describeCodeProblem(problem.problem)
      const value = JSON.stringify(problem.value)
      return `${value} cannot stand for {${problem.token}} in a number: ${why}. Leave {${problem.token}} out of the pattern ${formatPattern(pattern)}.`
    }
    case 'too-long':
      return `The numbers of ${formatPattern(pattern)} would have ${problem.length} characters here, and a code has at most ${MAX_CODE_LENGTH}. Shorten the pattern.`
    default:
      return assertNever(problem)
  }
}

function valueOf(token: ContextToken, context: NumberContext): string {
  switch (token) {
    case 'PN':
      return context.partNumber
    case 'REV':
      return context.revision
    case 'ORDER':
      return context.order
    case 'SUPPLIER':
      return context.supplier
    case 'SITE':
      return context.site
    case 'STATION':
      return context.station
    default:
      return assertNever(token)
  }
}
