import { formatQuantity, withUnit } from '../../core/quantity.ts'
import { codeOf, type TraceNode } from '../../core/trace/graph.ts'
import type { RollUp } from '../../core/trace/roll-up.ts'
import { sizeOf, type TreeNode } from '../../core/trace/tree.ts'
import { eventInWords } from '../services/event-words.ts'
import { evidenceInWords } from '../services/label-view.ts'
import type { TraceReport } from '../services/tracing/report.ts'
import type { Trace } from '../services/tracing/trace.ts'
import { textTable, visible } from './text-table.ts'

/** A terminal is for reading: longer lists and trees are for files. */
const MOST_LINES = 60

/** The trace report for people: what it is, what it is made of, where it is used, the runs, and what happened. */
export function traceText({ trace, recall, runs }: TraceReport): string {
  const sections: readonly (readonly [string, string])[] = [
    ['Made of', treeText(trace.madeOf, 'made-of', ({ node, quantity }) => withUnit(quantity, node))],
    ['Used in', treeText(trace.usedIn, 'used-in', ({ quantity }) => `${formatQuantity(quantity)} in`)],
    [
      'Where it is now',
      trace.usedIn.length === 0
        ? ''
        : listText(
            recall.map((row) => ({
              code: codeOf(row),
              part: row.partNumber,
              quantity: row.quantity === null ? null : withUnit(row.quantity, row),
              place: row.location,
              status: row.status,
              contains: row.contains === null ? 'some' : withUnit(row.contains, trace),
              through: row.through
            })),
            ['code', 'part', 'quantity', 'place', 'status', 'contains', 'through'],
            'recall'
          )
    ],
    [
      'Runs',
      listText(
        runs.map((run) => ({
          run: run.run,
          as: run.role,
          of: [run.partNumber, run.revision, run.product].filter(Boolean).join(' '),
          things: run.builds,
          quantity: formatQuantity(run.quantity),
          'taken out': run.removed === 0 ? null : formatQuantity(run.removed),
          first: run.firstAt
        })),
        ['run', 'as', 'of', 'things', 'quantity', 'taken out', 'first'],
        'runs'
      )
    ],
    [
      'Issues',
      trace.issues
        .map(({ issue, state, on_hold: held, severity, title }) =>
          visible(`${issue} ${severity}, ${state}${held ? ', on hold' : ''}: ${title}`)
        )
        .join('\n')
    ],
    [
      'Labels',
      trace.labels
        .map((label) => `${visible(label.label)} copy ${label.copy}: ${visible(evidenceInWords(label)) || label.state}`)
        .join('\n')
    ]
  ]
  const history = trace.history.map((event) => ({ at: event.at, operator: event.operator, what: eventInWords(event) }))
  return [
    titleOf(trace),
    standingOf(trace),
    trace.totals === null ? '' : totalsText(trace.totals, trace.unit),
    ...sections.flatMap(([title, text]) => (text === '' ? [] : ['', title, text])),
    '',
    'History',
    textTable(history, ['at', 'operator', 'what'], 'No history.')
  ]
    .filter((line, index, lines) => line !== '' || (index > 0 && lines[index - 1] !== ''))
    .join('\n')
}

function titleOf(trace: Trace): string {
  const code = trace.serial ?? trace.lot
  return [trace.partNumber, trace.revision, code, code === null ? null : trace.description]
    .filter(Boolean)
    .map(String)
    .map(visible)
    .join(' ')
}

function standingOf({ status, location }: Trace): string {
  if (location === null) return status ?? ''
  const place = location.startsWith('inside ') ? visible(location) : `at ${visible(location)}`
  return `${status ?? ''} ${place}`.trim()
}

/** What came, what is there, and whatever else there was of it. */
function totalsText(totals: RollUp, unit: string): string {
  const others = [
    ['built', totals.built],
    ['installed', totals.installed],
    ['consumed', totals.consumed],
    ['scrapped', totals.scrapped],
    ['archived', totals.archived],
    ['returned', totals.returned],
    ['adjusted', totals.adjusted]
  ] as const
  const words = others.flatMap(([name, quantity]) => (quantity === 0 ? [] : [`, ${name} ${formatQuantity(quantity)}`]))
  return `received ${formatQuantity(totals.received)}, on hand ${formatQuantity(totals.onHand)} ${visible(unit)}${words.join('')}`
}

function treeText(trees: readonly TreeNode[], table: string, amountOf: (tree: TreeNode) => string): string {
  const lines: string[] = []
  grow(trees, '')
  const left = sizeOf(trees) - lines.length
  return left === 0 ? lines.join('\n') : [...lines, more(left, table)].join('\n')

  function grow(siblings: readonly TreeNode[], indent: string): void {
    for (const [index, tree] of siblings.entries()) {
      if (lines.length >= MOST_LINES) return
      const isLast = index === siblings.length - 1
      lines.push(`${indent}${isLast ? '└─ ' : '├─ '}${amountOf(tree)} ${nodeText(tree)}`)
      grow(tree.children, `${indent}${isLast ? '   ' : '│  '}`)
    }
  }
}

function nodeText({ node, runs, repeated }: TreeNode): string {
  const about = [
    node.status,
    node.location === null ? null : `at ${node.location}`,
    runs.length === 0 ? null : `run ${runs.join(', ')}`,
    repeated ? 'see above' : null
  ].filter(Boolean)
  return visible(`${nameOf(node)}${about.length === 0 ? '' : ` (${about.join(', ')})`}`)
}

function nameOf({ kind, partNumber, revision, serial, lot }: TraceNode): string {
  const part = [partNumber, revision].filter(Boolean).join(' ')
  if (kind === 'lot') return `${part} lot ${lot ?? ''}`.trim()
  return `${part} ${serial ?? ''}`.trim()
}

function listText(rows: readonly object[], columns: readonly string[], table: string): string {
  if (rows.length === 0) return ''
  const text = textTable(rows.slice(0, MOST_LINES), columns, '')
  return rows.length <= MOST_LINES ? text : `${text}\n${more(rows.length - MOST_LINES, table)}`
}

function more(left: number, table: string): string {
  return `… and ${left} more: --table ${table}, or with --out into a file.`
}
