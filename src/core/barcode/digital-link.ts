import type { Day } from '../clock.ts'
import { APPLICATION_IDENTIFIERS } from './application-identifiers.ts'
import { readElement } from './gs1-value.ts'
import { parseGtin } from './gtin.ts'
import { unknownField } from './label-field.ts'
import type { LabelField } from './label-field.ts'

/** Primary keys of the GS1 Digital Link URI syntax, and the qualifiers that may follow each in the path. */
const KEYS: ReadonlyMap<string, readonly string[]> = new Map([
  ['00', []],
  ['01', ['22', '10', '21', '235']],
  ['253', []],
  ['255', []],
  ['401', []],
  ['402', []],
  ['414', ['254', '7040']],
  ['415', ['8020']],
  ['417', ['7040']],
  ['8003', []],
  ['8004', ['7040']],
  ['8006', ['22', '10', '21']],
  ['8010', ['8011']],
  ['8013', []],
  ['8017', ['8019']],
  ['8018', ['8019']]
])

/** Words that the first editions of the standard allowed in place of numbers in the path. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['gtin', '01'],
  ['cpv', '22'],
  ['lot', '10'],
  ['ser', '21'],
  ['sscc', '00'],
  ['gdti', '253'],
  ['gcn', '255'],
  ['ginc', '401'],
  ['gsin', '402'],
  ['gln', '414'],
  ['glnx', '254'],
  ['party', '417'],
  ['grai', '8003'],
  ['giai', '8004'],
  ['itip', '8006'],
  ['cpid', '8010'],
  ['cpsn', '8011'],
  ['gmn', '8013'],
  ['gsrnp', '8017'],
  ['gsrn', '8018'],
  ['srin', '8019']
])

/**
 * Reads a GS1 Digital Link: a web address whose path ends in a key with its value and qualifiers, with attributes in
 * the query. Absent when the address is no such link.
 *
 * Any host will do. Qualifiers are taken in any order, and a GTIN of 8, 12 or 13 digits as well, as older links have it.
 */
export function readDigitalLink(text: string, today: Day): LabelField[] | undefined {
  const address = /^https?:\/\/([^/?#]+)(\/[^?#]*)(?:\?([^#]*))?/i.exec(text)
  if (!address) return undefined
  const [, host = '', path = '', query = ''] = address
  const inPath = readPath(host.toLowerCase() === 'id.gs1.org', path.split('/'), today)
  return inPath && [...inPath, ...readQuery(query, today)]
}

/** Keys without a check digit: on any other host they are numbers in a path like many. */
const UNCHECKED: readonly string[] = ['401', '8004', '8010', '8013']

function readPath(isCanonical: boolean, segments: readonly string[], today: Day): LabelField[] | undefined {
  const last = segments.at(-1) === '' ? segments.length - 1 : segments.length
  for (let at = last - 2; at > 0; at -= 2) {
    const key = inNumbers(segments[at] ?? '')
    const qualifiers = KEYS.get(key)
    if (qualifiers !== undefined) {
      if (UNCHECKED.includes(key) && !isCanonical) return undefined
      return readKey(key, qualifiers, segments.slice(at + 1, last).map(decode), today)
    }
  }
  return undefined
}

function inNumbers(segment: string): string {
  return WORDS.get(segment) ?? segment
}

function readKey(
  key: string,
  qualifiers: readonly string[],
  rest: readonly string[],
  today: Day
): LabelField[] | undefined {
  const [first = '', ...pairs] = rest
  const field = readElement(key, key === '01' ? (parseGtin(first) ?? first) : first, today)
  const looksRight = field.content.kind !== 'invalid' || (key === '01' && /^\d{14}$/.test(first))
  if (!looksRight) return undefined
  const fields = [field]
  for (let at = 0; at < pairs.length; at += 2) {
    const qualifier = inNumbers(pairs[at] ?? '')
    const value = pairs[at + 1] ?? ''
    if (!qualifiers.includes(qualifier)) return undefined
    if (value.trim() !== '') fields.push(readElement(qualifier, value, today))
  }
  return fields
}

function readQuery(query: string, today: Day): LabelField[] {
  return query.split(/[&;]/).flatMap((pair) => {
    const equals = pair.indexOf('=')
    const identifier = decode(pair.slice(0, Math.max(equals, 0)))
    const value = decode(pair.slice(equals + 1).replaceAll('+', ' '))
    if (equals < 1 || value.trim() === '') return []
    return [
      APPLICATION_IDENTIFIERS.has(identifier) ? readElement(identifier, value, today) : unknownField(identifier, value)
    ]
  })
}

/** Undoes percent-encoding; a text that is encoded wrongly stays as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
