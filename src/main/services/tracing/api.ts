import { StationError } from '../../../core/errors.ts'
import type { SaveTraceInput, TracingApi } from '../../../ipc/trace-api.ts'
import { madeOfTree, usedInTree } from '../../../core/trace/tree.ts'
import { instantOf } from '../../../core/clock.ts'
import { codeOf } from '../../../core/trace/graph.ts'
import { writeDocument } from '../../files/write-document.ts'
import { snapshot } from '../../store/database.ts'
import type { StationContext } from '../context.ts'
import { withExtension, type Desktop } from '../desktop.ts'
import { printedReport } from './print/document.ts'
import { recallOf } from './recall.ts'
import { reportOf, type TraceReport } from './report.ts'
import { runsOf } from './runs.ts'
import { saveReport, saveTable } from './save.ts'
import { findSubject } from './subject.ts'
import { graphOf, IN_PASSING, summaryOf } from './trace.ts'
import { traceView } from './views.ts'

const KINDS = { pdf: 'PDF document', csv: 'Table (CSV)', json: 'JSON document' } as const

/** The window's requests for traces. */
export function createTracingApi(context: StationContext, desktop: Desktop | undefined): TracingApi {
  const { db } = context
  return {
    trace: async ({ code, part }) =>
      snapshot(db, () => {
        const answer = findSubject(db, code, part, IN_PASSING.partRows)
        if (answer.kind !== 'found') return answer
        const { subject } = answer
        return { kind: 'found', trace: traceView(summaryOf(db, subject, IN_PASSING), runsOf(db, subject)) }
      }),
    graph: async ({ code, part }) =>
      snapshot(db, () => {
        const answer = findSubject(db, code, part, IN_PASSING.partRows)
        if (answer.kind !== 'found') return { root: null, madeOf: [], usedIn: [] }
        const { root, graph } = graphOf(db, answer.subject)
        return {
          root: graph.nodes.get(root) ?? null,
          madeOf: madeOfTree(graph, root),
          usedIn: usedInTree(graph, root)
        }
      }),
    recall: async ({ code, part }) =>
      snapshot(db, () => {
        const answer = findSubject(db, code, part, IN_PASSING.partRows)
        return answer.kind === 'found' ? recallOf(db, answer.subject, graphOf(db, answer.subject)) : []
      }),
    save: async (input) => {
      if (!desktop) {
        throw new StationError('not-found', 'This station runs without a window. Use dockside trace with --out.')
      }
      const outcome = reportOf(db, input.code, input.part)
      if (outcome.kind !== 'found') {
        throw new StationError('not-found', `${input.code} is no longer known here. Trace it again.`)
      }
      const { report } = outcome
      const file = await desktop.chooseFile({
        name: fileName(report, input),
        kind: KINDS[input.format],
        extension: input.format
      })
      if (file === null) return { file }
      await write(report, input, withExtension(file, input.format), desktop)
      return { file: withExtension(file, input.format) }
    }
  }

  async function write(report: TraceReport, input: SaveTraceInput, file: string, desktop: Desktop): Promise<void> {
    if (input.format === 'pdf') {
      const document = printedReport(report, { at: instantOf(context.clock.now()), station: context.station.id })
      writeDocument(file, await desktop.printPdf(document))
    } else if (input.table === null) saveReport(report, file)
    else saveTable(report, input.table, file)
  }
}

/** `trace-S-100.pdf`, `recall-L7.csv`: of the code only what every file system takes. */
function fileName({ trace }: TraceReport, input: SaveTraceInput): string {
  const what = input.format === 'pdf' || input.table === null ? 'trace' : input.table
  const code = codeOf(trace)
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .slice(0, 80)
  return `${what}-${code}.${input.format}`
}
