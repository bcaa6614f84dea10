import { describeCodeProblem } from '../core/code.ts'
import type { CodeProblem } from '../core/code.ts'
import { assertNever } from '../core/assert.ts'
import type { SizeMm } from './media.ts'

/** Why a label cannot be made, found before anything is sent. */
export type LabelRefusal =
  | { readonly kind: 'media-unusable'; readonly media: SizeMm }
  | { readonly kind: 'code-unusable'; readonly field: string; readonly text: string; readonly problem: CodeProblem }
  | { readonly kind: 'label-number-unusable'; readonly text: string; readonly copy: number }
  | { readonly kind: 'symbol-too-long'; readonly codewords: number; readonly most: number }
  | { readonly kind: 'symbol-without-escape' }
  /** Sizes are those of the symbol with quiet zone and edge, at its smallest module. */
  | {
      readonly kind: 'symbol-does-not-fit'
      readonly modules: number
      readonly moduleMm: number
      readonly needed: SizeMm
      readonly media: SizeMm
    }
  /** `room` is what the symbol leaves for text. */
  | {
      readonly kind: 'text-does-not-fit'
      readonly field: string
      readonly smallestTextMm: number
      readonly room: SizeMm
      readonly media: SizeMm
    }

/** What is wrong and what helps, in a sentence for the screen. */
export function describeLabelRefusal(refusal: LabelRefusal): string {
  switch (refusal.kind) {
    case 'media-unusable':
      return `No label is ${sizeOf(refusal.media)}: correct the media of the printer in the settings.`
    case 'code-unusable':
      return `The ${nameOf(refusal.field)} ${JSON.stringify(refusal.text)} cannot be printed as a symbol: ${describeCodeProblem(refusal.problem)}. Correct it in its record.`
    case 'label-number-unusable':
      return `${JSON.stringify(refusal.text)}, copy ${refusal.copy}, is no number of a label: it is DS and 8 to 14 digits, copies count from 1.`
    case 'symbol-too-long':
      return `The symbol would hold ${refusal.codewords} codewords, and the largest holds ${refusal.most}: shorten the codes.`
    case 'symbol-without-escape':
      return 'The codes of this label use every character between them, so that no escape character is left for the symbol: change one of the codes.'
    case 'symbol-does-not-fit':
      return `The symbol of ${refusal.modules} modules needs ${sizeOf(refusal.needed)} at its smallest (${refusal.moduleMm} mm a module), and the label is ${sizeOf(refusal.media)}: load larger labels or shorten the codes.`
    case 'text-does-not-fit':
      return `The ${nameOf(refusal.field)} does not fit beside the symbol: there are ${sizeOf(refusal.room)} left on a label of ${sizeOf(refusal.media)}, for text of at least ${refusal.smallestTextMm} mm: load larger labels or shorten the codes.`
    default:
      return assertNever(refusal)
  }
}

/** The key of a fact in words: `partNumber` is `part number`. */
function nameOf(field: string): string {
  return field.replaceAll(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)
}

function sizeOf({ widthMm, heightMm }: SizeMm): string {
  return `${rounded(widthMm)} × ${rounded(heightMm)} mm`
}

function rounded(mm: number): string {
  return String(Math.round(mm * 10) / 10)
}
