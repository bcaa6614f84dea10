import { assertNever } from '../../../../core/assert.ts'
import type { SpoolAnswer, SpoolFailure, SpoolQuestion } from './spool-messages.ts'
import { loadWinspool, type Handle, type Winspool } from './winspool-library.ts'

/** EnumPrinters: the queues of this computer, and those of others that this user has connected. */
const LOCAL_AND_CONNECTED = 0x2 | 0x4
const JOB_CONTROL_DELETE = 5

/** What GetJob says of a job that is not there: Windows and Wine have an error of their own each (winerror.h). */
const NO_SUCH_JOB: readonly number[] = [87, 6]

/**
 * Answers questions about the print queues of Windows by the functions of `winspool.drv` (Print Spooler API).
 *
 * Each answer is waited for: a queue of another computer can make that minutes, so that this runs in a process of its own.
 */
export async function openWinspool(): Promise<(question: SpoolQuestion) => SpoolAnswer> {
  const spool = await loadWinspool()
  return (question) => {
    switch (question.what) {
      case 'queues':
        return spool.enumPrinters(LOCAL_AND_CONNECTED) ?? failure(spool)
      case 'queue':
        return withPrinter(spool, question.queue, (printer) => spool.getPrinter(printer) ?? failure(spool))
      case 'job':
        return withPrinter(spool, question.queue, (printer) => lookAtJob(spool, printer, question.job))
      case 'submit':
        return withPrinter(spool, question.queue, (printer) => submit(spool, printer, question.title, question.bytes))
      default:
        return assertNever(question)
    }
  }
}

function withPrinter(spool: Winspool, name: string, use: (printer: Handle) => SpoolAnswer): SpoolAnswer {
  const printer = spool.openPrinter(name)
  if (printer === null) return failure(spool)
  try {
    return use(printer)
  } finally {
    spool.closePrinter(printer)
  }
}

function lookAtJob(spool: Winspool, printer: Handle, job: number): SpoolAnswer {
  const status = spool.getJob(printer, job)
  if (status !== undefined) return { kind: 'job', status }
  const failed = failure(spool)
  return NO_SUCH_JOB.includes(failed.code) ? { kind: 'job', status: null } : failed
}

/** A document with the datatype RAW passes every driver as it is. One that could not be written whole is taken out again. */
function submit(spool: Winspool, printer: Handle, title: string, bytes: Uint8Array): SpoolAnswer {
  const job = spool.startDocument(printer, { title, datatype: 'RAW' })
  if (job === 0) return failure(spool)
  const failed = writePage(spool, printer, bytes)
  if (failed) spool.setJob(printer, job, JOB_CONTROL_DELETE)
  if (!spool.endDocument(printer)) return failed ?? failure(spool, true)
  return failed ?? { kind: 'submitted', job }
}

function writePage(spool: Winspool, printer: Handle, bytes: Uint8Array): SpoolFailure | undefined {
  if (!spool.startPage(printer)) return failure(spool, true)
  for (let from = 0; from < bytes.length;) {
    const written = spool.write(printer, bytes.subarray(from))
    if (written === 0) return failure(spool, true)
    from += written
  }
  return spool.endPage(printer) ? undefined : failure(spool, true)
}

/** To be called before any other function of Windows: it remembers the last failure alone. */
function failure(spool: Winspool, began = false): SpoolFailure {
  const code = spool.lastError()
  return { kind: 'failed', code, message: spool.words(code), began }
}
