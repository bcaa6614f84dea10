/**
 * Where a spreadsheet that separates by semicolons or tabs lets a cell begin: also inside a value, whose quotation marks
 * count there only as far as they open the cell. What begins so with one of `=+-@`, or their wide forms of East Asian
 * keyboards, it takes for a formula (OWASP, CSV Injection).
 */
const GUARDED = /^(?='*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])|(?<=[;\t\r\n]"*)(?='*[=+\-@\uff1d\uff0b\uff0d\uff20])/g

const GUARD = /(^'(?='*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]))|(?<=[;\t\r\n]"*)'(?='*[=+\-@\uff1d\uff0b\uff0d\uff20])/g

/** A text of CSV that no spreadsheet runs: an apostrophe stands before each sign that would begin a formula. */
export function guarded(text: string): string {
  return text.replace(GUARDED, "'")
}

/** The text that was {@link guarded}. */
export function unguarded(text: string): string {
  return text.replace(GUARD, '')
}
