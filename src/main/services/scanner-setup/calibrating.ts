import { randomInt } from 'node:crypto'
import { encodeCalibration } from '../../../core/barcode/calibration-symbol.ts'
import type { CalibrationTold } from '../../../core/barcode/reading.ts'
import { instantOf, type Clock } from '../../../core/clock.ts'
import { StationError } from '../../../core/errors.ts'
import type { CalibrationResultView, CalibrationView } from '../../../ipc/scanner-setup-views.ts'
import type { Timers } from '../../devices/timers.ts'
import type { ScannerDress } from '../../devices/scanner/undress.ts'
import { readConfig } from '../../config-file.ts'
import type { ScannerConfig } from '../../config.ts'
import { adviceOn, type Advice } from '../../devices/scanner/calibration/advice.ts'
import { factsOf } from '../../devices/scanner/calibration/facts.ts'
import type { CalibrationFindings, CalibrationScan } from '../../devices/scanner/calibration/findings.ts'
import { readCalibration } from '../../devices/scanner/calibration/read-calibration.ts'
import { saveSettings } from '../settings.ts'
import { calibratedEntry, entryOfDevice, withScanner } from './calibrated-entry.ts'

export interface CalibratingParts {
  readonly dataFolder: string
  readonly clock: Clock
  readonly timers: Timers
  /** How many devices the scanner of this name has at the moment, as far as they can be told apart. */
  readonly devicesOf: (scannerId: string) => number
  /** Goes by the entry, which is in the settings already. Returns whether all of it is in force. */
  readonly use: (entry: ScannerConfig) => boolean
  /** Listens for scanners that nobody knows yet, or no longer. */
  readonly listen: (isOn: boolean) => void
  readonly changed: () => void
}

/** Learning from one scan how a scanner is set. */
export interface Calibrating {
  view(): CalibrationView
  begin(): CalibrationView
  end(): CalibrationView
  /** Takes a scan of the symbol; absent where only a piece of it came. While it is listened for, its settings are kept. */
  heard(scan: CalibrationScan): CalibrationTold | undefined
  /** @throws StationError `not-found`, `refused` */
  keep(): CalibrationView
}

/** What is left open listens no longer than this. */
const LISTEN_MS = 10 * 60 * 1000

interface Result {
  readonly findings: CalibrationFindings
  readonly serialNumber: string | null
  readonly advice: readonly Advice[]
  readonly at: number
  readonly kept:
    | { readonly ok: true; readonly isInForce: boolean; readonly ownEntry?: string }
    | { readonly ok: false; readonly problem: string }
    | null
}

export function createCalibrating(parts: CalibratingParts): Calibrating {
  const { dataFolder, clock, timers, devicesOf, use, listen, changed } = parts
  let symbol: { readonly nonce: string } | null = null
  let callOff = (): void => {}
  let last: Result | null = null

  function stop(): void {
    if (symbol === null) return
    symbol = null
    callOff()
    listen(false)
    changed()
  }

  function store({ findings, serialNumber }: Pick<Result, 'findings' | 'serialNumber'>): NonNullable<Result['kept']> {
    const { scannerId: id, type } = findings
    const reading = readConfig(dataFolder)
    if (!reading.ok) return { ok: false, problem: reading.problems.join('; ') }
    const before = reading.config.scanners.find((scanner) => scanner.id === id)
    if (!before && type !== 'keyboard') return { ok: false, problem: `there is no scanner ${id} in the settings` }
    const entry = calibratedEntry(before ?? { id, type: 'keyboard' }, findings)
    const isShared = hasDress(entry) && type !== 'keyboard' && devicesOf(id) > 1
    if (isShared && (type !== 'hid-pos' || serialNumber === null)) return { ok: false, problem: sharedBy(id) }
    if (isShared && serialNumber !== null) {
      const own = entryOfDevice(reading.config, entry, id, serialNumber)
      const problem = save(withScanner(reading.config, own, own.id))
      return problem === null ? { ok: true, isInForce: false, ownEntry: own.id } : { ok: false, problem }
    }
    const problem = save(withScanner(reading.config, entry, id))
    if (problem !== null) return { ok: false, problem }
    const written = readConfig(dataFolder)
    const used = written.ok ? written.config.scanners.find((scanner) => scanner.id === id) : undefined
    return { ok: true, isInForce: used !== undefined && use(used) }
  }

  /** Returns what keeps it from being saved. */
  function save(config: unknown): string | null {
    try {
      const saved = saveSettings(dataFolder, config)
      return saved.ok ? null : saved.problems.join('; ')
    } catch (error) {
      if (!(error instanceof StationError)) throw error
      return error.message
    }
  }

  function view(): CalibrationView {
    return {
      symbol: symbol && { nonce: symbol.nonce, text: encodeCalibration(symbol.nonce) },
      last: last && resultView(last)
    }
  }

  return {
    view,
    begin() {
      symbol = { nonce: String(randomInt(10_000)).padStart(4, '0') }
      last = null
      callOff()
      callOff = timers.after(LISTEN_MS, stop)
      listen(true)
      changed()
      return view()
    },
    end() {
      stop()
      return view()
    },
    heard(scan) {
      const findings = readCalibration(scan)
      if (!findings) return undefined
      const { serialNumber = null } = scan
      const kept = symbol ? store({ findings, serialNumber }) : null
      if (kept?.ok) stop()
      last = { findings, serialNumber, advice: adviceOn(findings), at: clock.now(), kept }
      changed()
      return toldOf(last)
    },
    keep() {
      if (!last) throw new StationError('not-found', 'No scanner has been calibrated yet. Scan the symbol first.')
      const kept = store(last)
      if (!kept.ok) throw new StationError('refused', `It was not kept: ${kept.problem}.`)
      last = { ...last, kept }
      changed()
      return view()
    }
  }
}

/** Whether something is taken off its scans, or put in place of something. */
function hasDress({ prefix, trailer, separators }: ScannerDress): boolean {
  return prefix !== undefined || trailer !== undefined || separators !== undefined
}

function sharedBy(id: string): string {
  return (
    `${id} has several devices, and what this one sends around its data would be taken off the scans of all of them. ` +
    'Give it an entry of its own under Settings, Station (for USB, one that says which device it is), start Dockside again, and scan the symbol again'
  )
}

function resultView(result: Result): CalibrationResultView {
  const { findings, advice, at, kept } = result
  return {
    scanner: findings.scannerId,
    at: instantOf(at),
    state: kept === null ? 'found' : kept.ok ? 'kept' : 'failed',
    words: wordsOf(result),
    facts: factsOf(findings),
    advice,
    isKeyboard: findings.type === 'keyboard'
  }
}

function wordsOf({ findings, kept, advice }: Result): string {
  const needed = advice.filter(({ isNeeded }) => isNeeded)
  const forAll =
    findings.type === 'keyboard' ? ' All scanners that type go by it: the computer makes one keyboard of them.' : ''
  if (kept === null) return 'Nothing was changed. Keep it, so that the scans of this scanner come out right.'
  if (!kept.ok) return `It was not kept: ${kept.problem}.`
  if (kept.ownEntry !== undefined) {
    return `Kept as ${kept.ownEntry}, a scanner of its own in the settings, since ${findings.scannerId} has several devices. Start Dockside again before you scan on with it; its name and sound are under Settings, Station.`
  }
  if (!kept.isInForce) {
    return findings.type === 'keyboard'
      ? 'Kept. Start Dockside again before you scan on: until then the computer’s own keyboard may change what this scanner types.'
      : 'Kept. What ends a scan takes effect when Dockside is started again.'
  }
  if (needed.length === 0) return `Kept, and in force. The next scan comes out as it was printed.${forAll}`
  return `What the station can make up for is kept and in force. The scanner itself has to be set as said here.${forAll}`
}

/** What of it the clerk is told at once; the rest stands in Settings. */
const TOLD_AT_ONCE = ['Works as', 'Set to', 'Pace']

function toldOf(result: Result): CalibrationTold {
  const { findings, advice, kept } = result
  const [first] = advice.filter(({ isNeeded }) => isNeeded)
  const title = kept ? `Scanner ${findings.scannerId} calibrated` : 'Calibration symbol read'
  if (first) return { title, message: `${first.what}. ${first.words}`, isGood: false }
  if (kept?.ok === false) return { title: 'Calibration not kept', message: wordsOf(result), isGood: false }
  const found = factsOf(findings)
    .filter(({ name }) => TOLD_AT_ONCE.includes(name))
    .map(({ value }) => value)
  const what = found.join(', ')
  return {
    title,
    message: kept
      ? `${what}. ${wordsOf(result)}`
      : `${what}. Nothing was changed: Settings, Scanners shows it all and can keep it.`,
    isGood: kept?.isInForce !== false || (findings.type !== 'keyboard' && kept.ownEntry === undefined)
  }
}
