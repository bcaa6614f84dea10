import { alignedParts, type LabelPart } from './taken-apart.ts'

type CharacterClass = 'digit' | 'letter' | 'other'

export function classOf(character: string): CharacterClass {
  if (/^\d$/.test(character)) return 'digit'
  return /^[A-Za-z]$/.test(character) ? 'letter' : 'other'
}

/** The samples taken apart wherever letters change to digits or the reverse; absent where they change in other ways. */
export function takeApartByRuns(samples: readonly string[]): readonly LabelPart[] | undefined {
  const split = samples.map((sample) =>
    (sample.match(/\d+|[A-Za-z]+|[^\dA-Za-z]/g) ?? []).map((text) => ({
      isText: classOf(text.charAt(0)) === 'other',
      text
    }))
  )
  const [first, ...others] = split.map(shapeOf)
  return others.every((shape) => shape === first) ? alignedParts(split) : undefined
}

function shapeOf(tokens: readonly { readonly isText: boolean; readonly text: string }[]): string {
  return tokens.map(({ isText, text }) => (isText ? `=${text}` : classOf(text.charAt(0)))).join(' ')
}
