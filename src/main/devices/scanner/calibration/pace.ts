import type { KeyStroke } from '../key-stroke.ts'
import { isHeldModifier } from '../modifiers.ts'
import type { CalibrationFindings } from './findings.ts'

/** One gap of twenty may be the computer's own: it was busy with something else. */
const SURELY_SCANNERS = 0.95

/** How fast the keys came; null where there are too few to tell. */
export function paceOf(strokes: readonly KeyStroke[]): CalibrationFindings['pace'] {
  const downs = strokes.filter(({ type, isAutoRepeat }) => type === 'down' && !isAutoRepeat)
  const characters = downs.filter(({ code }) => !isHeldModifier(code))
  const first = characters[0]
  const last = characters.at(-1)
  if (!first || !last || characters.length < 2) return null
  const gaps = downs
    .slice(1)
    .map(({ atMs }, index) => atMs - (downs[index]?.atMs ?? atMs))
    .sort((a, b) => a - b)
  return {
    perCharacterMs: rounded((last.atMs - first.atMs) / (characters.length - 1)),
    longestGapMs: rounded(gaps[Math.floor((gaps.length - 1) * SURELY_SCANNERS)] ?? 0)
  }
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10
}
