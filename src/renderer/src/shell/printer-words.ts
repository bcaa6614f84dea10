import type { PrinterAtWork } from '../../../ipc/printing-views.ts'
import { groupedCount } from '../ui/grouped-quantity.ts'
import { HEALTH_TONES } from '../ui/health-tones.ts'
import type { Tone } from '../ui/tone.ts'

export interface PrinterSummary {
  readonly id: string
  readonly tone: Tone
  /** `Paper out on units: 14 labels wait`. */
  readonly words: string
}

/** What a printer does, in one line. */
export function summarizePrinter({ id, health, brief, waiting, doubtful }: PrinterAtWork): PrinterSummary {
  const wait = waiting === 0 ? '' : `: ${labels(waiting)} ${waiting === 1 ? 'waits' : 'wait'}`
  if (doubtful > 0) {
    const look = `${labels(doubtful)} to look for on ${id}`
    return { id, tone: 'bad', words: waiting === 0 ? look : `${look}, ${groupedCount(waiting)} more wait` }
  }
  if (health === 'ready' && waiting > 0) return { id, tone: 'good', words: `${id} prints${wait}` }
  if (health === 'ready') return { id, tone: 'good', words: `Printer ${id} is ready` }
  return { id, tone: HEALTH_TONES[health], words: `${brief} on ${id}${wait}` }
}

const WORST_FIRST: readonly Tone[] = ['bad', 'warn', 'wait', 'quiet', 'good']

/** The printers that there is room for, the worst first, in one line each. */
export function summarizePrinters(printers: readonly PrinterAtWork[], room: number): readonly PrinterSummary[] {
  return printers
    .map(summarizePrinter)
    .sort((a, b) => WORST_FIRST.indexOf(a.tone) - WORST_FIRST.indexOf(b.tone))
    .slice(0, room)
}

function labels(count: number): string {
  return count === 1 ? '1 label' : `${groupedCount(count)} labels`
}
