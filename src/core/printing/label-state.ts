/**
 * What is known of one physical label.
 *
 * `sending` may or may not have left a trace at the printer; `sent` has been handed over whole; `printed` has the
 * printer's word; `verified` was scanned back. `unknown` means that nobody can say whether paper came out.
 */
export type LabelState = 'queued' | 'sending' | 'sent' | 'printed' | 'verified' | 'failed' | 'unknown' | 'void'

export const LABEL_STATES: readonly LabelState[] = [
  'queued',
  'sending',
  'sent',
  'printed',
  'verified',
  'failed',
  'unknown',
  'void'
]

const STEPS: Readonly<Record<LabelState, readonly LabelState[]>> = {
  // To `unknown` only where the ledger itself is an old one that was put back.
  queued: ['sending', 'failed', 'void', 'unknown'],
  // Back to `queued` only where the printer proved that not one byte was taken.
  sending: ['queued', 'sent', 'unknown', 'failed'],
  sent: ['sent', 'printed', 'unknown', 'failed'],
  // Back to `unknown` only where the counter that spoke for it turns out to have counted something else.
  printed: ['verified', 'unknown', 'void'],
  verified: ['void'],
  // A label that was given up and is scanned all the same is there.
  failed: ['queued', 'verified', 'void'],
  // Only a person's word or a scan of the label itself leads out of here.
  unknown: ['printed', 'verified', 'failed', 'void'],
  void: []
}

/** Only the label itself, scanned or looked at, says more of one that went to a print queue. */
const STEPS_WHEN_SETTLED: readonly LabelState[] = ['verified', 'printed', 'failed', 'void']

/**
 * Whether the ledger may go from one state to another. From `unknown` no way leads back to being sent. `settled` says
 * that no more is to be heard of a label that was sent.
 */
export function mayStep(from: LabelState, to: LabelState, settled = false): boolean {
  return (settled && from === 'sent' ? STEPS_WHEN_SETTLED : STEPS[from]).includes(to)
}

/**
 * Whether no more is to be heard of a label that was sent: a print queue said that it handed it on, and that is all
 * that a print queue can say.
 */
export function isSettled(label: { readonly evidence: { readonly [key: string]: unknown } }): boolean {
  return label.evidence['rank'] === 'spooled'
}

/** What a label's state becomes when the program finds it after a restart: nothing is sent twice by itself. */
export function stateAfterRestart(state: LabelState, settled = false): LabelState {
  return state === 'sending' || (state === 'sent' && !settled) ? 'unknown' : state
}

/** States in which somebody has to look at the paper. */
export function needsPerson(state: LabelState): boolean {
  return state === 'unknown' || state === 'failed'
}
