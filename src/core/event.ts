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
  | 'label-format'

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

/** An event as it lies in the store: what it says as it was written, and its hashes. */
export interface StoredEvent extends WrittenEvent {
  readonly previousHash: string
  readonly hash: string
}

export interface BrokenLink {
  readonly seq: number
  readonly found: string
  readonly expected: string
}

/** What stands before the first event. */
export const BEFORE_ALL: Pick<StoredEvent, 'seq' | 'hash'> = { seq: 0, hash: GENESIS_HASH }

/**
 * Why an event does not follow the one before it: changed, removed, inserted or moved. Absent where it does.
 *
 * An event whose texts are not canonical, but mean what was hashed, follows too.
 */
export function brokenLink(
  before: Pick<StoredEvent, 'seq' | 'hash'>,
  event: StoredEvent,
  sha256: (text: string) => string
): BrokenLink | undefined {
  const seq = before.seq + 1
  if (event.seq !== seq) return { seq, found: `event ${event.seq}`, expected: `event ${seq}` }
  if (event.previousHash !== before.hash) {
    return { seq, found: `previous hash ${event.previousHash}`, expected: `previous hash ${before.hash}` }
  }
  if (CANONICAL_SUBJECTS.test(event.subjects) && sha256(writtenChainText(before.hash, event)) === event.hash) return
  const canonical = canonicalTexts(event)
  if (!canonical) return { seq, found: 'no JSON', expected: 'subjects and data as they were written' }
  const hash = sha256(writtenChainText(before.hash, { ...event, ...canonical }))
  return event.hash === hash ? undefined : { seq, found: `hash ${event.hash}`, expected: `hash ${hash}` }
}

/** Holds nothing of the data: texts that are hashed behind each other must end where they are taken to end. */
const CANONICAL_SUBJECTS = /^\[(?:\["[a-z-]+",\d+\](?:,(?=\[)|(?=\]$)))*\]$/

function canonicalTexts({ subjects, data }: WrittenEvent): Pick<WrittenEvent, 'subjects' | 'data'> | undefined {
  try {
    return { subjects: canonicalJson(JSON.parse(subjects) as Json), data: canonicalJson(JSON.parse(data) as Json) }
  } catch {
    return undefined
  }
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value)
}
