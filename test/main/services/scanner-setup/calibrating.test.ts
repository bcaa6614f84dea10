import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { encodeCalibration } from '../../../../src/core/barcode/calibration-symbol.ts'
import { shown } from '../../../../src/core/words.ts'
import { createCalibrating } from '../../../../src/main/services/scanner-setup/calibrating.ts'
import type { StationOptions } from '../../../../src/main/station.ts'
import { createFakeTime } from '../../../fakes/fake-time.ts'
import { createFakeHid } from '../../../fakes/fake-hid.ts'
import { reportsWithAim } from '../../../fakes/hid-reports.ts'
import { scannedBy } from '../../../fakes/country-scanner.ts'
import type { CountryScanner } from '../../../fakes/country-scanner.ts'
import { runStation, scannerPort, writeStationConfig, type RunningStation } from '../../../helpers/running-station.ts'
import { importSample } from '../../../helpers/sample-folder.ts'
import { temporaryFolder } from '../../../helpers/temporary-folder.ts'
import { symbolsOf } from '../../../e2e/dock/drawn-label.ts'

/** Longer than between two keys of one scan. */
const A_WHILE_MS = 120
const POLL = { timeout: 10_000 }
const KEYBOARD = { scanners: [{ id: 'wedge', type: 'keyboard', name: 'Gun at door 2', sound: 'high' }] }

async function station(more: Readonly<Record<string, unknown>> = {}, options: Partial<StationOptions> = {}) {
  const folder = join(temporaryFolder(), 'data')
  writeStationConfig(folder, more)
  await importSample(folder)
  const running = await runStation(folder, options)
  const scannersInFile = () =>
    (JSON.parse(readFileSync(join(folder, 'station.json'), 'utf8')) as { scanners: unknown[] }).scanners
  return { ...running, folder, setup: running.station.api.scannerSetup, scannersInFile }
}

/** Scans as a keyboard, at the pace that its strokes tell, and waits for the answer. */
async function scanKeys(running: RunningStation, scanner: CountryScanner, data: string) {
  const before = running.answers.length
  let atMs = -A_WHILE_MS
  for (const stroke of scannedBy(scanner, data)) {
    if (stroke.atMs > atMs) await pause(stroke.atMs - atMs)
    atMs = stroke.atMs
    running.station.keyboard?.key({ ...stroke, atMs: performance.now() })
  }
  await expect.poll(() => running.answers.length, POLL).toBeGreaterThan(before)
  return running.answers.at(-1)
}

const GERMAN: CountryScanner = {
  layout: 'de',
  prefix: '#',
  controls: { kind: 'text', texts: { '\x1d': '|', '\x1e': '~', '\x04': '^' } },
  altGraph: 'level3'
}

describe('calibrating a scanner by one scan', () => {
  it('keeps what a keyboard scanner is set to, goes by it at once, and stores it for this scanner', async () => {
    const running = await station(KEYBOARD)
    const { setup, scannersInFile } = running
    const { symbol } = await setup.begin({})
    const answer = await scanKeys(running, GERMAN, symbol?.text ?? '')
    expect(answer).toMatchObject({
      sound: 'accepted',
      title: 'Scanner wedge calibrated',
      scanner: 'wedge',
      scannerName: 'Gun at door 2',
      voice: 'high'
    })
    const view = await setup.calibration({})
    expect(view.symbol, 'the calibration is over').toBeNull()
    expect(view.last).toMatchObject({ scanner: 'wedge', state: 'kept', isKeyboard: true, advice: [] })
    expect(view.last?.facts).toContainEqual({ name: 'Set to', value: 'German keyboard' })
    expect(scannersInFile()).toEqual([
      {
        id: 'wedge',
        type: 'keyboard',
        name: 'Gun at door 2',
        sound: 'high',
        layout: 'de',
        prefix: '#',
        suffix: 'enter',
        separators: { gs: '|', rs: '~', eot: '^' },
        maxGapMs: expect.any(Number) as number
      }
    ])
    expect(await running.station.api.settings.read({}), 'nothing waits for a start').toMatchObject({
      restartNeeded: false
    })

    const label = '[)>\x1e06\x1dPFC-7700\x1dQ5\x1e\x04'
    expect(await scanKeys(running, GERMAN, label)).toMatchObject({ text: shown(label) })
    const [entry] = await running.station.api.scanning.journal({ limit: 1 })
    expect(entry?.meaning).toContain('supplier label')
  })

  it('catches a slow scanner without a suffix, and says what makes it better', async () => {
    const running = await station(KEYBOARD)
    const { symbol } = await running.setup.begin({})
    const answer = await scanKeys(running, { layout: 'us', suffix: '', gapMs: 30 }, symbol?.text ?? '')
    expect(answer?.title).toBe('Scanner wedge calibrated')
    const { last } = await running.setup.calibration({})
    expect(last?.advice.map(({ what }) => what)).toEqual([
      'Nothing ends a scan',
      expect.stringMatching(/^A key every \d+ ms is slow$/)
    ])
    expect(running.scannersInFile()).toMatchObject([{ suffix: 'none' }])
  })

  it('finds a scanner that acts as a keyboard though none is set up, and adds it', async () => {
    const running = await station({ scanners: [{ id: 'gun', type: 'hid-pos' }] })
    expect(running.station.keyboard).toBeUndefined()
    const { symbol } = await running.setup.begin({})
    expect(running.station.keyboard).toBeDefined()
    await scanKeys(running, { layout: 'fr' }, symbol?.text ?? '')
    expect(running.scannersInFile()).toEqual([
      { id: 'gun', type: 'hid-pos' },
      { id: 'keyboard', type: 'keyboard', layout: 'fr', suffix: 'enter', maxGapMs: expect.any(Number) as number }
    ])
    expect(running.station.keyboard, 'and goes on listening to it').toBeDefined()
  })

  it('reads goods by the settings of their scanner while the symbol is shown', async () => {
    const wedge = { id: 'wedge', type: 'keyboard', layout: 'de', prefix: '#', suffix: 'enter' }
    const running = await station({ scanners: [wedge] })
    await running.setup.begin({})
    expect(await scanKeys(running, { layout: 'de', prefix: '#' }, 'SN-YZ_1')).toMatchObject({ text: 'SN-YZ_1' })
    expect(await scanKeys(running, { layout: 'de', prefix: '#' }, 'Y1')).toMatchObject({ text: 'Y1' })
  })

  it('asks for a new start where the window has an input method, which takes keys from a scanner that types', async () => {
    const keymap = { refresh: () => {}, accentOf: () => undefined }
    const running = await station({ scanners: [{ id: 'gun', type: 'hid-pos' }] }, { keymap })
    const { symbol } = await running.setup.begin({})
    const answer = await scanKeys(running, { layout: 'fr' }, symbol?.text ?? '')
    expect(answer).toMatchObject({ sound: 'attention', title: 'Scanner keyboard calibrated' })
    expect((await running.setup.calibration({})).last?.words).toContain('Start Dockside again before you scan on')
    expect(await running.station.api.settings.read({})).toMatchObject({ restartNeeded: true })
  })

  it('lets go of the keyboard again when nobody scanned anything', async () => {
    const running = await station({ scanners: [{ id: 'gun', type: 'hid-pos' }] })
    await running.setup.begin({})
    await running.setup.end({})
    expect(running.station.keyboard).toBeUndefined()
  })

  it('listens for ten minutes at most, and no longer than the page is there', async () => {
    const time = createFakeTime()
    const listening: boolean[] = []
    const calibrating = createCalibrating({
      dataFolder: temporaryFolder(),
      clock: time,
      timers: time,
      devicesOf: () => 1,
      use: () => true,
      listen: (isOn) => listening.push(isOn),
      changed: () => {}
    })
    calibrating.begin()
    time.advance(10 * 60 * 1000)
    expect(calibrating.view().symbol).toBeNull()
    expect(listening).toEqual([true, false])

    const running = await station({ scanners: [{ id: 'gun', type: 'hid-pos' }] })
    await running.setup.begin({})
    running.station.pageGone()
    expect(running.station.keyboard).toBeUndefined()
    expect((await running.setup.calibration({})).symbol).toBeNull()
  })

  it('keeps nothing to be taken off where several devices are one scanner of the settings', async () => {
    const running = await station()
    const { symbol } = await running.setup.begin({})
    const port = await scannerPort(running.station)
    const sockets = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')]
    const words = async () => (await running.station.api.station.status({})).devices.map((device) => device.words)
    await expect.poll(words, POLL).toContainEqual(expect.stringContaining('2 scanners connected'))
    sockets[0]?.write(`#${symbol?.text ?? ''}\r\n`)
    await expect
      .poll(async () => (await running.setup.calibration({})).last?.words, POLL)
      .toContain('gun has several devices')
    for (const socket of sockets) socket.destroy()
    expect(running.scannersInFile()).not.toMatchObject([{ prefix: '#' }])
  })

  it('keeps it as an entry of its own for the one of several USB scanners that scanned the symbol', async () => {
    const hid = createFakeHid()
    for (const serialNumber of ['S-A', 'S-B']) hid.plug(serialNumber, { serialNumber })
    const running = await station({ scanners: [{ id: 'gun', type: 'hid-pos', name: 'Door 2' }] }, { hid })
    await expect.poll(() => hid.openPaths().length, POLL).toBe(2)
    const { symbol } = await running.setup.begin({})
    const send = (path: string, data: string) => {
      for (const report of reportsWithAim(']C1', Buffer.from(data, 'latin1'))) hid.send(path, report)
    }
    send('S-B', `#${symbol?.text ?? ''}`)
    await expect.poll(() => running.answers.at(-1)?.title, POLL).toBe('Scanner gun calibrated')
    expect((await running.setup.calibration({})).last?.words).toContain('Kept as gun-2')
    expect(running.scannersInFile()).toEqual([
      { id: 'gun', type: 'hid-pos', name: 'Door 2' },
      { id: 'gun-2', type: 'hid-pos', device: 'S-B', prefix: '#' }
    ])
    const folder = running.folder
    await running.close()

    const again = await runStation(folder, { hid })
    await expect.poll(() => hid.openPaths().length, POLL).toBe(2)
    send('S-A', '#1')
    send('S-B', '#1')
    await expect
      .poll(() => again.answers.map(({ scanner, text }) => [scanner, text]), POLL)
      .toEqual([
        ['gun', '#1'],
        ['gun-2', '1']
      ])
  })

  it('says that all scanners that type go by what is kept', async () => {
    const running = await station(KEYBOARD)
    const { symbol } = await running.setup.begin({})
    await scanKeys(running, { layout: 'us' }, symbol?.text ?? '')
    expect((await running.setup.calibration({})).last?.words).toContain('All scanners that type go by it')
  })

  it('keeps what a network scanner puts around its data, and takes it off at once', async () => {
    const running = await station()
    const { symbol } = await running.setup.begin({})
    const sent = (data: string) => `<STX>${data.replaceAll('\x1d', '{GS}')}`
    expect(await running.scan(sent(symbol?.text ?? ''))).toMatchObject({ title: 'Scanner gun calibrated' })
    expect(running.scannersInFile()).toMatchObject([{ type: 'tcp', prefix: '<STX>', separators: { gs: '{GS}' } }])
    const { last } = await running.setup.calibration({})
    expect(last?.facts).toContainEqual({ name: 'After', value: 'CR LF' })
    expect(await running.scan(sent('PO-2026-0417'))).toMatchObject({ text: 'PO-2026-0417', sound: 'accepted' })
  })

  it('leaves letters before the data alone, but for those that somebody wrote down', async () => {
    const running = await station(KEYBOARD)
    const { symbol } = await running.setup.begin({})
    expect(await scanKeys(running, { layout: 'us', prefix: 'w' }, symbol?.text ?? '')).toMatchObject({
      sound: 'attention'
    })
    expect(running.scannersInFile()).not.toMatchObject([{ prefix: 'w' }])
    const said = await station({ scanners: [{ id: 'wedge', type: 'keyboard', prefix: 'w' }] })
    const again = await said.setup.begin({})
    await scanKeys(said, { layout: 'us', prefix: 'w' }, again.symbol?.text ?? '')
    expect(said.scannersInFile()).toMatchObject([{ prefix: 'w' }])
  })

  it('says that what ends the scans of a network scanner takes effect at the next start', async () => {
    const running = await station()
    const { symbol } = await running.setup.begin({})
    const socket = connect(await scannerPort(running.station), '127.0.0.1')
    socket.write(`${symbol?.text ?? ''}\x03`)
    await expect
      .poll(async () => (await running.setup.calibration({})).last?.words, POLL)
      .toContain('when Dockside is started again')
    socket.destroy()
    expect(running.scannersInFile()).toMatchObject([{ type: 'tcp', suffix: 'etx' }])
    expect(await running.station.api.settings.read({})).toMatchObject({ restartNeeded: true })
  })

  it('is no goods when nobody calibrates: nothing changes, and what was found can be kept afterwards', async () => {
    const running = await station()
    await running.scan('PO-2026-0417', 'FC-7700')
    const before = running.scannersInFile()
    expect(await running.scan(`#${encodeCalibration('0815')}`)).toMatchObject({
      sound: 'accepted',
      title: 'Calibration symbol read'
    })
    expect(running.scannersInFile()).toEqual(before)
    const [entry] = await running.station.api.scanning.journal({ limit: 1 })
    expect(entry).toMatchObject({ meaning: 'calibration' })
    expect(await running.scan('FC7C-000001'), 'the open line still takes serials, which lack the prefix').toMatchObject(
      {
        sound: 'accepted'
      }
    )
    expect((await running.setup.keep({})).last?.state).toBe('kept')
    expect(running.scannersInFile()).toMatchObject([{ prefix: '#' }])
  })

  it('says what cannot be undone, by sound too', async () => {
    const running = await station(KEYBOARD)
    const { symbol } = await running.setup.begin({})
    const folded: CountryScanner = { layout: 'cz', letterCase: 'upper', controls: { kind: 'lost' } }
    expect(await scanKeys(running, folded, symbol?.text ?? '')).toMatchObject({ sound: 'attention' })
    const { last } = await running.setup.calibration({})
    expect(last?.advice.map(({ what }) => what)).toEqual(['All letters come as capitals', 'GS and RS and EOT are lost'])
    expect(running.scannersInFile()).toMatchObject([{ layout: 'cz' }])
  })

  it('asks for the symbol again where only a piece of it came', async () => {
    const running = await station()
    expect(await running.scan(encodeCalibration('0815').slice(0, 40))).toMatchObject({
      sound: 'attention',
      title: 'Only a part of the calibration symbol came'
    })
  })

  it('prints the symbol as a label that says the same', async () => {
    const running = await station()
    await expect(running.setup.print({})).rejects.toThrow('Begin the calibration first')
    const { symbol } = await running.setup.begin({})
    await running.setup.print({})
    const { labels } = running.station.api
    const list = () => labels.list({ search: '', states: [], offset: 0, limit: 5 })
    await expect.poll(async () => (await list()).rows[0]?.state, POLL).toBe('printed')
    const [row] = (await list()).rows
    const { png } = await labels.drawing({ label: row?.id ?? (0 as never) })
    const drawn = Buffer.from(png.slice(png.indexOf(',') + 1), 'base64')
    expect(await symbolsOf(drawn)).toEqual({ dataMatrix: symbol?.text, code128: null })
  })

  it('names the makers, and the set-up symbol where it is a known fact', async () => {
    const running = await station()
    const makers = await running.setup.makers({})
    expect(makers.find(({ name }) => name === 'Honeywell')).toMatchObject({ symbol: '^FNC3TERMID131.' })
    expect(makers.every(({ manual }) => manual !== '')).toBe(true)
    expect(makers.find(({ name }) => name === 'Zebra')).toMatchObject({ symbol: null })
  })
})
