import { formatQuantity } from '../../core/quantity.ts'
import { labelOutside } from '../services/outside-rows.ts'
import { traceCode, type Trace } from '../services/tracing.ts'
import { eventInWords } from '../services/event-words.ts'
import { reading } from './open.ts'
import { done, refusedCommand, type CommandResult } from './result.ts'
import { textTable, visible } from './text-table.ts'

export async function trace(dataFolder: string, code: string, part: string | null): Promise<CommandResult> {
  const outcome = await reading(dataFolder, (db) => traceCode(db, code, part))
  switch (outcome.kind) {
    case 'unknown':
      return refusedCommand(
        { error: { code: 'not-found', message: `Nothing here is called ${code}.` } },
        `Nothing here is called ${visible(code)}: it is no serial, lot or part of this station.`
      )
    case 'ambiguous':
      return refusedCommand(
        { error: { code: 'ambiguous', message: `${code} is a lot of several parts.`, parts: outcome.parts } },
        `${visible(code)} is a lot of several parts. Say which with --part: ${outcome.parts.map(visible).join(', ')}`
      )
    case 'found':
      return done(traceOutside(outcome.trace), traceText(outcome.trace))
  }
}

/** The trace report for other programs. What no part of the station can fill yet is there and empty. */
export function traceOutside(trace: Trace) {
  return {
    subject: { kind: trace.kind, part_number: trace.partNumber, serial: trace.serial, lot: trace.lot },
    status: trace.status,
    location: trace.location,
    revision: trace.revision,
    supplier_lot: trace.supplierLot,
    expiry: trace.expiry,
    history: trace.history.map(({ data, ...event }) => ({ ...event, ...data })),
    made_of: [],
    used_in: [],
    issues: [],
    labels: trace.labels.map(labelOutside),
    totals: {
      received: formatQuantity(trace.totals.received),
      on_hand: formatQuantity(trace.totals.onHand),
      installed: formatQuantity(trace.totals.installed),
      consumed: formatQuantity(trace.totals.consumed),
      scrapped: formatQuantity(trace.totals.scrapped),
      adjusted: formatQuantity(trace.totals.adjusted)
    }
  }
}

function traceText(trace: Trace): string {
  const title = [trace.partNumber, trace.revision, trace.serial ?? trace.lot]
    .filter(Boolean)
    .map(String)
    .map(visible)
    .join(' ')
  const history = trace.history.map((event) => ({ at: event.at, operator: event.operator, what: eventInWords(event) }))
  return [
    title,
    `${trace.status ?? ''}${trace.location === null ? '' : ` at ${visible(trace.location)}`}`.trim(),
    `received ${formatQuantity(trace.totals.received)}, on hand ${formatQuantity(trace.totals.onHand)} ${visible(trace.unit)}`,
    textTable(history, ['at', 'operator', 'what'], 'No history.')
  ]
    .filter((line) => line !== '')
    .join('\n')
}
