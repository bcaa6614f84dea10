import { EOT, GS, RS } from './control-characters.ts'

/**
 * What scanners that type, and the programs between, are known to put for a separator: the control pictures of
 * Unicode, private-use characters (U+F70B, U+F70C), and the glyphs that consoles draw for the control codes.
 */
const STAND_INS = new Map([
  ['\u241d', GS],
  ['\uf70b', GS],
  ['\u2194', GS],
  ['\u241e', RS],
  ['\uf70c', RS],
  ['\u25b2', RS],
  ['\u2404', EOT]
])

/**
 * Puts separators back where a scanner that types has put something else.
 *
 * Only for scans that came as key strokes: what came as bytes is as it was printed. In front of ISO/IEC 15434 the
 * header tells by itself what stands for which separator, `[)>^06]P…` for instance.
 */
export function undoStandIns(text: string): string {
  const plain = text.replace(
    /[\u2194\u2404\u241d\u241e\u25b2\uf70b\uf70c]/g,
    (character) => STAND_INS.get(character) ?? ''
  )
  return undoHeaderStandIns(plain)
}

const SPELLED = ['<RS>', '{RS}', '[RS]', '<GS>', '{GS}', '[GS]']

function undoHeaderStandIns(text: string): string {
  const header = /^>?\[\)>/.exec(text)?.[0]
  if (header === undefined) return text
  const recordSeparator = standInAt(text, header.length)
  const formatAt = header.length + recordSeparator.length
  if (!/^\d\d$/.test(text.slice(formatAt, formatAt + 2))) return text
  const groupSeparator = standInAt(text, formatAt + 2)
  if (groupSeparator === '' || groupSeparator === GS) return text
  let body = text.slice(formatAt + 2).replaceAll(groupSeparator, GS)
  if (recordSeparator !== '' && recordSeparator !== groupSeparator) body = body.replaceAll(recordSeparator, RS)
  return `${header}${recordSeparator === '' ? '' : RS}${text.slice(formatAt, formatAt + 2)}${body}`
}

/** What stands at a place where only a separator, a digit or a letter can be; empty where it is none. */
function standInAt(text: string, at: number): string {
  const spelled = SPELLED.find((name) => text.startsWith(name, at))
  if (spelled !== undefined) return spelled
  const character = text.charAt(at)
  return /^[0-9A-Za-z ]?$/.test(character) ? '' : character
}
