import { instantOf } from '../../core/clock.ts'
import { assertNever } from '../../core/assert.ts'
import { StationError } from '../../core/errors.ts'
import { mayStep, type LabelState } from '../../core/printing/label-state.ts'
import type { LabelContent } from '../../labels/content.ts'
import type { Media } from '../../labels/media.ts'
import { describeLabelRefusal } from '../../labels/refusal.ts'
import { renderLabel } from '../../labels/render.ts'
import type { Confirmation, PrintEvidence } from '../devices/printer/evidence.ts'
import type { Printer } from '../devices/printer/printer.ts'
import { transaction, unsyncedTransaction } from '../store/database.ts'
import { keepZpl, nextQueued, stepLabel, type Evidence, type LabelRow } from '../store/label.ts'
import type { StationContext } from './context.ts'
import { createLatch } from './latch.ts'

export interface PrintQueue {
  /** Says that labels may have been queued. */
  wake(): void
  /** Ends after the label that is on its way. */
  close(): Promise<void>
}

export interface PrintQueueSettings {
  readonly context: StationContext
  readonly printer: Printer
  readonly media: Media
  /** Called after each step of the ledger. */
  readonly onStep: () => void
  readonly logBug: (error: unknown) => void
}

/**
 * Sends the labels of one printer, in order, one at a time.
 *
 * Before a byte is sent, the disk has it that it may have been. A label leaves `queued` once only: what may have come out is
 * `unknown` and is never sent again from here.
 */
export function createPrintQueue(settings: PrintQueueSettings): PrintQueue {
  const { context, printer, onStep, logBug } = settings
  const latch = createLatch()
  const stopWatching = printer.onState(() => latch.wake())
  let closing = false
  const ended = run()

  async function run(): Promise<void> {
    for (;;) {
      if (closing) return
      const label = nextQueued(context.db, printer.id)
      if (!label || !(await advance(label))) {
        if (!closing) await latch.wait()
      }
    }
  }

  /** Takes one label as far as it goes; false when the printer has to change first. */
  async function advance(label: LabelRow): Promise<boolean> {
    try {
      const went = await printOne(settings, label, () => closing)
      if (went) onStep()
      return went
    } catch (error) {
      logBug(error)
      return false
    }
  }

  return {
    wake: () => latch.wake(),
    async close() {
      closing = true
      stopWatching()
      latch.wake()
      await ended
    }
  }
}

async function printOne(settings: PrintQueueSettings, label: LabelRow, isClosing: () => boolean): Promise<boolean> {
  const { context, printer, media, onStep } = settings
  const rendering = renderLabel(JSON.parse(label.content) as LabelContent, media)
  if (!rendering.ok) {
    step(context, label, 'queued', 'failed', { words: describeLabelRefusal(rendering.refusal) })
    return true
  }
  const preparation = await printer.prepare()
  if (!preparation.ready || isClosing()) return false
  const before: Evidence = { reading: { ...preparation.before } }
  transaction(context.db, () => {
    keepZpl(context.db, label.id, rendering.zpl)
    step(context, label, 'queued', 'sending', before)
  })
  try {
    await printer.send(rendering.zpl)
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    if (provesNothingLeft(error)) {
      step(context, label, 'sending', 'queued', { words })
      return false
    }
    step(context, label, 'sending', 'unknown', { ...before, words })
    return true
  }
  // After a power cut, `sending` says as much as `sent`: nobody knows whether it came out.
  step(context, label, 'sending', 'sent', before, unsyncedTransaction)
  const confirmation = await printer.confirm(preparation.before, () => onStep())
  // Where a label follows, the step before its first byte takes this one along to the disk.
  const isFollowed = nextQueued(context.db, printer.id) !== undefined
  const write = isFollowed ? unsyncedTransaction : transaction
  step(context, label, 'sent', stateAfter(confirmation), evidenceOf(confirmation), write)
  return true
}

/** Only a printer that vouches for it that not one byte left the station lets a label wait for its next turn. */
function provesNothingLeft(error: unknown): boolean {
  return error instanceof StationError && error.details['handedOver'] === false
}

/** What the printer's word means for the ledger. */
function stateAfter(confirmation: Confirmation): LabelState {
  switch (confirmation.kind) {
    case 'printed':
      return 'printed'
    case 'unknown':
      return 'unknown'
    case 'not-printed':
      return 'failed'
    default:
      return assertNever(confirmation)
  }
}

function evidenceOf(confirmation: Confirmation): Evidence {
  const { evidence } = confirmation
  return { ...evidence, words: confirmation.kind === 'printed' ? printedInWords(evidence) : confirmation.reason }
}

function printedInWords({ before, after }: PrintEvidence): string {
  return before === null || after === null
    ? 'The printer says that nothing is left to print; it has no counter.'
    : `The printer’s counter went from ${before} to ${after}.`
}

function step(
  context: StationContext,
  label: LabelRow,
  from: LabelState,
  to: LabelState,
  evidence: Evidence,
  write: typeof transaction = transaction
): void {
  if (!mayStep(from, to)) throw new Error(`A label cannot go from ${from} to ${to}`)
  const at = instantOf(context.clock.now())
  write(context.db, () => stepLabel(context.db, label.id, at, context.station.id, to, evidence))
}
