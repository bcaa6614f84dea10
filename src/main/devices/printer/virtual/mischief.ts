import type { Random } from '../../../../core/random.ts'
import { parseHand } from './hand.ts'
import type { VirtualPrinter } from './virtual-printer.ts'

export interface MischiefSettings {
  readonly random: Random
  /** Something happens once in so many labels, by chance sooner or later. */
  readonly everyLabels: number
  /** How long what passes by itself lasts: silence, noise, slow reading, a printer that hangs. */
  readonly shortestMs: number
  readonly longestMs: number
  /** The fewest bytes a second that it reads. */
  readonly slowest: number
  /** Whether it jams too; absent, it does. A printer that cannot say so spoils labels that nobody hears of. */
  readonly jams?: boolean
  /** Told of what happens, in the words of a hand. */
  readonly onMishap?: (words: string) => void
}

/** What lasts until somebody sees to it. */
const LASTING = ['paper out', 'head open', 'ribbon out', 'pause', 'power off', 'power fail', 'freeze'] as const
const JAMMED = ['jam', 'cutter stuck', 'head hot'] as const

/** What passes by itself, and what ends it. */
const PASSING = [
  ['freeze', 'thaw'],
  ['silent', 'talk'],
  ['garbled', 'talk'],
  ['slow', 'fast'],
  ['power off', 'power on'],
  ['power fail', 'power on'],
  ['pause', 'resume'],
  ['head open', 'head close']
] as const

/**
 * Lets things happen to a printer while it prints, by chance that is the same for the same seed. Somebody has to see to
 * what lasts. Returns the function that stops it.
 */
export function makeMischief(
  printer: Pick<VirtualPrinter, 'obey' | 'onPiece'>,
  settings: MischiefSettings
): () => void {
  const { random, everyLabels, onMishap = () => {} } = settings
  let left = pause()

  function pause(): number {
    return 1 + random.below(2 * everyLabels)
  }

  return printer.onPiece(({ quality }) => {
    // A new roll in the moment in which a label is torn would mend the printer before anybody could see it stop.
    if (quality !== 'good') return
    left -= 1
    if (left > 0) return
    left = pause()
    for (const words of someMishap(settings)) {
      const hand = parseHand(words)
      if (!hand) throw new Error(`Nobody can ${words}`)
      onMishap(words)
      printer.obey(hand)
    }
  })
}

/** It happens within a label or two, or within as many bytes as labels have. */
function someMishap({ random, shortestMs, longestMs, slowest, jams = true }: MischiefSettings): readonly string[] {
  const soon = (random.below(200) / 100).toFixed(2)
  switch (random.below(5)) {
    case 0:
      return [`${random.pick(['paper', 'ribbon'])} ${soon}`]
    case 1:
      return [`after ${1 + random.below(2_500)} bytes reset`]
    case 2:
    case 3: {
      const [begins, ends] = random.pick(PASSING)
      const how = begins === 'slow' ? `slow ${slowest * (1 + random.below(20))}` : begins
      const lastsMs = shortestMs + random.below(Math.max(1, longestMs - shortestMs))
      // The end is set first: a printer that nobody hears gets no more labels that could bring it about.
      return [`after ${soon} labels after ${lastsMs} ms ${ends}`, `after ${soon} labels ${how}`]
    }
    default:
      return [`after ${soon} labels ${random.pick(jams ? [...LASTING, ...JAMMED] : LASTING)}`]
  }
}
