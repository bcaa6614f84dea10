import { SEPARATORS } from '../../../../core/barcode/calibration-symbol.ts'
import type { CalibrationFindings, SeparatorFinding } from './findings.ts'
import type { LocatedSymbol, Piece } from './locate.ts'
import { textOfPieces } from './locate.ts'

/** A single character that codes are full of, or a text that begins like one: it cannot stand for a separator as well. */
const ORDINARY = /^[A-Za-z0-9]|^[ \-./:_+,]$/

/** How GS, RS and EOT arrived, from what was found in their places. */
export function separatorsOf(places: LocatedSymbol['separators']): CalibrationFindings['separators'] {
  const found = SEPARATORS.map(({ character }, index) => findingOf(places[index] ?? [], character))
  const arrivals = SEPARATORS.map(({ character }, index) => arrivalOf(found[index], character))
  const [gs, rs, eot] = found.map((finding, index): SeparatorFinding => {
    const arrival = arrivals[index]
    const isAlone = arrivals.every((other, at) => at === index || other === null || other !== arrival)
    if (isAlone || finding.kind === 'kept' || finding.kind === 'lost') return finding
    return { kind: 'mixed-up', text: finding.kind === 'key' ? finding.code : finding.text }
  })
  const lost = { kind: 'lost' } as const
  return { gs: gs ?? lost, rs: rs ?? lost, eot: eot ?? lost }
}

function findingOf(pieces: readonly Piece[], expected: string): SeparatorFinding {
  const [only, ...others] = pieces
  if (!only) return { kind: 'lost' }
  const text = textOfPieces(pieces)
  // What such a key stands for is known of one maker's scanners only.
  if (others.length === 0 && only.code.startsWith('Arrow')) return { kind: 'key', code: only.code }
  if (text === expected) return { kind: 'kept', by: waysOf(only) }
  if (others.length === 0 && only.text === '' && only.by === 'key') return { kind: 'key', code: only.code }
  if (text === '') return { kind: 'lost' }
  return { kind: ORDINARY.test(text) ? 'mixed-up' : 'text', text }
}

function waysOf({ by, code }: Piece): Extract<SeparatorFinding, { kind: 'kept' }>['by'] {
  if (by !== 'key') return by
  return /^F\d+$/.test(code) ? 'function-key' : 'control'
}

/** What stands for the separator once it has arrived: two that are alike cannot be told apart. */
function arrivalOf(finding: SeparatorFinding | undefined, character: string): string | null {
  switch (finding?.kind) {
    case 'kept':
      return character
    case 'key':
      return `key ${finding.code}`
    case 'text':
    case 'mixed-up':
      return finding.text
    default:
      return null
  }
}
