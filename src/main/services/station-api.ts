import { StationError } from '../../core/errors.ts'
import { placeInHand } from '../../core/session/place-in-hand.ts'
import type { StockDecision } from '../../core/inventory/stock-decision.ts'
import type { LabelContent } from '../../labels/content.ts'
import type { Media } from '../../labels/media.ts'
import { describeLabelRefusal } from '../../labels/refusal.ts'
import { renderLabel } from '../../labels/render.ts'
import type { StationApi } from '../../ipc/contract.ts'
import type { ClosedReceiptView, DeviceStatus, ScanAnswer } from '../../ipc/views.ts'
import { countByState, labelAt, zplOf, type LabelRow } from '../store/label.ts'
import { searchLabels } from '../store/label-search.ts'
import { snapshot } from '../store/database.ts'
import { recentScans } from '../store/scan.ts'
import { createAssemblyApi } from './assembly/api.ts'
import { createBomApi } from './boms/api.ts'
import type { StationContext } from './context.ts'
import { createCountsApi } from './counts/api.ts'
import type { Desktop } from './desktop.ts'
import { inventoryPage } from './inventory-view.ts'
import { createJournalApi, type JournalParts } from './journal/api.ts'
import { recentScan } from './journal/views.ts'
import { labelView } from './label-view.ts'
import { guardedApi } from './operators/access.ts'
import { createNumbersApi } from './numbers/api.ts'
import { createOperatorsApi } from './operators/api.ts'
import { needsLeadFor, type LeadRequests } from './operators/lead-requests.ts'
import { partPage, trackingAnswer } from './parts-view.ts'
import { printCommands, printLocation, reprint } from './printing/print-ledger.ts'
import { createPrinterSetupApi, type PrinterSetupParts } from './printer-setup/api.ts'
import { confirmingView } from './printing/confirming.ts'
import { createScannerSetupApi, type ScannerSetupParts } from './scanner-setup/api.ts'
import { awaitedLabels } from '../store/label-return.ts'
import { createPrintingApi } from './printing/api.ts'
import { printersAtWork } from './printing/printers-at-work.ts'
import { orderSummaries, receivingView } from './receiving-view.ts'
import { createReceiptsApi } from './receiving/receipts-api.ts'
import { createImportingApi } from './importing/api.ts'
import { createIssuesApi } from './quality/api.ts'
import { readSession } from './session-store.ts'
import { readOnlyFailure, saveSettings, settingsView } from './settings.ts'
import { moveRow, removeStock } from './stock-changes.ts'
import { createTeachingApi } from './teaching/api.ts'
import { createTracingApi } from './tracing/api.ts'
import { switchTracking, type SwitchOutcome } from './switch-tracking.ts'
import type { DailyBackup } from './upkeep/daily-backup.ts'

/** What the window's requests are answered from. */
export interface StationParts {
  readonly context: StationContext
  readonly version: string
  readonly dataFolder: string
  /** `station.json` as it is in force. */
  readonly config: () => unknown
  /** Why the station is read-only; empty while it works. */
  readonly problems: readonly string[]
  /** Takes a text as a scan, and answers it. */
  readonly submit: (text: string) => ScanAnswer
  readonly journal: Omit<JournalParts, 'context'>
  /** The receipt that was closed last, until another is opened. */
  readonly closedReceipt: () => ClosedReceiptView | null
  readonly devices: () => readonly DeviceStatus[]
  readonly backups: Pick<DailyBackup, 'view' | 'problem'>
  readonly mediaOf: (printer: string) => Media | undefined
  readonly printerSetup: Pick<PrinterSetupParts, 'printers' | 'borrow' | 'usb' | 'spooler'>
  readonly scannerSetup: Pick<ScannerSetupParts, 'calibrating' | 'plugged'>
  readonly draw: (zpl: Uint8Array, media: Media) => Promise<Uint8Array>
  /** Says that labels were queued. */
  readonly labelsQueued: () => void
  /** Says that stock moved or went, other than by a scan. */
  readonly stockChanged: () => void
  /** Says that counts have changed, other than by a scan. */
  readonly countsChanged: () => void
  /** Says that a part is tracked or numbered in another way. */
  readonly partsChanged: () => void
  /** Says that runs, and stock with them, have changed, other than by a scan. */
  readonly runsChanged: () => void
  /** Keeps what the window asked for and needs a lead’s badge until one is scanned. */
  readonly requests: LeadRequests
  /** Says that a bill of materials is another. */
  readonly bomsChanged: () => void
  /** Says that an issue, and with it what it holds, is not what it was. */
  readonly issuesChanged: () => void
  /** Says that suppliers' labels are read in another way, other than by a scan. */
  readonly formatsChanged: () => void
  /** Says that a file brought in parts, orders or what hangs on them. */
  readonly imported: () => void
  readonly settingsSaved: () => void
  /** Absent where the station runs without a window. */
  readonly desktop: Desktop | undefined
  /** Takes the PIN of the badge that was scanned, and answers it. */
  readonly enterPin: (pin: string) => Promise<ScanAnswer>
  /** Says that who may come or what they may do has changed, or who is here. */
  readonly operatorsChanged: () => void
  /** Says that a receipt was taken back. */
  readonly receiptReversed: () => void
}

/** The requests of the window, each answered by the service that knows. */
export function createStationApi(parts: StationParts): StationApi {
  const { context, problems } = parts
  const { db } = context
  const writable = <T>(work: () => T): T => {
    if (problems.length > 0) throw readOnlyFailure(problems)
    return work()
  }
  const api: StationApi = {
    station: {
      async status() {
        const devices = parts.devices()
        const printers = printersAtWork(db, devices)
        const counts = countByState(db, ['unknown', 'failed'])
        return {
          station: context.station.id,
          site: context.station.site,
          version: parts.version,
          dataFolder: parts.dataFolder,
          problem: problems.length === 0 ? null : readOnlyFailure(problems).message,
          operator: context.operator,
          devices,
          printers,
          confirming: confirmingView(db),
          waitingLabels: printers.reduce((sum, { waiting }) => sum + waiting, 0),
          labelsNeedingPerson: (counts.unknown ?? 0) + (counts.failed ?? 0),
          labelsAskedFor: awaitedLabels(db),
          backupProblem: parts.backups.problem()
        }
      }
    },
    scanning: {
      submit: async ({ text }) => writable(() => parts.submit(text)),
      journal: async ({ limit }) => recentScans(db, limit).map((scan) => recentScan(db, scan)),
      inHand: async () => placeInHand(readSession(db))
    },
    journal: createJournalApi({ context, ...parts.journal }),
    receiving: {
      current: async () => receivingView(context, parts.closedReceipt()),
      orders: async ({ search, openOnly }) => orderSummaries(context, search, openOnly)
    },
    receipts: createReceiptsApi({ context, leads: parts.requests, writable, reversed: parts.receiptReversed }),
    labels: {
      async list({ search, states, offset, limit, order = null, part = null, printer = null }) {
        const facets = { order, part, printer }
        const page = snapshot(db, () => searchLabels(db, search, states, offset, limit, facets))
        return { ...page, rows: page.rows.map(labelView) }
      },
      async drawing({ label: id }) {
        const label = labelAt(db, id)
        if (!label) throw new StationError('not-found', 'This label is not in the ledger. Look it up again.')
        const media = parts.mediaOf(label.printer)
        if (!media)
          throw new StationError(
            'not-found',
            `The printer ${label.printer} is no longer set up, so the label cannot be drawn as it would print it.`
          )
        const png = await parts.draw(zplOf(db, id) ?? renderedZpl(label, media), media)
        const { widthMm, heightMm } = media
        return { png: `data:image/png;base64,${Buffer.from(png).toString('base64')}`, widthMm, heightMm }
      },
      reprint: async ({ label, reason }) =>
        queued(
          await writable(() =>
            parts.requests.withLead<{ readonly label: string; readonly copy: number }>((approval) =>
              reprint(context, label, reason, approval)
            )
          )
        ),
      printLocation: async ({ location }) => queued({ label: writable(() => printLocation(context, location)) }),
      printCommands: async () => queued({ labels: writable(() => printCommands(context)) })
    },
    printing: createPrintingApi({ context, writable, requests: parts.requests, changed: parts.labelsQueued }),
    printerSetup: createPrinterSetupApi({
      context,
      writable,
      mediaOf: parts.mediaOf,
      labelsQueued: parts.labelsQueued,
      ...parts.printerSetup
    }),
    scannerSetup: createScannerSetupApi({
      context,
      writable,
      labelsQueued: parts.labelsQueued,
      ...parts.scannerSetup
    }),
    inventory: {
      list: async ({ search, show, offset, limit }) => inventoryPage(context, search, show, offset, limit),
      remove: async ({ row, ...request }) => stockChanged(writable(() => removeStock(context, row, request))),
      move: async ({ row, to, quantity }) => stockChanged(writable(() => moveRow(context, row, to, quantity)))
    },
    assembly: createAssemblyApi({
      context,
      writable,
      requests: parts.requests,
      runsChanged: parts.runsChanged,
      labelsQueued: parts.labelsQueued
    }),
    boms: createBomApi(context, writable, parts.bomsChanged),
    issues: createIssuesApi({
      context,
      dataFolder: parts.dataFolder,
      writable,
      issuesChanged: parts.issuesChanged
    }),
    counts: createCountsApi({ context, writable, countsChanged: parts.countsChanged }),
    parts: {
      list: async ({ search, offset, limit }) => partPage(context, search, offset, limit),
      async setTracking({ partNumber, tracking }) {
        const outcome = await writable(() =>
          parts.requests.withLead<SwitchOutcome>((approval) => {
            const outcome = switchTracking(context, partNumber, tracking, approval)
            return outcome.kind === 'refused' && outcome.reason === 'lead-needed'
              ? needsLeadFor('switch-tracking', outcome.message)
              : outcome
          })
        )
        const answer = trackingAnswer(outcome)
        if (answer.kind === 'switched') parts.partsChanged()
        return answer
      }
    },
    numbers: createNumbersApi({
      context,
      writable,
      requests: parts.requests,
      partsChanged: parts.partsChanged
    }),
    importing: createImportingApi({ context, writable, desktop: parts.desktop, imported: parts.imported }),
    tracing: createTracingApi(context, parts.desktop),
    teaching: createTeachingApi({
      context,
      writable,
      desktop: parts.desktop,
      formatsChanged: parts.formatsChanged
    }),
    operators: createOperatorsApi({
      context,
      writable,
      enterPin: parts.enterPin,
      changed: parts.operatorsChanged
    }),
    settings: {
      read: async () => settingsView(parts.dataFolder, parts.config(), parts.backups.view()),
      async save({ config }) {
        const result = saveSettings(parts.dataFolder, config)
        if (result.ok) parts.settingsSaved()
        return result
      }
    }
  }

  // Settings that cannot be used keep everybody from signing in: whoever is there may correct them.
  return guardedApi(api, context, (feature) => feature === 'settings' && problems.length > 0)

  function stockChanged(decision: StockDecision): StockDecision {
    if (decision.kind === 'allowed') parts.stockChanged()
    return decision
  }

  function queued<T>(value: T): T {
    parts.labelsQueued()
    return value
  }
}

function renderedZpl(label: LabelRow, media: Media): Uint8Array {
  const rendering = renderLabel(JSON.parse(label.content) as LabelContent, media)
  if (!rendering.ok) throw new StationError('label-does-not-fit', describeLabelRefusal(rendering.refusal))
  return rendering.zpl
}
