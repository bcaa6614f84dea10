import type { PrinterCondition } from './printer-condition.ts'

/** The words of conditions as printers were seen to send them, in English: other languages have others. */
const ALERTED: ReadonlyMap<string, PrinterCondition> = new Map([
  ['PAPER OUT', 'paper-out'],
  ['RIBBON OUT', 'ribbon-out'],
  ['HEAD OPEN', 'head-open']
])

/** Whether what a printer said unasked tells of an error, in whatever words. It may be over since. */
export function isErrorAlert(text: string): boolean {
  return text.startsWith('ERROR CONDITION:')
}

/** Which one, where its words are known. */
export function conditionOfAlert(text: string): PrinterCondition | undefined {
  const words = /^ERROR CONDITION:\s*([A-Z ]*[A-Z])\s*\[/.exec(text)?.[1]
  return words === undefined ? undefined : ALERTED.get(words)
}
