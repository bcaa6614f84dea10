import type { Instant } from './clock.ts'

export type SubjectKind =
  | 'part'
  | 'order'
  | 'order-line'
  | 'receipt'
  | 'receipt-line'
  | 'row'
  | 'lot'
  | 'label'
  | 'location'
  | 'operator'
  | 'run'
  | 'build'
  | 'issue'
  | 'count'

/** A thing of the store that an event concerns, by its row key. */
export interface EventSubject {
  readonly kind: SubjectKind
  readonly id: number
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** What happened, before it has its place in the chain. */
export interface EventDraft {
  readonly kind: string
  readonly at: Instant
  readonly operator: string
  readonly station: string
  readonly subjects: readonly EventSubject[]
  readonly data: { readonly [key: string]: Json }
}

/** An event in its place: `hash` is the SHA-256 of {@link chainText}, in lower-case hexadecimal. */
export interface ChainedEvent extends EventDraft {
  /** 1 for the first event, without gaps. */
  readonly seq: number
  readonly previousHash: string
  readonly hash: string
}

/** The hash that stands before the first event. */
export const GENESIS_HASH = '0'.repeat(64)

/** JSON with sorted keys and no blanks: one text for one value, whoever writes it. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`)
  return `{${members.join(',')}}`
}

/** An event with its subjects and its data as texts of canonical JSON, the form in which it is stored. */
export interface WrittenEvent extends Pick<ChainedEvent, 'seq' | 'at' | 'operator' | 'station' | 'kind'> {
  readonly subjects: string
  readonly data: string
}

export function writtenEvent(event: EventDraft & { readonly seq: number }): WrittenEvent {
  const { seq, at, operator, station, kind } = event
  const subjects = canonicalJson(event.subjects.map((subject) => [subject.kind, subject.id]))
  return { seq, at, operator, station, kind, subjects, data: canonicalJson(event.data) }
}

/** The exact text that an event's hash covers, canonical JSON: the hash before it and every field of its own. */
export function chainText(previousHash: string, event: EventDraft & { readonly seq: number }): string {
  return writtenChainText(previousHash, writtenEvent(event))
}

/** {@link chainText} of an event whose subjects and data are written already. */
export function writtenChainText(previousHash: string, event: WrittenEvent): string {
  const { seq, at, operator, station, kind, subjects, data } = event
  const names = `${JSON.stringify(at)},${JSON.stringify(operator)},${JSON.stringify(station)},${JSON.stringify(kind)}`
  return `[${JSON.stringify(previousHash)},${seq},${names},${subjects},${data}]`
}

export interface BrokenLink {
  readonly seq: number
  readonly found: string
  readonly expected: string
}

/** The first event that does not follow from those before it: changed, removed, inserted or moved. */
export function firstBrokenLink(
  events: Iterable<ChainedEvent>,
  sha256: (text: string) => string
): BrokenLink | undefined {
  let previousHash = GENESIS_HASH
  let seq = 0
  for (const event of events) {
    seq += 1
    if (event.seq !== seq) return { seq, found: `event ${event.seq}`, expected: `event ${seq}` }
    if (event.previousHash !== previousHash) {
      return { seq, found: `previous hash ${event.previousHash}`, expected: `previous hash ${previousHash}` }
    }
    const hash = sha256(chainText(previousHash, event))
    if (event.hash !== hash) return { seq, found: `hash ${event.hash}`, expected: `hash ${hash}` }
    previousHash = hash
  }
  return undefined
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value)
}
