import { READ_TWICE_MS } from '../../../src/core/session/read-twice.ts'
import { onTestFinished } from 'vitest'
import { waitFor } from '../../../scripts/drive/wait-for.ts'
import { createRandom, type Random } from '../../../src/core/random.ts'
import { listenVirtualPrinter } from '../../../src/main/devices/printer/virtual/listen.ts'
import { makeMischief } from '../../../src/main/devices/printer/virtual/mischief.ts'
import type { VirtualPrinter } from '../../../src/main/devices/printer/virtual/virtual-printer.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import { goodsFolder } from '../../helpers/workshop.ts'
import { attend } from '../../../src/main/devices/printer/virtual/attendant.ts'
import { liesOf } from './compare.ts'
import { openLedger, type Ledger, type LedgerRow } from './ledger.ts'
import { collectPaper, type PaperTray } from './paper-tray.ts'
import { startStation, type StationProcess } from './station-process.ts'

/** How a life went. */
export interface PrintedLife {
  readonly units: number
  readonly kills: number
  readonly mishaps: number
  /** How many labels ended in each state. */
  readonly states: Readonly<Record<string, number>>
  readonly goodLabels: number
  readonly spoiled: number
  /** Empty when paper and ledger agree. */
  readonly lies: readonly string[]
}

export interface LifeSettings {
  readonly seed: number
  readonly units: number
  readonly kills: number
}

/** The printer is so much faster than a real one, and the station less patient with it. */
const HASTE = 20
const SPEED_IPS = 140
const MEDIA = { widthMm: 51, heightMm: 25, dpi: 203 } as const
const EVERY_LABELS = 12
/** Longer than what a station takes for the quickest hand, 1 s in earnest: what is over before that, it may not see. */
const SHORTEST_MS = 60
const LONGEST_MS = 600
/** 7 s in earnest: a printer is opened, what is stuck is taken out, and it is closed and fed. */
const LEAST_STUCK_MS = 350
const SLOWEST_BYTES_PER_SECOND = 200 * HASTE
const PATIENCE_MS = 400
const DRAINED_WITHIN_MS = 60_000

/**
 * A station prints one label for each unit while all that can happen to a printer happens to it, and is killed now and
 * then. Somebody loads paper, closes the head and switches on; in the end they look for each label of which the station
 * does not know, and have those printed again that are not there.
 */
export async function liveThroughFaults({ seed, units, kills }: LifeSettings): Promise<PrintedLife> {
  const random = createRandom(seed)
  const kind = kindOfPrinter(random)
  const listening = await listenVirtualPrinter({
    host: '127.0.0.1',
    port: 0,
    media: MEDIA,
    folder: temporaryFolder(),
    speedIps: SPEED_IPS,
    random: createRandom(seed),
    ...kind
  })
  onTestFinished(() => listening.close())
  const { printer } = listening
  const tray = collectPaper(printer)
  const folder = await goodsFolder(listening.port, random.pick([1, 2, 4]))
  const ledger = openLedger(folder)
  onTestFinished(() => ledger.close())
  const eyes = createRandom(seed + 3)
  let mishaps = 0
  const stopMischief = makeMischief(printer, {
    random: createRandom(seed + 1),
    everyLabels: EVERY_LABELS,
    shortestMs: SHORTEST_MS,
    longestMs: LONGEST_MS,
    slowest: SLOWEST_BYTES_PER_SECOND,
    jams: kind.variables !== 'none',
    onMishap: () => (mishaps += 1)
  })
  const sendHome = attend(printer, {
    random: createRandom(seed + 2),
    leastMs: SHORTEST_MS,
    patienceMs: PATIENCE_MS,
    leastStuckMs: LEAST_STUCK_MS
  })
  onTestFinished(sendHome)

  for (let kill = 0; kill < kills; kill += 1) {
    const station = startStation(folder, HASTE)
    const piecesToCome = Math.ceil(units / (kills + 1))
    const until = tray.pieces() + random.below(piecesToCome)
    const working = receive(station, share(units - ledger.units(), kills + 1 - kill))
    await momentOf(random, station, () => tray.pieces() >= until || ledger.underWay() === 0, working)
    await station.kill()
    await working
  }
  const station = startStation(folder, HASTE)
  await receive(station, units - ledger.units())
  await drained(station)
  stopMischief()
  await lookForMissing(station)
  await station.tell('close')
  await station.kill()
  const rows = ledger.rows()
  const { good, torn, blank } = printer.report().paper
  return {
    units,
    kills,
    mishaps,
    states: countStates(rows),
    goodLabels: good,
    spoiled: torn + blank,
    lies: [...liesOf(rows, tray), ...withoutOneLabel(rows)]
  }

  /** Has the labels printed, with a look at the paper where the station asks for one, until there is nothing more to do. */
  async function goOnUntil(station: StationProcess, isDone: () => boolean): Promise<void> {
    await waitFor(
      'the labels',
      async () => {
        if (isDone()) return true
        if (ledger.waitsForLook() && (await isAtRest(printer))) await lookAtPaper(station, ledger, tray, eyes)
        return undefined
      },
      DRAINED_WITHIN_MS
    )
  }

  async function drained(station: StationProcess): Promise<void> {
    await goOnUntil(station, () => ledger.underWay() === 0 && !ledger.waitsForLook())
  }

  /** With nothing left in the printer, what is not there will not come. */
  async function lookForMissing(station: StationProcess): Promise<void> {
    for (;;) {
      await drained(station)
      await printer.idle()
      const missing = ledger
        .rows()
        .filter(({ state, label }) => (state === 'unknown' || state === 'failed') && tray.good(label) === 0)
      if (missing.length === 0) return
      for (const { id } of missing) await station.tell(`reprint ${id}`)
    }
  }

  /** While it starts, while it receives, or while it prints. */
  async function momentOf(
    random: Random,
    station: StationProcess,
    isDone: () => boolean,
    working: Promise<void>
  ): Promise<void> {
    if (random.chance(0.15)) {
      await wait(random.below(1_000))
      return
    }
    await working
    await goOnUntil(station, isDone)
    await wait(random.below(30))
  }

  /** Every unit has one good label, whoever had it printed. */
  function withoutOneLabel(rows: readonly LedgerRow[]): readonly string[] {
    return [...new Set(rows.map(({ serial }) => serial))].flatMap((serial) => {
      const labels = tray.ofSerial(serial)
      return labels.length === 1 ? [] : [`${serial} has ${labels.length} good labels: ${labels.join(', ')}`]
    })
  }
}

function share(units: number, parts: number): number {
  return Math.max(0, Math.ceil(units / parts))
}

/** Receives so many units; ends early where the station is killed meanwhile. */
async function receive(station: StationProcess, units: number): Promise<void> {
  await station.opened
  if (units <= 0) return
  for (const text of ['DS:CANCEL', 'DS:HOME', 'PO-1', 'GENERATED', `DS:QTY:${units}`, 'DS:DONE']) {
    if ((await station.tell(`scan ${text}`)) === undefined) return
  }
}

/** Nobody looks for labels before a printer that may still bring some. */
async function isAtRest(printer: VirtualPrinter): Promise<boolean> {
  for (let look = 0; look < 3; look += 1) {
    const { power, frozen, answers, bytesPerSecond, conditions, formatsWaiting, labelsRemaining } = printer.report()
    const isWell = power && !frozen && answers === 'well' && bytesPerSecond === null && conditions.length === 0
    if (!isWell || formatsWaiting > 0 || labelsRemaining > 0) return false
    await wait(30)
  }
  return true
}

/**
 * Scans the last good label of those in doubt, and of those before it, as often as the station asks. Where all of them lie
 * there it is told so, and where none does too: by the label before them, or by DS:DONE.
 */
async function lookAtPaper(station: StationProcess, ledger: Ledger, tray: PaperTray, random: Random): Promise<void> {
  let answer = await station.tell('scan DS:RESUME')
  for (let found = 0; answer !== undefined && /^(accepted|attention)/.test(answer); found += 1) {
    const doubtful = ledger.rows().flatMap(({ state, label }) => (state === 'unknown' ? [label] : []))
    const last = tray.lastSymbol(doubtful)
    const areAllGood = doubtful.every((label) => tray.good(label) > 0)
    if (found > 0 && doubtful.length > 1 && areAllGood && random.chance(0.5))
      answer = await station.tell('scan DS:PICK:1')
    else if (last !== '') answer = await station.tell(`scan ${last}`)
    else answer = await sayNone(station, tray)
  }
}

async function sayNone(station: StationProcess, tray: PaperTray): Promise<string | undefined> {
  const before = tray.lastSymbol()
  const answer = before === '' ? '' : await station.tell(`scan ${before}`)
  if (answer === undefined || answer.startsWith('line-complete')) return answer
  await station.tell('scan DS:DONE')
  await wait(READ_TWICE_MS)
  return await station.tell('scan DS:DONE')
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

function kindOfPrinter(random: Random) {
  return {
    countsTorn: random.chance(0.5),
    mutedByFaults: random.chance(0.3),
    variables: random.pick(['all', 'all', 'all', 'no-odometer', 'none'] as const),
    others: random.pick(['wait', 'refused'] as const),
    idleTimeoutMs: random.pick([0, 0, 400]),
    bufferBytes: random.pick([2_000, 512 * 1024])
  }
}

function countStates(rows: readonly LedgerRow[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1
  return counts
}
