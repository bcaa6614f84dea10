import { EOT, GS, RS, scanChords, sentText, strokesOf } from './keys.ts'
import type { Separators } from './keys.ts'
import type { XStroke } from './keyboard.ts'
import type { Random } from '../../../src/core/random.ts'

const LOW = 'abcdefghijklmnopqrstuvwxyz'
const HIGH = LOW.toUpperCase()
const DIGITS = '0123456789'
/** Among them all that some layout has on a dead key, another place or behind AltGr. */
const MARKS = ' !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'

/** The gaps between the keys of a scan, and before its first. */
const GAPS_MS = { least: 5, most: 40, jitter: 3, before: 120 }

export interface CorpusScan {
  /** What the journal has to hold. */
  readonly wanted: string
  readonly strokes: readonly XStroke[]
  readonly gapMs: number
}

export function randomScan(random: Random, separators: Separators): CorpusScan {
  const gapMs = random.pick([5, 8, 11, 14, 18, 24, 32, 40])
  const jittered = () => gapMs - GAPS_MS.jitter + random.below(2 * GAPS_MS.jitter + 1)
  return scanOf(randomText(random), separators, gapMs, random.pick(['Enter', 'Tab']), () =>
    Math.min(GAPS_MS.most, Math.max(GAPS_MS.least, jittered()))
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

/** A text as labels bear it, of 8 to 32 characters, with separators; of no meaning to the station. */
function randomText(random: Random): string {
  const run = (alphabet: string, low: number, high: number): string =>
    Array.from({ length: low + random.below(high - low + 1) }, () => alphabet[random.below(alphabet.length)]).join('')
  switch (random.below(4)) {
    case 0:
      return `[)>${RS}06${GS}P${run(HIGH + DIGITS + '-./', 2, 6)}${GS}Q${run(DIGITS, 1, 3)}${GS}1T${run(LOW + DIGITS, 2, 5)}${RS}${EOT}`
    case 1:
      return `01${run(DIGITS, 14, 14)}10${run(HIGH + DIGITS, 1, 6)}${GS}21${run(LOW + HIGH + DIGITS, 1, 6)}`
    case 2:
      return `${run(LOW + HIGH + DIGITS + MARKS, 6, 18)}${GS}${run(MARKS + DIGITS, 2, 5)}`
    default:
      return `${run(HIGH + DIGITS, 2, 4)}-${run(LOW + MARKS, 3, 8)}${RS}${run(DIGITS + MARKS, 3, 8)}${EOT}${run(LOW, 1, 2)}`
  }
}
