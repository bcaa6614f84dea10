import { EOT, GS, RS, scanChords, sentText, strokesOf } from './keys.ts'
import type { Separators } from './keys.ts'
import type { XStroke } from './keyboard.ts'
import type { Random } from '../../../src/core/random.ts'

const LOW = 'abcdefghijklmnopqrstuvwxyz'
const HIGH = LOW.toUpperCase()
const DIGITS = '0123456789'
/** Among them all that some layout has on a dead key, another place or behind AltGr. */
const MARKS = ' !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'

/** The gaps between the keys of a scan, and before its first. Few keys are told from a person's by a fast pace only. */
const GAPS_MS = { least: 5, most: 40, mostOfFew: 15, jitter: 3, before: 120 }
const PACES_MS = [5, 8, 11, 14, 18, 24, 32, 40] as const
const PACES_OF_FEW_MS = [5, 8, 11, 14] as const

export interface CorpusScan {
  /** What the journal has to hold. */
  readonly wanted: string
  readonly strokes: readonly XStroke[]
  readonly gapMs: number
}

export function randomScan(random: Random, separators: Separators): CorpusScan {
  const isShort = random.below(10) < 3
  const gapMs = random.pick(isShort ? PACES_OF_FEW_MS : PACES_MS)
  const most = isShort ? GAPS_MS.mostOfFew : GAPS_MS.most
  const jittered = () => gapMs - GAPS_MS.jitter + random.below(2 * GAPS_MS.jitter + 1)
  return scanOf(isShort ? shortText(random) : longText(random), separators, gapMs, random.pick(['Enter', 'Tab']), () =>
    Math.min(most, Math.max(GAPS_MS.least, jittered()))
  )
}

export function scanOf(
  text: string,
  separators: Separators,
  gapMs: number,
  suffix: 'Enter' | 'Tab' = 'Enter',
  nextGapMs = () => gapMs
): CorpusScan {
  const chords = [...scanChords(text, separators), { keys: [suffix] }]
  const gapsMs = chords.map((_, index) => (index === 0 ? GAPS_MS.before : nextGapMs()))
  return { wanted: sentText(text, separators), strokes: strokesOf(chords, gapsMs), gapMs }
}

function run(random: Random, alphabet: string, low: number, high: number): string {
  return Array.from({ length: low + random.below(high - low + 1) }, () => random.pick(Array.from(alphabet))).join('')
}

/** A code of 2 to 7 characters, as bins and quantities bear it; of no meaning to the station. */
function shortText(random: Random): string {
  return `${run(random, HIGH + LOW, 1, 1)}${run(random, DIGITS + DIGITS + HIGH + MARKS, 1, 6)}`
}

/** A text with separators, of 6 to 12 characters and now and then as long as a supplier's label; of no meaning to the station. */
function longText(random: Random): string {
  switch (random.below(7)) {
    case 0:
      return `[)>${RS}06${GS}P${run(random, `${HIGH}${DIGITS}-./`, 2, 6)}${GS}Q${run(random, DIGITS, 1, 3)}${GS}1T${run(random, LOW + DIGITS, 2, 5)}${RS}${EOT}`
    case 1:
      return `01${run(random, DIGITS, 14, 14)}10${run(random, HIGH + DIGITS, 1, 6)}${GS}21${run(random, LOW + HIGH + DIGITS, 1, 6)}`
    case 2:
    case 3:
    case 4:
      return `${run(random, LOW + HIGH + DIGITS + MARKS, 4, 7)}${GS}${run(random, MARKS + DIGITS, 1, 3)}`
    default:
      return `${run(random, HIGH + DIGITS, 1, 2)}-${run(random, LOW + MARKS, 1, 3)}${RS}${run(random, DIGITS + MARKS, 1, 3)}${EOT}${run(random, LOW, 1, 1)}`
  }
}
