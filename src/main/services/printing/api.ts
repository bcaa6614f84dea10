import { counterHint } from '../../../core/printing/resume.ts'
import type { PrintingApi } from '../../../ipc/printing-api.ts'
import type { StoppedPrinterView } from '../../../ipc/printing-views.ts'
import { snapshot, transaction } from '../../store/database.ts'
import { waitingFor } from '../../store/label.ts'
import { printStops } from '../../store/print-stop.ts'
import type { StationContext } from '../context.ts'
import { labelView } from '../label-view.ts'
import type { LeadRequests } from '../operators/lead-requests.ts'
import { askedForViews, loseFromList } from './returns.ts'
import { tornDestroyed } from './scan-back.ts'
import { labelsInDoubt } from './directory.ts'
import { nameOf } from './label-name.ts'
import { decideByHand, goOnWithoutLook, resumeFromList } from './resume.ts'

export interface PrintingParts {
  readonly context: StationContext
  readonly writable: <T>(work: () => T) => T
  readonly requests: LeadRequests
  /** Says that more is known of labels, and that printers may go on. */
  readonly changed: () => void
}

/** The requests about printers that wait for a person. */
export function createPrintingApi({ context, writable, requests, changed }: PrintingParts): PrintingApi {
  const { db } = context
  const done = (work: () => void): null => {
    writable(work)
    changed()
    return null
  }
  return {
    stopped: async () => snapshot(db, () => stoppedViews(context)),
    resume: async ({ printer, said, listed }) => done(() => resumeFromList(context, printer, said, listed)),
    goOn: async ({ printer }) => done(() => goOnWithoutLook(context, printer)),
    askedFor: async () => snapshot(db, () => askedForViews(db)),
    lost: async ({ labels, reason }) => {
      await writable(() => requests.withLead<null>((approval) => loseFromList(context, labels, reason, approval)))
      changed()
      return null
    },
    tornDestroyed: async () => done(() => transaction(db, () => tornDestroyed(context))),
    decide: async ({ label, found }) => done(() => decideByHand(context, label, found))
  }
}

function stoppedViews({ db }: StationContext): readonly StoppedPrinterView[] {
  return printStops(db).map((stop) => {
    const { doubtful, before, counted } = labelsInDoubt(db, stop)
    return {
      printer: stop.printer,
      reason: stop.reason,
      doubtful: doubtful.map(labelView),
      before: before ? labelView(before) : null,
      hint: counterHint({ counted, doubtful: doubtful.map(nameOf) }),
      waiting: waitingFor(db, stop.printer)
    }
  })
}
