import { alignedParts, type LabelPart } from './taken-apart.ts'

/** What suppliers put between fields, the likeliest first; blanks, dashes and dots are in values as often. */
const SEPARATORS = '\u001d\u001e\u001f\t\n\r|;~^$*#@!&,_/\\+=:%() -.'

/** What may separate fields of these samples: it stands in each of them equally often, and between two pieces. */
export function separatorsOf(samples: readonly string[]): readonly string[] {
  return Array.from(SEPARATORS).filter((separator) => {
    const [first = 0, ...others] = samples.map((sample) => sample.split(separator).length)
    return first > 1 && others.every((count) => count === first) && splitAt(samples, separator).some(isPiece)
  })
}

/** All separators that stand in the same order in each sample, taken in as long as they do. */
export function commonSeparators(samples: readonly string[]): string {
  return separatorsOf(samples).reduce((taken, separator) => {
    const both = taken + separator
    const [first, ...others] = samples.map((sample) =>
      Array.from(sample)
        .filter((each) => both.includes(each))
        .join('')
    )
    return others.every((order) => order === first) ? both : taken
  }, '')
}

/** The samples taken apart at any of these characters; absent where they do not stand in the same order in each. */
export function takeApartAt(samples: readonly string[], separators: string): readonly LabelPart[] | undefined {
  const split = splitAt(samples, separators)
  const [first, ...others] = split.map((tokens) =>
    tokens
      .filter(({ isText }) => isText)
      .map(({ text }) => text)
      .join('')
  )
  if (first === undefined || first === '' || others.some((order) => order !== first)) return undefined
  return alignedParts(split)
}

interface Token {
  readonly isText: boolean
  readonly text: string
}

/** Pieces and separators by turns, a piece first and last, empty where nothing is. */
function splitAt(samples: readonly string[], separators: string): readonly (readonly Token[])[] {
  return samples.map((sample) => {
    const tokens: Token[] = []
    let piece = ''
    for (const character of sample) {
      if (separators.includes(character)) {
        tokens.push({ isText: false, text: piece }, { isText: true, text: character })
        piece = ''
      } else piece += character
    }
    return [...tokens, { isText: false, text: piece }]
  })
}

function isPiece(tokens: readonly Token[]): boolean {
  return tokens.filter(({ isText, text }) => !isText && text.trim() !== '').length > 1
}
