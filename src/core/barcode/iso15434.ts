import { EOT, GS, RS } from './control-characters.ts'

/** One envelope of a message: two digits that name the format, and what stands in it. */
export interface Envelope {
  readonly format: string
  readonly body: string
}

export interface Message {
  readonly envelopes: readonly Envelope[]
  /** What is missing or too much around the envelopes, in words; none when the message is as the standard wants it. */
  readonly damage: readonly string[]
}

/**
 * Opens a message of ISO/IEC 15434: `[)>` RS, envelopes that each end with RS, EOT.
 *
 * Absent when the text does not begin as one. Taken as well, each with a word on the damage: a `>` in front (older
 * labels of Mouser), no RS after `[)>`, no RS or EOT at the end (Digi-Key, Würth), and anything else after the last RS.
 */
export function openMessage(text: string): Message | undefined {
  const header = /^>?\[\)>/.exec(text)?.[0]
  if (header === undefined) return undefined
  const damage: string[] = []
  if (header.startsWith('>')) damage.push('a > stands before it')
  let at = header.length
  if (text.charAt(at) === RS) at++
  else damage.push('RS is missing after [)>')

  const envelopes: Envelope[] = []
  for (;;) {
    const format = text.slice(at, at + 2)
    if (!/^\d\d$/.test(format)) break
    const end = endOfEnvelope(text, at + 2)
    envelopes.push({ format, body: text.slice(at + 2, end) })
    at = text.charAt(end) === RS ? end + 1 : end
    if (at === end) break
  }
  return { envelopes, damage: [...damage, ...describeTrailer(text, at)] }
}

/** The fields of an envelope, which begin with GS each. */
export function fieldsOf(body: string): string[] {
  return (body.startsWith(GS) ? body.slice(1) : body).split(GS)
}

function endOfEnvelope(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === RS || character === EOT) return at
  }
  return text.length
}

function describeTrailer(text: string, at: number): string[] {
  const rest = text.slice(at)
  if (rest === EOT) return text.charAt(at - 1) === RS ? [] : ['RS is missing before EOT']
  if (rest === '')
    return [text.charAt(at - 1) === RS ? 'EOT is missing at the end' : 'RS and EOT are missing at the end']
  return [rest.startsWith(EOT) ? 'something stands after EOT' : 'the end is damaged']
}
