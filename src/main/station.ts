import { instantOf, type Clock } from '../core/clock.ts'
import type { StationApi } from '../ipc/contract.ts'
import type { ClosedReceiptView } from '../ipc/views.ts'
import { backUpBeforeUpdate, databaseFile, openDatabase, systemOperator } from './commands/open.ts'
import { configFile, readConfig, readConfigText, writeConfig } from './config-file.ts'
import { DEFAULT_CONFIG, KEEP_BACKUPS, KEEP_DAYS, type StationConfig } from './config.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createLabelDrawer } from './workers/label-drawer.ts'
import type { HidBackend } from './devices/hid/port.ts'
import { systemTimers, type Timers } from './devices/timers.ts'
import type { KeyStroke } from './devices/scanner/key-stroke.ts'
import type { Keymap } from './devices/scanner/keymap.ts'
import { openLog, type Log } from './log.ts'
import { createSaveJournal } from './services/journal/save.ts'
import { topicsOf } from './services/scanning/effects.ts'
import { bugAnswer } from './services/scanning/bug-answer.ts'
import { takeScan, type AnsweredScan, type IncomingScan } from './services/scanning/take-scan.ts'
import type { LabelRules, StationContext } from './services/context.ts'
import { actingContext } from './services/operators/acting.ts'
import { createPinEntry } from './services/operators/enter-pin.ts'
import { createLeadRequests } from './services/operators/lead-requests.ts'
import { signOutNow } from './services/operators/sign-out.ts'
import type { Desktop } from './services/desktop.ts'
import { createBroadcast, type StationEventListener } from './services/events.ts'
import { createCalibrating } from './services/scanner-setup/calibrating.ts'
import { withScanner } from './services/scanner-setup/calibrated-entry.ts'
import { createStationApi } from './services/station-api.ts'
import { journalJob } from './services/upkeep/journal.ts'
import { stockIndexJob } from './services/upkeep/stock-index.ts'
import { createUpkeep } from './services/upkeep/upkeep.ts'
import { holdDataFolder } from './store/hold.ts'
import { systemUsb } from './devices/printer/usb/system-usb.ts'
import { forkSpoolHelper, type SpoolHelper } from './devices/printer/queue/spool-helper.ts'
import { systemSpooler } from './devices/printer/queue/system-spooler.ts'
import { openBackups } from './station-backups.ts'
import { openPrinters } from './station-printers.ts'
import { recoverStation } from './station-recovery.ts'
import { openScanners } from './station-scanners.ts'
import { systemClock } from './system-clock.ts'
import { workerFile } from './worker-file.ts'
import { createScanWriter } from './workers/scan-writer.ts'

export interface StationOptions {
  readonly dataFolder: string
  readonly version: string
  /** Where the program's own file is, and its workers beside it. */
  readonly workers: string
  /** Starts the process that speaks to the print queues of Windows; one of Node's where absent. */
  readonly startSpoolHelper?: () => SpoolHelper
  /** Plays back key strokes that turned out to be a person's. */
  readonly replayKeys: (strokes: readonly KeyStroke[]) => void
  /** The computer's own keys, where no input method puts accents on letters. */
  readonly keymap?: Keymap | undefined
  /** Where files are chosen and pages laid out; absent without a window. */
  readonly desktop?: Desktop
  /** The time by which printers are waited for, and their answers grow old; the system's own where absent. */
  readonly printerTime?: Timers & Clock
  /** Where scanners on USB are found; the system's own where absent. */
  readonly hid?: HidBackend
}

/** A running station: store and devices open, requests answered. */
export interface Station {
  readonly api: StationApi
  onEvent(listener: StationEventListener): () => void
  /** Takes key strokes before the window does; absent where no keyboard scanner is set up. */
  readonly keyboard: { key(stroke: KeyStroke): 'hold' | 'pass' } | undefined
  /** Tells whether the window is in front of those of other programs. */
  inFront(isInFront: boolean): void
  /** The page has gone, with whatever was open in it. */
  pageGone(): void
  readonly log: Log
  /** Finishes the label in hand, closes the devices and the store. */
  close(): Promise<void>
}

/** What stands for a scanner where a code is typed or clicked in the window. */
const SCREEN = 'screen'

/**
 * Opens the station on a data folder.
 *
 * With unusable settings it opens read-only: what is stored can be seen, no device is touched. Throws `StationError`
 * where there is no store to show: a folder that is held, or a database that is damaged or too new.
 */
export async function openStation({
  dataFolder,
  version,
  workers,
  startSpoolHelper = () => forkSpoolHelper(workerFile(workers, 'windows-spool')),
  replayKeys,
  keymap,
  desktop,
  printerTime,
  hid
}: StationOptions): Promise<Station> {
  const hold = holdDataFolder(dataFolder, 'a running station', instantOf(systemClock.now()))
  const log = openLog(join(dataFolder, 'logs'), systemClock)
  try {
    const reading = readConfig(dataFolder)
    const problems = reading.ok ? [] : reading.problems
    const config = reading.ok ? reading.config : DEFAULT_CONFIG
    const openedWith: unknown = reading.ok ? config : readConfigText(dataFolder)
    if (reading.ok && !existsSync(configFile(dataFolder))) writeConfig(dataFolder, config)
    await backUpBeforeUpdate(dataFolder)
    const db = openDatabase(dataFolder)
    log.info('station-opened', { version, database: databaseFile(dataFolder), problems })
    const context: StationContext = actingContext({
      db,
      clock: systemClock,
      station: config.station,
      operator: systemOperator(),
      signIn: config.station.signIn,
      printerFor: config.labels,
      labelRules: labelRules(config)
    })
    const usable: StationConfig = problems.length === 0 ? config : { ...config, scanners: [], printers: [] }
    if (problems.length === 0) recoverStation(context, usable, log)

    const broadcast = createBroadcast()
    const drawer = createLabelDrawer({ workerFile: workerFile(workers, 'draw-label') })
    const draw = (zpl: Uint8Array, media: Parameters<typeof drawer.draw>[1]) => drawer.draw(zpl, media)
    const spooler = systemSpooler(startSpoolHelper)
    const usb = systemUsb()
    const printers = openPrinters({
      context,
      printers: usable.printers,
      folder: join(dataFolder, 'virtual-printer'),
      draw,
      log,
      onStep: () => broadcast.changed('labels'),
      onState: () => broadcast.send('devices', {}),
      time: printerTime,
      spooler,
      usb
    })

    const requests = createLeadRequests(db, () => broadcast.changed('operators'))
    const keepDays = config.journal?.keepDays ?? KEEP_DAYS
    const scanWriter = createScanWriter(workerFile(workers, 'write-scans'), databaseFile(dataFolder))
    const upkeep =
      problems.length === 0
        ? createUpkeep({
            jobs: [journalJob(context, keepDays), stockIndexJob(db)],
            timers: systemTimers,
            onError: (error) => log.error('upkeep', error)
          })
        : undefined
    const backups = openBackups({
      dataFolder,
      workerFile: workerFile(workers, 'write-backup'),
      keep: problems.length === 0 ? (config.backups?.keep ?? KEEP_BACKUPS) : null,
      clock: systemClock,
      log,
      onChange: () => broadcast.changed('settings')
    })
    let closed: ClosedReceiptView | null = null
    const take = (scan: IncomingScan) => told(answered(scan))
    const answered = (scan: IncomingScan): AnsweredScan => {
      try {
        return takeScan(context, scan, requests)
      } catch (bug) {
        log.error('bug', bug)
        return bugAnswer(systemClock, scan)
      }
    }
    const enterPin = createPinEntry(context, requests)
    const told = ({ answer: heard, effects }: AnsweredScan) => {
      upkeep?.happened()
      backups.happened()
      const answer = { ...heard, ...scanners.look(heard.scanner) }
      if (effects.receivingChanged) closed = effects.closed
      if (effects.labelsQueued) printers.wake()
      broadcast.send('scan', answer)
      const topics = topicsOf(effects)
      if (topics.length > 0) broadcast.changed(...topics)
      return answer
    }
    let inForce = openedWith
    const scanners = openScanners({
      scanners: usable.scanners,
      clock: systemClock,
      take: (scan) => void take(scan),
      calibrated: (scan) => calibrating.heard(scan),
      replayKeys,
      hid,
      keymap,
      log,
      onState: () => broadcast.send('devices', {})
    })

    const calibrating = createCalibrating({
      dataFolder,
      clock: systemClock,
      timers: systemTimers,
      devicesOf: (id) => scanners.devicesOf(id),
      listen: (isOn) => scanners.listen(isOn),
      changed: () => broadcast.changed('calibration'),
      use(entry) {
        const isAll = scanners.use(entry)
        if (isAll && reading.ok) inForce = withScanner(inForce as StationConfig, entry, entry.id)
        return isAll
      }
    })

    const api = createStationApi({
      context,
      version,
      dataFolder,
      config: () => inForce,
      problems,
      submit: (text) => take({ scanner: SCREEN, source: 'other', bytes: Buffer.from(text, 'utf8'), aim: null }),
      journal: {
        keepDays,
        scanners: [...usable.scanners.map(({ id }) => id), SCREEN],
        save: createSaveJournal({
          clock: systemClock,
          desktop,
          write: (filter, file) => scanWriter.write(filter, file)
        })
      },
      closedReceipt: () => closed,
      backups,
      devices: () => [...scanners.devices(), ...printers.devices()],
      mediaOf: (printer) => printers.mediaOf(printer),
      printerSetup: {
        printers: usable.printers,
        borrow: (printer, talk) => printers.borrow(printer, talk),
        usb,
        spooler
      },
      scannerSetup: { calibrating, plugged: () => scanners.plugged() },
      draw,
      labelsQueued: () => {
        printers.wake()
        broadcast.changed('labels')
      },
      stockChanged: () => broadcast.changed('inventory', 'receiving'),
      countsChanged: () => broadcast.changed('counts', 'receiving'),
      runsChanged: () => broadcast.changed('runs', 'inventory', 'receiving'),
      requests,
      partsChanged: () => broadcast.changed('parts', 'orders'),
      bomsChanged: () => broadcast.changed('boms'),
      issuesChanged: () => broadcast.changed('issues'),
      formatsChanged: () => broadcast.changed('formats'),
      imported: () => broadcast.changed('parts', 'orders', 'receiving', 'boms', 'runs', 'counts'),
      settingsSaved: () => broadcast.changed('settings'),
      desktop,
      enterPin: async (pin) => told(await enterPin(pin)),
      operatorsChanged: () => broadcast.changed('operators'),
      receiptReversed: () => broadcast.changed('orders', 'inventory', 'labels')
    })
    printers.wake()
    broadcast.onEvent((name, payload) => {
      if (name === 'changed' && 'topics' in payload && payload.topics.includes('inventory')) upkeep?.happened()
    })

    return {
      api,
      onEvent: (listener) => broadcast.onEvent(listener),
      get keyboard() {
        return scanners.keyboard()
      },
      inFront: (isInFront) => scanners.keyboard()?.inFront(isInFront),
      pageGone: () => void calibrating.end(),
      log,
      async close() {
        calibrating.end()
        await scanners.close()
        await printers.close()
        spooler.close()
        await drawer.close()
        upkeep?.close()
        await backups.close()
        await scanWriter.close()
        if (problems.length === 0) signOutNow(context)
        db.close()
        log.info('station-closed', {})
        log.close()
        hold.release()
      }
    }
  } catch (error) {
    log.error('station-not-opened', error)
    log.close()
    hold.release()
    throw error
  }
}

function labelRules({ labels }: StationConfig): LabelRules {
  const { unit = 'off', lot = 'off' } = labels.confirm ?? {}
  return { confirm: { unit, lot }, reprint: labels.reprint ?? 'anyone', lost: labels.lost ?? 'anyone' }
}
