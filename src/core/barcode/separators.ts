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
 * Only for scans that came as key strokes: what came as bytes is as it was printed.
 */
export function undoStandIns(text: string): string {
  return text.replace(
    /[\u2194\u2404\u241d\u241e\u25b2\uf70b\uf70c]/g,
    (character) => STAND_INS.get(character) ?? character
  )
}

interface Spelling {
  readonly record: string
  readonly group: string
  readonly end: string
}

/** The names of RS, GS and EOT that scanners, programs and makers of labels spell out. */
const SPELLINGS: readonly Spelling[] = [
  { record: '<RS>', group: '<GS>', end: '<EOT>' },
  { record: '{RS}', group: '{GS}', end: '{EOT}' },
  { record: '[RS]', group: '[GS]', end: '[EOT]' },
  { record: '\\x1e', group: '\\x1d', end: '\\x04' },
  { record: '\\x1E', group: '\\x1D', end: '\\x04' },
  { record: '\\u001e', group: '\\u001d', end: '\\u0004' },
  { record: '\\u001E', group: '\\u001D', end: '\\u0004' },
  { record: '^^', group: '^]', end: '^D' }
]

/**
 * Puts separators back in a message of ISO/IEC 15434 whose header tells by itself what stands for which of them,
 * `[)>^06]P…` for instance, or `[)>{RS}06{GS}P…`.
 *
 * However the scan came: after the header and the two digits of the format there can be nothing but GS. What stands in
 * its place is believed unless it is a character that values are full of, such as `-` or `.`.
 */
export function undoHeaderStandIns(text: string): string {
  const header = /^>?\[\)>/.exec(text)?.[0]
  if (header === undefined) return text
  const record = standInAt(text, header.length, 'record')
  const formatAt = header.length + record.length
  const format = text.slice(formatAt, formatAt + 2)
  if (!/^\d\d$/.test(format)) return text
  const group = standInAt(text, formatAt + 2, 'group')
  if (group === '' || group === GS || group === EOT) return text
  const spelling = SPELLINGS.find((each) => each.group === group)
  let body = text.slice(formatAt + 2)
  if (spelling && body.endsWith(spelling.end)) body = `${body.slice(0, -spelling.end.length)}${EOT}`
  body = (STAND_INS.has(group) ? undoStandIns(body) : body).replaceAll(group, GS)
  for (const name of [record, spelling?.record ?? '']) {
    if (name !== '' && name !== group) body = body.replaceAll(name, RS)
  }
  return `${header}${record === '' ? '' : RS}${format}${body}`
}

/** Puts separators back in a GS1 element string that spells them out: no value holds `<GS>`. */
export function undoSpelledGroups(text: string): string {
  return SPELLINGS.reduce((undone, { group }) => undone.replaceAll(group, GS), text)
}

/** What stands at a place where only a separator, a digit or a letter can be; empty where it is none. */
function standInAt(text: string, at: number, which: 'record' | 'group'): string {
  const spelled = SPELLINGS.find((spelling) => text.startsWith(spelling[which], at))
  if (spelled !== undefined) return spelled[which]
  const character = text.charAt(at)
  return /^[\w .\-/+#,:()%&*=]?$/.test(character) ? '' : character
}
