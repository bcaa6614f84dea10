import type { Instant } from '../../../../core/clock.ts'
import { withUnit } from '../../../../core/quantity.ts'
import { codeOf } from '../../../../core/trace/graph.ts'
import type { RunTouch } from '../../../store/run-touch.ts'
import type { PrintableDocument } from '../../desktop.ts'
import { eventInWords } from '../../event-words.ts'
import { evidenceInWords } from '../../label-view.ts'
import type { RecallRow } from '../recall.ts'
import type { TraceReport } from '../report.ts'
import type { Trace } from '../trace.ts'
import { decidedInWords, totalsView } from '../views.ts'
import { html, type Html } from './html.ts'
import { PRINT_STYLE } from './style.ts'
import { printedTree } from './tree.ts'

const KIND_WORDS = { serial: 'Unit of', lot: 'Lot of', part: 'Part' } as const

/** The whole report as a document for paper: what can be walked on screen is written out here. */
export function printedReport(
  { trace, recall, runs }: TraceReport,
  printed: { readonly at: Instant; readonly station: string }
): PrintableDocument {
  const code = codeOf(trace)
  const page = (nonce: string) =>
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <title>Trace of ${code}</title>
          <style nonce="${nonce}">
            ${{ html: PRINT_STYLE }}
          </style>
        </head>
        <body>
          ${heading(trace, code)} ${recallSection(trace, recall)} ${treeSection('Made of', trace.madeOf, null)}
          ${treeSection('Used in', trace.usedIn, trace.unit)} ${runsSection(runs, trace.unit)} ${issuesSection(trace)}
          ${historySection(trace)} ${labelsSection(trace)}
        </body>
      </html>`
  return { html: (nonce) => page(nonce).html, footer: footer(code, printed).html }
}

/** The foot of each page: Chromium fills in the numbers, and knows no style but what stands in the element itself. */
function footer(code: string, { at, station }: { readonly at: Instant; readonly station: string }): Html {
  return html`<div
    style="width: 100%; margin: 0 14mm; display: flex; justify-content: space-between; font: 8px Arial, sans-serif; color: #475663"
  >
    <span>Trace of ${code}, as station ${station} knew it at ${moment(at)} UTC</span>
    <span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span>
  </div>`
}

function heading(trace: Trace, code: string): Html {
  const facts = [
    ['Revision', trace.revision],
    ['Lot', trace.kind === 'lot' ? null : trace.lot],
    ['Supplier’s lot', trace.supplierLot],
    ['Expiry', trace.expiry],
    ...(trace.totals === null ? [] : totalsView(trace.totals)).map(
      ({ name, quantity }) => [name, withUnit(quantity, trace)] as const
    )
  ] as const
  return html`<header>
    <p class="kind">${KIND_WORDS[trace.kind]} ${trace.kind === 'part' ? '' : trace.partNumber}</p>
    <h1>${code}</h1>
    <p>${trace.description}</p>
    <p class="standing">${trace.status} ${placeWords(trace.location)}</p>
    <dl>
      ${facts.flatMap(([name, value]) =>
        value === null
          ? []
          : [
              html`<div>
                <dt>${name}</dt>
                <dd>${value}</dd>
              </div>`
            ]
      )}
    </dl>
  </header>`
}

function treeSection(title: string, trees: Trace['madeOf'], unitBelow: string | null): Html | false {
  return (
    trees.length > 0 &&
    html`<section>
      <h2>${title}</h2>
      ${printedTree(trees, unitBelow)}
    </section>`
  )
}

function recallSection(trace: Trace, recall: readonly RecallRow[]): Html | false {
  if (trace.usedIn.length === 0) return false
  return html`<section>
    <h2>Where it is now</h2>
    <table>
      <thead>
        <tr>
          <th>What</th>
          <th>Part</th>
          <th class="number">How many</th>
          <th>Where</th>
          <th>Status</th>
          <th class="number">Of this in it</th>
          <th>Through</th>
        </tr>
      </thead>
      <tbody>
        ${recall.map(
          (row) =>
            html`<tr>
              <td class="code">${codeOf(row)}</td>
              <td>${row.partNumber}</td>
              <td class="number">${row.quantity === null ? '' : withUnit(row.quantity, row)}</td>
              <td>${row.location}</td>
              <td>${row.status}</td>
              <td class="number">${row.contains === null ? 'some' : withUnit(row.contains, trace)}</td>
              <td>${row.through.join(', ')}</td>
            </tr>`
        )}
      </tbody>
    </table>
  </section>`
}

function runsSection(runs: readonly RunTouch[], unit: string): Html | false {
  if (runs.length === 0) return false
  return html`<section>
    <h2>Runs</h2>
    <table>
      <thead>
        <tr>
          <th>Run</th>
          <th>What it did</th>
          <th class="number">How much</th>
          <th>From</th>
          <th>To</th>
        </tr>
      </thead>
      <tbody>
        ${runs.map(
          (run) =>
            html`<tr>
              <td class="code">${run.run}</td>
              <td>
                ${run.role === 'product' ? 'built it' : `put it into ${run.product ?? `${run.builds} of ${run.partNumber}`}`}
                ${run.removed > 0 && `, and took ${withUnit(run.removed, { unit })} out again`}
              </td>
              <td class="number">${withUnit(run.quantity, { unit })}</td>
              <td class="moment">${moment(run.firstAt)}</td>
              <td class="moment">${moment(run.lastAt)}</td>
            </tr>`
        )}
      </tbody>
    </table>
  </section>`
}

function historySection({ history }: Trace): Html {
  return html`<section>
    <h2>What happened</h2>
    <table>
      <thead>
        <tr>
          <th>When (UTC)</th>
          <th>What</th>
          <th>Who</th>
          <th>Station</th>
        </tr>
      </thead>
      <tbody>
        ${history.map(
          (event) =>
            html`<tr>
              <td class="moment">${moment(event.at)}</td>
              <td>${eventInWords(event)}</td>
              <td class="moment">${event.operator}</td>
              <td class="moment">${event.station}</td>
            </tr>`
        )}
      </tbody>
    </table>
  </section>`
}

function issuesSection({ issues }: Trace): Html | false {
  if (issues.length === 0) return false
  return html`<section>
    <h2>Issues</h2>
    <table>
      <thead>
        <tr>
          <th>Issue</th>
          <th>What</th>
          <th>Severity</th>
          <th>State</th>
          <th>Raised (UTC)</th>
          <th>What was decided</th>
        </tr>
      </thead>
      <tbody>
        ${issues.map(
          (issue) =>
            html`<tr>
              <td class="code">${issue.issue}</td>
              <td>${issue.title}</td>
              <td>${issue.severity}</td>
              <td>${issue.state}${issue.on_hold && ', on hold'}</td>
              <td class="moment">${moment(issue.raised_at)}</td>
              <td>${decidedInWords(issue).join('. ')}</td>
            </tr>`
        )}
      </tbody>
    </table>
  </section>`
}

function labelsSection({ labels }: Trace): Html | false {
  if (labels.length === 0) return false
  return html`<section>
    <h2>Labels</h2>
    <table>
      <thead>
        <tr>
          <th>Label</th>
          <th>Copy</th>
          <th>State</th>
          <th>What is known of the paper</th>
          <th>Since (UTC)</th>
        </tr>
      </thead>
      <tbody>
        ${labels.map(
          (label) =>
            html`<tr>
              <td class="code">${label.label}</td>
              <td>${label.copy}</td>
              <td>${label.state}</td>
              <td>${evidenceInWords(label)}</td>
              <td class="moment">${moment(label.at)}</td>
            </tr>`
        )}
      </tbody>
    </table>
  </section>`
}

function placeWords(location: string | null): string {
  if (location === null) return ''
  return location.startsWith('inside ') ? location : `at ${location}`
}

/** To the second: a report is read beside others. */
function moment(at: string): string {
  return at.slice(0, 19).replace('T', ' ')
}
