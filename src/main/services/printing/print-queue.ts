import { StationError } from '../../../core/errors.ts'
import { readingAfter } from '../../../core/printing/evidence.ts'
import type { LabelContent } from '../../../labels/content.ts'
import type { Media } from '../../../labels/media.ts'
import { describeLabelRefusal } from '../../../labels/refusal.ts'
import { renderLabel } from '../../../labels/render.ts'
import { delayAt } from '../../devices/printer/pauses.ts'
import type { Printer } from '../../devices/printer/printer.ts'
import { nextQueued, type LabelRow } from '../../store/label.ts'
import { transaction } from '../../store/database.ts'
import { noteCounter, printStopOf } from '../../store/print-stop.ts'
import type { StationContext } from '../context.ts'
import { createFlightLedger, type SendingLabel } from './flight-ledger.ts'
import { createLatch } from '../latch.ts'

export interface PrintQueue {
  /** Says that labels may have been queued, or that the printer may go on. */
  wake(): void
  /** Sends nothing more, and ends when what is on its way is decided. */
  close(): Promise<void>
}

export interface PrintQueueSettings {
  readonly context: StationContext
  readonly printer: Printer
  /** The printers of the settings that this one is, each with its labels' size. More may join while it prints. */
  readonly served: ReadonlyMap<string, Media>
  /** Called after each step of the ledger. */
  readonly onStep: () => void
  readonly logBug: (error: unknown) => void
}

/** Of a label that takes longer the ledger says meanwhile what is known; of the others it is written in one go. */
const PROMPT_ANSWER_MS = 200
/** After a ledger that could not be written: a disk may have room again. Also how often a stopped printer is asked. */
const RETRY_MS = 2_000
/** After labels that a printer did not take although it was ready, each time in a row; the last one repeats. */
const REFUSED_DELAYS_MS = [250, RETRY_MS, 5_000, 15_000, 30_000, 60_000]

/**
 * Sends the labels of one printer, in order, as many at once as the printer takes with evidence for each.
 *
 * Before a byte is sent, the disk has it that it may have been. A label leaves `queued` once only: what may have come out
 * is `unknown`, is never sent again from here, and keeps the labels after it back until a person has looked.
 */
export function createPrintQueue(settings: PrintQueueSettings): PrintQueue {
  const { context, printer, served, onStep, logBug } = settings
  const latch = createLatch()
  const stopWatching = printer.onState(() => {
    isHeldBack = false
    latch.wake()
  })
  const flight = createFlightLedger(settings, () => latch.wake())
  let mayBeQueued = true
  let isLate = false
  /** The printer took no label just now: it is sent none until it says something else, or some time has passed. */
  let isHeldBack = false
  let refusals = 0
  let holdTimer: ReturnType<typeof setTimeout> | undefined
  let closing = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const ended = run()

  async function run(): Promise<void> {
    for (;;) {
      const went = await advance()
      if (closing && flight.isEmpty()) return
      if (!went) await latch.wait()
    }
  }

  /** Takes the labels as far as they go now; false when the printer, or somebody, has to do something first. */
  async function advance(): Promise<boolean> {
    try {
      if (await sendNext()) return true
      if (flight.hasOutcomes() || (isLate && !flight.isEmpty())) flight.write()
      isLate = false
      await noteStoppedCounter()
      return false
    } catch (error) {
      logBug(error)
      wakeAfter(RETRY_MS)
      return false
    }
  }

  /** What the counter says once the printer answers again is worth knowing to whoever looks for its labels. */
  async function noteStoppedCounter(): Promise<void> {
    const stops = [...served.keys()].flatMap((id) => printStopOf(context.db, id) ?? [])
    if (closing || !flight.isEmpty() || stops.length === 0) return
    // A label that still moves counts in a moment.
    wakeAfter(RETRY_MS)
    const preparation = await printer.prepare()
    if (!preparation.ready || preparation.before.labels === null) return
    const { labels, printer: serial } = preparation.before
    if (stops.every(({ counted, countedBy }) => counted === labels && countedBy === serial)) return
    transaction(context.db, () => stops.forEach(({ printer: id }) => noteCounter(context.db, id, labels, serial)))
    onStep()
  }

  async function sendNext(): Promise<boolean> {
    if (closing || !mayBeQueued || isHeldBack) return false
    const preparation = await printer.prepare()
    if (!preparation.ready || closing) return false
    // What has come of earlier labels may stop the printer.
    if (flight.hasStops()) flight.write()
    const labels = nextLabels(preparation.room)
    if (labels.length < preparation.room) mayBeQueued = false
    if (labels.length === 0) return false
    const sending: SendingLabel[] = []
    const refused: { readonly label: LabelRow; readonly words: string }[] = []
    for (const label of labels) {
      const rendering = renderLabel(JSON.parse(label.content) as LabelContent, mediaOf(label))
      if (!rendering.ok) refused.push({ label, words: describeLabelRefusal(rendering.refusal) })
      else sending.push({ label, zpl: rendering.zpl, before: readingAfter(preparation.before, sending.length) })
    }
    flight.write(sending, refused)
    if (sending.length > 0) await send(sending)
    return true
  }

  async function send(sending: readonly SendingLabel[]): Promise<void> {
    try {
      const sent = await printer.send(sending.map(({ zpl }) => zpl))
      refusals = 0
      flight.follow(sending, sent)
      wakeAfter(PROMPT_ANSWER_MS)
    } catch (error) {
      const isUntouched = provesNothingLeft(error)
      if (isUntouched) holdBack()
      mayBeQueued = true
      flight.notSent(sending, error instanceof Error ? error.message : String(error), isUntouched)
    }
  }

  function holdBack(): void {
    isHeldBack = true
    clearTimeout(holdTimer)
    holdTimer = setTimeout(
      () => {
        isHeldBack = false
        latch.wake()
      },
      delayAt(REFUSED_DELAYS_MS, refusals)
    )
    refusals += 1
  }

  function nextLabels(room: number): readonly LabelRow[] {
    const ids = [...served.keys()]
    if (ids.some((id) => printStopOf(context.db, id))) return []
    return ids.reduce<readonly LabelRow[]>(
      (found, id) => (found.length < room ? [...found, ...nextQueued(context.db, id, room - found.length)] : found),
      []
    )
  }

  function mediaOf({ printer: id }: LabelRow): Media {
    const media = served.get(id)
    if (!media) throw new Error(`No labels of ${id} are printed here`)
    return media
  }

  function wakeAfter(delayMs: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      isLate = true
      latch.wake()
    }, delayMs)
  }

  return {
    wake() {
      mayBeQueued = true
      latch.wake()
    },
    async close() {
      closing = true
      latch.wake()
      await ended
      clearTimeout(timer)
      clearTimeout(holdTimer)
      stopWatching()
    }
  }
}

/** Only a printer that vouches for it that not one byte left the station lets a label wait for its next turn. */
function provesNothingLeft(error: unknown): boolean {
  return error instanceof StationError && error.details['handedOver'] === false
}
