import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { broadcastAddresses, privateNetworks } from '../../../../src/main/services/printer-setup/networks.ts'
import { listenVirtualPrinter } from '../../../../src/main/devices/printer/virtual/listen.ts'
import { runStation, writeStationConfig, type RunningStation } from '../../../helpers/running-station.ts'
import { importSample } from '../../../helpers/sample-folder.ts'
import { temporaryFolder } from '../../../helpers/temporary-folder.ts'

const MEDIA = { widthMm: 51, heightMm: 25 }
const POLL = { timeout: 10_000 }

async function station(more: Readonly<Record<string, unknown>> = {}): Promise<RunningStation> {
  const folder = join(temporaryFolder(), 'data')
  writeStationConfig(folder, more)
  await importSample(folder)
  return await runStation(folder)
}

async function states({ station: { api } }: RunningStation): Promise<readonly string[]> {
  return (await api.labels.list({ search: '', states: [], offset: 0, limit: 100 })).rows.map(({ state }) => state)
}

describe('setting a printer up', () => {
  it('compares it with the settings, calibrates it, and gives it back to its labels', async () => {
    const running = await station()
    const { printerSetup } = running.station.api
    const report = await printerSetup.check({ printer: 'virtual' })
    expect(report).toMatchObject({ printer: 'virtual', model: 'VIRTUAL-203dpi' })
    expect(report.findings.map(({ what, outcome }) => `${what} ${outcome}`)).toEqual(
      expect.arrayContaining(['resolution good', 'length good', 'counter good'])
    )
    expect(await printerSetup.calibrate({ printer: 'virtual' })).toMatchObject({ findings: report.findings })
    await running.scan('PO-2026-0417', 'FC-7700', 'FC7C-000001', 'DS:DONE')
    await expect.poll(() => states(running), POLL).toEqual(['printed'])
  })

  it('prints a test label through the ledger, which says so when it is scanned back', async () => {
    const running = await station()
    const { code } = await running.station.api.printerSetup.printTest({ printer: 'virtual' })
    expect(code).toMatch(/^DS:TEST:virtual:\d{6}$/)
    await expect.poll(() => states(running), POLL).toEqual(['printed'])
    expect(await running.scan(code)).toMatchObject({ sound: 'accepted', title: 'Test label of virtual read' })
    await running.scan('PO-2026-0417', 'FC-7700', 'FC7C-000001')
    expect(await running.scan(code)).toMatchObject({ title: 'Test label of virtual read' })
    expect(await running.scan('DS:DONE')).toMatchObject({ sound: 'line-complete' })
  })

  it('prints labels that differ in darkness or speed, each of which says so when it is scanned', async () => {
    const running = await station()
    const { printerSetup, labels } = running.station.api
    const darkness = await printerSetup.printSeries({ printer: 'virtual', vary: 'darkness' })
    const speed = await printerSetup.printSeries({ printer: 'virtual', vary: 'speed' })
    expect(darkness.map(({ value }) => value)).toEqual([-10, -5, 5, 10, 0])
    expect(speed.map(({ value }) => value)).toEqual([8, 6, 4, 2])
    await expect.poll(async () => (await states(running)).filter((state) => state === 'printed').length, POLL).toBe(9)
    expect(new Set([...darkness, ...speed].map(({ code }) => code)).size).toBe(9)
    expect(await running.scan(darkness[0]?.code ?? '')).toMatchObject({
      sound: 'accepted',
      title: 'Read at darkness -10'
    })
    expect(await running.scan(speed[0]?.code ?? '')).toMatchObject({ title: 'Read at 8 inches a second' })
    expect((await labels.list({ search: '', states: [], offset: 0, limit: 20 })).total).toBe(9)
  })

  it('does not take a test label of before for the one that was printed since, whatever it says otherwise', async () => {
    const running = await station()
    const { printerSetup } = running.station.api
    const earlier = [
      (await printerSetup.printTest({ printer: 'virtual' })).code,
      ...(await printerSetup.printSeries({ printer: 'virtual', vary: 'speed' })).map(({ code }) => code)
    ]
    const { code } = await printerSetup.printTest({ printer: 'virtual' })
    for (const old of [earlier[0] ?? '', 'DS:TEST:virtual']) {
      expect(await running.scan(old)).toMatchObject({ sound: 'attention', title: 'An earlier test label' })
    }
    expect(await running.scan(earlier[1] ?? ''), 'of another test, and still the newest of its kind').toMatchObject({
      sound: 'accepted'
    })
    const series = await printerSetup.printSeries({ printer: 'virtual', vary: 'speed' })
    expect(await running.scan(earlier[1] ?? '')).toMatchObject({ sound: 'attention', title: 'An earlier test label' })
    expect(await running.scan(series[0]?.code ?? '')).toMatchObject({ sound: 'accepted' })
    expect(await running.scan(code)).toMatchObject({ sound: 'accepted', title: 'Test label of virtual read' })
    expect(await running.scan('DS:TEST:elsewhere:000001'), 'of another station').toMatchObject({ sound: 'accepted' })
  })

  it('finds printers on the network, and says which of them are in use already', async () => {
    const used = await listenVirtualPrinter({ host: '127.0.0.1', port: 0, media: { ...MEDIA, dpi: 203 } })
    const free = await listenVirtualPrinter({ host: '127.0.0.1', port: 0, media: { ...MEDIA, dpi: 300 } })
    const running = await station({
      printers: [
        { id: 'zd421', transport: { type: 'tcp', host: '127.0.0.1', port: used.port }, dpi: 203, media: MEDIA }
      ],
      labels: { unit: 'zd421', lot: 'zd421', location: 'zd421' }
    })
    const addresses = `127.0.0.1:${used.port} 127.0.0.1:${free.port}`
    const found = await running.station.api.printerSetup.find({ where: 'network', addresses })
    expect(found).toMatchObject({
      asked: 2,
      found: [
        { transport: { port: used.port }, usedAs: 'zd421' },
        { transport: { port: free.port }, usedAs: null, dpi: 300, name: 'VIRTUAL-300dpi', problem: null }
      ]
    })
    await running.close()
    await used.close()
    await free.close()
  })

  it('refuses what it cannot do, with what to do', async () => {
    const running = await station()
    const { printerSetup } = running.station.api
    await expect(printerSetup.find({ where: 'network', addresses: '10.0.0.0/8' })).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('256')
    })
    await expect(printerSetup.check({ printer: 'nobody' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(printerSetup.printTest({ printer: 'nobody' })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the networks that a person is offered to look in', () => {
  it('are the private ones of this computer, each once and no larger than can be asked', () => {
    const address = (text: string, internal = false) =>
      ({ address: text, family: 'IPv4', internal, netmask: '255.0.0.0', mac: '', cidr: null }) as const
    expect(
      privateNetworks({
        lo: [address('127.0.0.1', true)],
        eth0: [address('10.4.5.6'), address('10.4.5.7')],
        wlan0: [address('192.168.178.20'), address('203.0.113.9'), address('172.32.0.1')]
      })
    ).toEqual(['10.4.5.0/24', '192.168.178.0/24'])
  })

  it('are asked as a whole at the last address that their mask leaves', () => {
    const address = (text: string, netmask: string) =>
      ({ address: text, family: 'IPv4', internal: false, netmask, mac: '', cidr: null }) as const
    expect(
      broadcastAddresses({
        eth0: [address('10.4.5.6', '255.255.0.0'), address('192.168.178.20', '255.255.255.0')],
        wlan0: [
          address('192.168.178.21', '255.255.255.0'),
          address('172.16.1.9', '255.255.255.248'),
          address('203.0.113.9', '255.255.255.0')
        ]
      })
    ).toEqual(['10.4.255.255', '192.168.178.255', '172.16.1.15'])
  })
})
