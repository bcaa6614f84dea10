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
import { transaction } from '../store/database.ts'
import { hasQueued, keepZpl, nextQueued, stepLabel, type Evidence, type LabelRow } from '../store/label.ts'
import type { StationContext } from './context.ts'
import { createLatch } from './latch.ts'
import { unlessLate } from './unless-late.ts'

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
 * Before a byte is sent, the disk has it that it may have been. A label leaves `queued` once only: what may have come out
 * is `unknown` and is never sent again from here.
 */
export function createPrintQueue(settings: PrintQueueSettings): PrintQueue {
  const { context, printer, logBug } = settings
  const latch = createLatch()
  const stopWatching = printer.onState(() => latch.wake())
  const outcomes = createOutcomes(settings)
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
      const went = await printOne(settings, label, outcomes, () => closing)
      if (!went || !hasQueued(context.db, printer.id)) outcomes.write()
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
      outcomes.write()
    }
  }
}

/**
 * What became of the last label, as long as it is not written.
 *
 * It shares the transaction, and so the wait for the disk, with the next label's `sending`. A crash in between leaves the
 * last label `sending`, which is `unknown` after the restart: less than was known, never more.
 */
interface Outcomes {
  add(write: () => void): void
  /** Writes what there is, and `next` with it. */
  write(next?: () => void): void
}

function createOutcomes({ context, onStep }: Pick<PrintQueueSettings, 'context' | 'onStep'>): Outcomes {
  let known: readonly (() => void)[] = []
  return {
    add(write) {
      known = [...known, write]
    },
    write(next) {
      const writes = next ? [...known, next] : known
      if (writes.length === 0) return
      known = []
      transaction(context.db, () => writes.forEach((write) => write()))
      onStep()
    }
  }
}

/** A printer that has answered by then is written about once; of a slower one the ledger says meanwhile what is known. */
const PROMPT_ANSWER_MS = 20

async function printOne(
  settings: PrintQueueSettings,
  label: LabelRow,
  outcomes: Outcomes,
  isClosing: () => boolean
): Promise<boolean> {
  const { context, printer, media, onStep } = settings
  const rendering = renderLabel(JSON.parse(label.content) as LabelContent, media)
  if (!rendering.ok) {
    const words = describeLabelRefusal(rendering.refusal)
    outcomes.write(() => step(context, label, 'queued', 'failed', { words }))
    return true
  }
  const preparation = await unlessLate(printer.prepare(), PROMPT_ANSWER_MS, () => outcomes.write())
  if (!preparation.ready || isClosing()) return false
  const before: Evidence = { reading: { ...preparation.before } }
  outcomes.write(() => {
    keepZpl(context.db, label.id, rendering.zpl)
    step(context, label, 'queued', 'sending', before)
  })
  try {
    await printer.send(rendering.zpl)
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    const isUntouched = provesNothingLeft(error)
    const state = isUntouched ? 'queued' : 'unknown'
    outcomes.write(() => step(context, label, 'sending', state, isUntouched ? { words } : { ...before, words }))
    return !isUntouched
  }
  outcomes.add(() => step(context, label, 'sending', 'sent', before))
  const confirming = printer.confirm(preparation.before, () => onStep())
  const confirmation = await unlessLate(confirming, PROMPT_ANSWER_MS, () => outcomes.write())
  outcomes.add(() => step(context, label, 'sent', stateAfter(confirmation), evidenceOf(confirmation)))
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
    case 'handed-over':
      return 'sent'
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
  return { ...evidence, words: inWords(confirmation) }
}

function inWords(confirmation: Confirmation): string {
  switch (confirmation.kind) {
    case 'printed':
      return printedInWords(confirmation.evidence)
    case 'handed-over':
      return 'The print queue handed it on. It cannot say whether the label came out: scan it to know.'
    default:
      return confirmation.reason
  }
}

function printedInWords({ before, after }: PrintEvidence): string {
  return before === null || after === null
    ? 'The printer says that nothing is left to print; it has no counter.'
    : `The printer’s counter went from ${before} to ${after}.`
}

/** Writes a step of the ledger. Call it in a transaction. */
function step(
  { db, clock, station }: StationContext,
  label: LabelRow,
  from: LabelState,
  to: LabelState,
  evidence: Evidence
): void {
  if (!mayStep(from, to)) throw new Error(`A label cannot go from ${from} to ${to}`)
  stepLabel(db, label.id, instantOf(clock.now()), station.id, to, evidence)
}
