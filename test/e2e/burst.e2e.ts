import type { Page } from 'playwright'
import { expect, test } from 'playwright/test'
import { openVirtualDisplay } from '../../scripts/display.ts'
import { docksideJson } from '../../scripts/drive/command-line.ts'
import { freePorts } from '../../scripts/drive/free-ports.ts'
import { openSocketScanner } from '../../scripts/drive/socket-scanner.ts'
import { waitFor } from '../../scripts/drive/wait-for.ts'
import type { ScanOutside } from '../../src/main/services/journal/outside.ts'
import { removeDockFolder } from './dock/dock.ts'
import { importGoods } from './dock/goods.ts'
import { goTo } from './dock/look.ts'
import type { XStroke } from './x11/keyboard.ts'
import { scanChords, strokesOf } from './x11/keys.ts'
import { openStationKeyboard } from './x11/station-keyboard.ts'
import { createDataFolder, launchStation, type LaunchedStation } from './launch.ts'

/** Each scanner's own serials: refused beyond what was ordered, and answered all the same. */
const SCANS_EACH = 167
const SCAN_GAP_MS = 30
const KEY_GAP_MS = 3
/** Longer pauses between two keys may be a person's. */
const KEY_PAUSE_MS = 50

const TEXTS = {
  gate: serials('GATE'),
  belt: serials('BELT'),
  wedge: serials('WDGE')
} as const

/** What the last scan of each ends with. */
const LAST = String(SCANS_EACH)

function serials(prefix: string): readonly string[] {
  return Array.from({ length: SCANS_EACH }, (_, index) => `${prefix}-${String(index + 1).padStart(4, '0')}`)
}

interface Floor extends LaunchedStation {
  /** The scans whose sounds have begun, as the page tells of them. */
  readonly sounds: readonly number[]
  /** Scans with all three at once. */
  scanAll(): Promise<unknown>
  /** For how long the computer kept the program from running at most. */
  longestStallMs(): Promise<number>
  /** Ends the scanners and their display. */
  leave(): Promise<void>
}

/** A running station with two scanners on sockets, one on the keyboard of its X server, and an ear in the page. */
async function openFloor(dataFolder: string, ports: readonly number[]): Promise<Floor> {
  const display = await openVirtualDisplay()
  const station = await launchStation({ dataFolder, env: { DISPLAY: display.name } })
  const sockets = await Promise.all(ports.map((port) => openSocketScanner(port)))
  const keyboard = await openStationKeyboard(display.name, station.app)
  await station.app.evaluate(() => {
    const everyMs = 5
    let lastMs = performance.now()
    Reflect.set(globalThis, 'longestStallMs', 0)
    setInterval(() => {
      const stallMs = performance.now() - lastMs - everyMs
      lastMs = performance.now()
      Reflect.set(globalThis, 'longestStallMs', Math.max(stallMs, Reflect.get(globalThis, 'longestStallMs') as number))
    }, everyMs)
  })
  const sounds = await listen(station.page)
  const [gate, belt] = sockets
  return {
    ...station,
    sounds,
    scanAll: () =>
      Promise.all([
        atPace(TEXTS.gate, (text) => gate?.scan(text)),
        atPace(TEXTS.belt, (text) => belt?.scan(text)),
        keyboard.press(keysOf(TEXTS.wedge))
      ]),
    longestStallMs: async () => await station.app.evaluate(() => Reflect.get(globalThis, 'longestStallMs') as number),
    async leave() {
      for (const socket of sockets) socket.close()
      keyboard.close()
      await display.close()
    }
  }
}

/** The keys of scans one after the other, so that each begins as long after the last as those on sockets do. */
function keysOf(texts: readonly string[]): readonly XStroke[] {
  const chords = texts.flatMap((text) => scanChords(`${text}\r`, 'control'))
  const keys = chords.length / texts.length
  const gapsMs = chords.map((_, index) => (index % keys === 0 ? SCAN_GAP_MS - KEY_GAP_MS * (keys - 1) : KEY_GAP_MS))
  return strokesOf(chords, gapsMs)
}

async function atPace(texts: readonly string[], send: (text: string) => void): Promise<void> {
  const from = performance.now()
  for (const [index, text] of texts.entries()) {
    const waitMs = from + index * SCAN_GAP_MS - performance.now()
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs))
    send(text)
  }
}

/** Has the page tell of each sound once it has begun, with the number of the scan that it is for. */
async function listen(page: Page): Promise<readonly number[]> {
  const sounds: number[] = []
  page.on('console', (message) => {
    const scan = /^sound of scan (\d+)$/.exec(message.text())?.[1]
    if (scan !== undefined) sounds.push(Number(scan))
  })
  await page.evaluate(() => {
    const { dockside } = window as unknown as {
      readonly dockside: { on(event: 'scan', listener: (answer: { readonly scan: number }) => void): unknown }
    }
    let hasBegun = false
    const start = Reflect.get(OscillatorNode.prototype, 'start')
    OscillatorNode.prototype.start = function (...when) {
      start.apply(this, when)
      hasBegun = true
    }
    // Behind the page's own listener, which has begun the sound by then.
    dockside.on('scan', ({ scan }) => {
      if (hasBegun) console.log(`sound of scan ${scan}`)
      hasBegun = false
    })
  })
  return sounds
}

async function newFloor(): Promise<{ readonly dataFolder: string; readonly ports: readonly number[] }> {
  const ports = await freePorts(2)
  const dataFolder = createDataFolder({
    station: { id: 'DOCK-1', site: 'BER', location: 'DOCK' },
    scanners: [
      { id: 'gate', type: 'tcp', listen: `127.0.0.1:${ports[0]}` },
      { id: 'belt', type: 'tcp', listen: `127.0.0.1:${ports[1]}` },
      { id: 'wedge', type: 'keyboard' }
    ]
  })
  await importGoods(dataFolder, 1)
  return { dataFolder, ports }
}

/** Goes from screen to screen, and up and down in their lists, until it is told to stop. */
async function keepScreenBusy(page: Page, isOver: () => boolean): Promise<number> {
  let screens = 0
  while (!isOver()) {
    for (const title of ['Scans', 'Labels', 'Inventory', 'Receiving']) {
      const screen = await goTo(page, title)
      await screen.hover()
      await page.mouse.wheel(0, 2_000)
      screens += 1
    }
  }
  return screens
}

async function journalOf(dataFolder: string): Promise<readonly ScanOutside[]> {
  const scans = await docksideJson<ScanOutside[]>(dataFolder, 'scans')
  return scans.filter(({ scanner }) => scanner !== 'screen')
}

function textsOf(journal: readonly ScanOutside[], id: string): readonly unknown[] {
  return journal.filter(({ scanner }) => scanner === id).map(({ text }) => text)
}

/**
 * Keys tell a scanner by their pace: where the computer kept the program from running for longer than a scanner waits
 * between two keys, a scan may come in pieces. Then each piece is refused as such, and never taken for another scan; none
 * is lost, however long that was. A run that was broken off may lack the last ones.
 */
function expectTypedScans(journal: readonly ScanOutside[], longestStallMs: number, isComplete: boolean): void {
  const typed = journal.filter(({ scanner }) => scanner === 'wedge')
  let next = 0
  let refusedSince = 0
  for (const { text, meaning, sound } of typed) {
    if (meaning === 'not whole') {
      expect(sound).toBe('refused')
      refusedSince += 1
      continue
    }
    const at = TEXTS.wedge.indexOf(String(text))
    expect(at, `${String(text)} was scanned, and in this order`).toBeGreaterThanOrEqual(next)
    expect(refusedSince, `each scan before ${String(text)} is whole or refused`).toBeGreaterThanOrEqual(at - next)
    next = at + 1
    refusedSince = 0
  }
  if (isComplete) expect(next + refusedSince, 'all are whole or refused').toBeGreaterThanOrEqual(SCANS_EACH)
  if (longestStallMs < KEY_PAUSE_MS) {
    const texts = typed.map(({ text }) => text)
    expect(texts).toEqual(TEXTS.wedge.slice(0, texts.length))
  }
}

test('500 scans in 5 seconds from three scanners are all in the journal in order, answered and heard, with the screen busy', async () => {
  test.setTimeout(90_000)
  const { dataFolder, ports } = await newFloor()
  const floor = await openFloor(dataFolder, ports)
  try {
    let isOver = false
    const busy = keepScreenBusy(floor.page, () => isOver)
    await floor.scanAll()
    const journal = await waitFor('the last scan of each', async () => {
      const scans = await journalOf(dataFolder)
      const isDone = ['gate', 'belt', 'wedge'].every((id) => String(textsOf(scans, id).at(-1)).endsWith(LAST))
      return isDone && scans.every(({ outcome }) => outcome !== null) ? scans : undefined
    })
    isOver = true
    expect(await busy).toBeGreaterThan(3)
    for (const id of ['gate', 'belt'] as const) expect(textsOf(journal, id), id).toEqual(TEXTS[id])
    const stallMs = await floor.longestStallMs()
    expectTypedScans(journal, stallMs, true)
    if (stallMs < KEY_PAUSE_MS) expect(journal).toHaveLength(3 * SCANS_EACH)
    await expect.poll(() => floor.sounds.length).toBe(journal.length)
    expect(floor.sounds).toEqual(journal.map(({ scan }) => scan))
    const refused = journal.filter(({ meaning }) => meaning === 'not whole').length
    process.stdout.write(
      `${journal.length} scans in the journal and heard, ${refused} of them not whole; longest stall ${Math.round(stallMs)} ms\n`
    )
  } finally {
    await floor.close()
    await floor.leave()
    removeDockFolder(dataFolder)
  }
})

test('what was heard before the program was killed in the middle of it is there after the restart', async () => {
  test.setTimeout(90_000)
  const { dataFolder, ports } = await newFloor()
  const floor = await openFloor(dataFolder, ports)
  const gone = new Promise((resolve) => floor.app.process().once('exit', resolve))
  const scanning = floor.scanAll().catch(() => undefined)
  await expect.poll(() => floor.sounds.length, { timeout: 30_000, intervals: [10] }).toBeGreaterThan(120)
  const stallMs = await floor.longestStallMs()
  floor.app.process().kill('SIGKILL')
  await gone
  await scanning
  await floor.leave()

  const heard = [...floor.sounds]
  const after = await launchStation({ dataFolder })
  try {
    const journal = await journalOf(dataFolder)
    const answered = new Map(
      journal.filter(({ meaning }) => meaning !== 'not understood').map((scan) => [scan.scan, scan])
    )
    for (const scan of heard) expect(answered.has(scan), `scan ${scan} was heard`).toBe(true)
    for (const id of ['gate', 'belt'] as const) {
      const texts = textsOf(journal, id)
      expect(texts, `${id} has no gap`).toEqual(TEXTS[id].slice(0, texts.length))
    }
    expectTypedScans(
      journal.filter(({ meaning }) => meaning !== 'not understood'),
      stallMs,
      false
    )
    expect(await docksideJson(dataFolder, 'verify')).toMatchObject({ ok: true })
    const screen = await goTo(after.page, 'Scans')
    await expect(screen.getByRole('grid', { name: 'Scans' })).toContainText(String(journal.at(-1)?.text))
  } finally {
    await after.close()
    removeDockFolder(dataFolder)
  }
})
