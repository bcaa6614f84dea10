import type { MachineCondition } from './host-replies.ts'
import type { Supply } from './paper-path.ts'

/** What a hand, a cable or bad luck does to a printer. */
export type Hand =
  /** A new roll; `labels` is how long it lasts and need not be whole, null for ever. */
  | { readonly kind: 'load'; readonly what: Supply; readonly labels: number | null }
  | { readonly kind: 'condition'; readonly condition: MachineCondition; readonly present: boolean }
  /** Feeds a blank label. */
  | { readonly kind: 'feed' }
  /** Frozen, it neither moves nor reads nor answers, and loses nothing. */
  | { readonly kind: 'freeze'; readonly frozen: boolean }
  /** Off, it loses its buffer, its settings and its clients; on again, it answers and reads as it should. `vanishes`: they are not told, as when the current fails. */
  | { readonly kind: 'power'; readonly on: boolean; readonly vanishes: boolean }
  /** What it answers: truth, noise, or nothing at all while it goes on printing. */
  | { readonly kind: 'answers'; readonly how: 'well' | 'garbled' | 'never' }
  /** How fast it takes bytes; null for as they come. */
  | { readonly kind: 'pace'; readonly bytesPerSecond: number | null }
  /** Breaks off every connection. */
  | { readonly kind: 'reset' }
  | { readonly kind: 'after'; readonly amount: number; readonly unit: 'labels' | 'bytes' | 'ms'; readonly hand: Hand }

/** How a hand is written, one a line. */
export const HAND_WORDS: readonly (readonly [words: string, meaning: string])[] = [
  ['paper [LABELS] · ribbon [LABELS]', 'a new roll; 12.5 ends in the middle of the 13th label'],
  ['paper out · ribbon out · head open · pause', 'stops it; what is moving is torn, but by a pause'],
  ['head close · resume', 'clears that'],
  [
    'jam · cutter stuck · head hot',
    'stops it too; a jam and a stuck cutter spoil what is moving, and it is not repeated'
  ],
  ['jam clear · cutter free · head cool', 'clears that'],
  ['feed', 'a blank label, which the odometer does not count'],
  ['freeze · thaw', 'it neither moves, reads nor answers, and loses nothing'],
  ['power off · power fail · power on', 'buffer, settings and connections are lost; at a failure nobody is told'],
  ['silent · garbled · talk', 'it prints on and answers nothing, noise, or the truth again'],
  ['slow BYTES_PER_SECOND · fast', 'how it takes what is sent'],
  ['reset', 'breaks off every connection'],
  ['after AMOUNT labels|bytes|ms WORDS', 'does something later: after 2.5 labels head open'],
  ['status', 'answers how it stands and what came out']
]

/** Reads a hand in words; absent when it is none. */
export function parseHand(text: string): Hand | undefined {
  const words = text.trim().toLowerCase().split(/\s+/)
  const [first = '', second] = words
  if (first === 'after') return parseAfter(words)
  if (first === 'paper' || first === 'ribbon') return parseSupply(first, second, words.length)
  if (first === 'slow' && words.length === 2) return paceOf(second)
  return FIXED[words.join(' ')]
}

const FIXED: Readonly<Record<string, Hand>> = {
  'head open': { kind: 'condition', condition: 'head-open', present: true },
  'head close': { kind: 'condition', condition: 'head-open', present: false },
  pause: { kind: 'condition', condition: 'paused', present: true },
  resume: { kind: 'condition', condition: 'paused', present: false },
  jam: { kind: 'condition', condition: 'paper-jam', present: true },
  'jam clear': { kind: 'condition', condition: 'paper-jam', present: false },
  'cutter stuck': { kind: 'condition', condition: 'cutter-fault', present: true },
  'cutter free': { kind: 'condition', condition: 'cutter-fault', present: false },
  'head hot': { kind: 'condition', condition: 'head-too-hot', present: true },
  'head cool': { kind: 'condition', condition: 'head-too-hot', present: false },
  feed: { kind: 'feed' },
  freeze: { kind: 'freeze', frozen: true },
  thaw: { kind: 'freeze', frozen: false },
  'power off': { kind: 'power', on: false, vanishes: false },
  'power fail': { kind: 'power', on: false, vanishes: true },
  'power on': { kind: 'power', on: true, vanishes: false },
  talk: { kind: 'answers', how: 'well' },
  garbled: { kind: 'answers', how: 'garbled' },
  silent: { kind: 'answers', how: 'never' },
  fast: { kind: 'pace', bytesPerSecond: null },
  reset: { kind: 'reset' }
}

function parseAfter([, amountText, unit, ...rest]: readonly string[]): Hand | undefined {
  const amount = amountOf(amountText)
  const hand = parseHand(rest.join(' '))
  if (amount === undefined || hand === undefined) return undefined
  return unit === 'labels' || unit === 'bytes' || unit === 'ms' ? { kind: 'after', amount, unit, hand } : undefined
}

function parseSupply(what: Supply, second: string | undefined, length: number): Hand | undefined {
  if (length > 2) return undefined
  if (second === 'out')
    return { kind: 'condition', condition: what === 'paper' ? 'paper-out' : 'ribbon-out', present: true }
  if (second === undefined) return { kind: 'load', what, labels: null }
  const labels = amountOf(second)
  return labels === undefined ? undefined : { kind: 'load', what, labels }
}

function paceOf(text: string | undefined): Hand | undefined {
  const bytesPerSecond = amountOf(text)
  return bytesPerSecond === undefined || bytesPerSecond === 0 ? undefined : { kind: 'pace', bytesPerSecond }
}

function amountOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}(\.\d{1,6})?$/.test(text) ? Number(text) : undefined
}
