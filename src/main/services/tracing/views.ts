import type { Instant } from '../../../core/clock.ts'
import type { RunTouchView, TotalView, TracedIssueView, TraceView } from '../../../ipc/trace-views.ts'
import { codeOf } from '../../../core/trace/graph.ts'
import type { RollUp } from '../../../core/trace/roll-up.ts'
import type { RunTouch } from '../../store/run-touch.ts'
import { eventInWords } from '../event-words.ts'
import { labelView } from '../label-view.ts'
import type { IssueOutside } from '../quality/outside.ts'
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
    issues: summary.issues.map(issueView),
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

function issueView(issue: IssueOutside): TracedIssueView {
  return {
    number: issue.issue,
    title: issue.title,
    severity: issue.severity,
    isOpen: issue.state === 'open',
    holds: issue.on_hold,
    about: issue.serial ?? issue.lot ?? `${issue.part_number} at ${issue.location ?? ''}`,
    raisedAt: issue.raised_at as Instant,
    raisedBy: issue.raised_by,
    decided: decidedInWords(issue)
  }
}

/** What was decided on an issue, and why it was closed. */
export function decidedInWords({ dispositions, closed_for: closedFor }: IssueOutside): readonly string[] {
  return [
    ...dispositions.map(
      ({ disposition, quantity, reason }) => `${quantity} ${disposition.replaceAll('-', ' ')}: ${reason}`
    ),
    ...(closedFor === null ? [] : [`Closed: ${closedFor}`])
  ]
}
