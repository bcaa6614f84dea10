import type { RunTouchView, TotalView, TraceView } from '../../../ipc/trace-views.ts'
import { codeOf } from '../../../core/trace/graph.ts'
import type { RollUp } from '../../../core/trace/roll-up.ts'
import type { RunTouch } from '../../store/run-touch.ts'
import { eventInWords } from '../event-words.ts'
import { labelView } from '../label-view.ts'
import type { Summary } from './trace.ts'

export function traceView(summary: Summary, runs: readonly RunTouch[]): TraceView {
  const facts = [
    ['Part', summary.partNumber],
    ['Revision', summary.revision],
    ['Serial', summary.serial],
    ['Lot', summary.lot],
    ['Supplier’s lot', summary.supplierLot],
    ['Expiry', summary.expiry]
  ] as const
  return {
    kind: summary.kind,
    code: codeOf(summary),
    partNumber: summary.partNumber,
    description: summary.description,
    unit: summary.unit,
    status: summary.status,
    location: summary.location,
    facts: facts.flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
    totals: summary.totals && totalsView(summary.totals),
    history: summary.history.map(({ at, event, operator, station, data }) => ({
      at,
      event,
      operator,
      station,
      words: eventInWords({ event, data })
    })),
    historyLeft: summary.historyLeft,
    runs: runs.map(runView),
    labels: summary.labels.map(labelView)
  }
}

const TOTALS: readonly (readonly [string, keyof RollUp])[] = [
  ['Received', 'received'],
  ['Built', 'built'],
  ['On hand', 'onHand'],
  ['Installed', 'installed'],
  ['Consumed', 'consumed'],
  ['Scrapped', 'scrapped'],
  ['Archived', 'archived'],
  ['Returned', 'returned'],
  ['Adjusted', 'adjusted']
]

/** What there was, and what is left of it, always; what became of the rest where there is any. */
export function totalsView(totals: RollUp): readonly TotalView[] {
  return TOTALS.filter(([, key]) => key === 'onHand' || totals[key] !== 0).map(([name, key]) => ({
    name,
    quantity: totals[key]
  }))
}

function runView({ isRunComplete, revision, ...touch }: RunTouch): RunTouchView {
  return { ...touch, revision: revision || null, isComplete: isRunComplete === 1 }
}
