/** Why a text cannot be a code (a serial, a lot, a part number, an order number, a location). */
export type CodeProblem = 'empty' | 'too-long' | 'not-printable-ascii' | 'outer-blank'

/** The longest code that every label still has room for. */
export const MAX_CODE_LENGTH = 48

/**
 * Whether a text may serve as a code.
 *
 * Codes are text and stay exactly as they are, with case and leading zeros. They are printable ASCII, since beyond
 * that printers do not agree on what a Data Matrix holds, and have no outer blanks, which nobody sees on paper.
 */
export function codeProblem(text: string): CodeProblem | undefined {
  if (text === '') return 'empty'
  if (text.length > MAX_CODE_LENGTH) return 'too-long'
  if (!/^[\x20-\x7e]+$/.test(text)) return 'not-printable-ascii'
  if (text !== text.trim()) return 'outer-blank'
  return undefined
}

export function describeCodeProblem(problem: CodeProblem): string {
  switch (problem) {
    case 'empty':
      return 'it is empty'
    case 'too-long':
      return `it is longer than ${MAX_CODE_LENGTH} characters`
    case 'not-printable-ascii':
      return 'it holds a character that is not printable ASCII'
    case 'outer-blank':
      return 'it begins or ends with a blank'
  }
}
