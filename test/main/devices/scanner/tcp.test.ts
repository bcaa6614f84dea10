import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Scanner } from '../../../../src/main/devices/scanner/scanner.ts'
import { describeScannerState, MAX_SCAN_BYTES } from '../../../../src/main/devices/scanner/scanner.ts'
import { REST_OF_LINE_MS, UNFINISHED_LINE_MS } from '../../../../src/main/devices/scanner/stream-reader.ts'
import { createTcpScanner } from '../../../../src/main/devices/scanner/tcp.ts'
import type { TcpScannerSettings } from '../../../../src/main/devices/scanner/tcp.ts'
import { systemTimers } from '../../../../src/main/devices/timers.ts'
import { createFakeTime } from '../../../fakes/fake-time.ts'
import { record } from './recorded.ts'

const scanners: Scanner[] = []
const sockets: Socket[] = []

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await Promise.all(scanners.splice(0).map((scanner) => scanner.close()))
})

function openScanner(settings: Partial<TcpScannerSettings> = {}) {
  const time = createFakeTime()
  const scanner = createTcpScanner({ id: 'fixed', listen: '127.0.0.1:0', clock: time, timers: time, ...settings })
  scanners.push(scanner)
  return { scanner, time, said: record(scanner) }
}

async function portOf(scanner: Scanner): Promise<number> {
  return vi.waitFor(() => {
    const state = scanner.state()
    if (state.kind !== 'listening') throw new Error(`The scanner is ${state.kind}`)
    return state.port
  })
}

async function client(scanner: Scanner, host = '127.0.0.1'): Promise<Socket> {
  const socket = connect(await portOf(scanner), host)
  sockets.push(socket)
  await once(socket, 'connect')
  return socket
}

describe('TCP scanner', () => {
  it('hands on one scan per line with its AIM identifier apart and the time of its arrival', async () => {
    const { scanner, time, said } = openScanner()
    const socket = await client(scanner)
    socket.write(']d2010950600013435210ABC\x1d21SER-9\r\n')
    await vi.waitFor(() => expect(said.scans).toHaveLength(1))
    expect(said.scans).toEqual([
      {
        scannerId: 'fixed',
        device: `127.0.0.1:${socket.localPort}`,
        aim: ']d2',
        bytes: Uint8Array.from(Buffer.from('010950600013435210ABC\x1d21SER-9')),
        at: time.now()
      }
    ])
  })

  it('keeps the scans of several clients apart, however their lines are cut', async () => {
    const { scanner, said } = openScanner()
    const [one, two] = [await client(scanner), await client(scanner)]
    one.write('SN-')
    two.write('LOT-7')
    await new Promise((resolve) => one.write('00', resolve))
    two.write('\r')
    await vi.waitFor(() => expect(said.texts()).toEqual(['LOT-7']))
    one.write('1\nSN-002\n')
    two.write('\nLOT-8\r\n')
    await vi.waitFor(() => expect([...said.texts()].sort()).toEqual(['LOT-7', 'LOT-8', 'SN-001', 'SN-002']))
  })

  it('says where it listens and how many scanners are connected', async () => {
    const { scanner } = openScanner()
    const port = await portOf(scanner)
    expect(scanner.state()).toEqual({ kind: 'listening', address: `127.0.0.1:${port}`, port, clients: 0 })
    const socket = await client(scanner)
    await vi.waitFor(() => expect(scanner.state()).toMatchObject({ clients: 1 }))
    expect(describeScannerState(scanner.state())).toBe(`Listening on 127.0.0.1:${port}, 1 scanner connected`)
    socket.end()
    await vi.waitFor(() => expect(scanner.state()).toMatchObject({ clients: 0 }))
  })

  it('listens on IPv6', async () => {
    const { scanner, said } = openScanner({ listen: '[::1]:0' })
    const socket = await client(scanner, '::1')
    socket.write('SN-6\n')
    await vi.waitFor(() => expect(said.texts()).toEqual(['SN-6']))
    expect(scanner.state()).toMatchObject({ address: `[::1]:${await portOf(scanner)}` })
  })

  it('answers nothing', async () => {
    const { scanner, said } = openScanner()
    const socket = await client(scanner)
    const answers: Buffer[] = []
    socket.on('data', (chunk) => answers.push(chunk))
    socket.write('SN-1\n')
    await vi.waitFor(() => expect(said.scans).toHaveLength(1))
    await scanner.close()
    await once(socket, 'close')
    expect(answers).toEqual([])
  })

  it('tells a line that is too long as a fault and takes the next one', async () => {
    const { scanner, said } = openScanner()
    const socket = await client(scanner)
    socket.write(`${'x'.repeat(MAX_SCAN_BYTES + 10)}\nSN-1\n`)
    await vi.waitFor(() => expect(said.texts()).toEqual(['SN-1']))
    expect(said.faults).toMatchObject([{ kind: 'over-long', scannerId: 'fixed' }])
    expect(said.faults[0]?.bytes).toHaveLength(MAX_SCAN_BYTES)
  })

  it('does not let the half of a lost scan run into the next one', async () => {
    const { scanner, time, said } = openScanner()
    const socket = await client(scanner)
    socket.write('SN-0')
    await vi.waitFor(() => expect(time.waiting()).toBe(1))
    time.advance(UNFINISHED_LINE_MS)
    expect(said.faults).toMatchObject([{ kind: 'no-end', bytes: Uint8Array.from(Buffer.from('SN-0')) }])
    time.advance(REST_OF_LINE_MS)
    socket.write('SN-001\n')
    await vi.waitFor(() => expect(said.texts()).toEqual(['SN-001']))
  })

  it('never takes the late rest of a line for a scan', async () => {
    const { scanner, time, said } = openScanner()
    const socket = await client(scanner)
    socket.write('SN-0')
    await vi.waitFor(() => expect(time.waiting()).toBe(1))
    time.advance(UNFINISHED_LINE_MS)
    socket.write('01\nSN-002\n')
    await vi.waitFor(() => expect(said.texts()).toEqual(['SN-002']))
    expect(said.faults).toMatchObject([{ kind: 'no-end' }, { bytes: Uint8Array.from(Buffer.from('01')) }])
  })

  it('tells a line that was cut off by the end of its connection as a fault, never as a scan', async () => {
    const { scanner, said } = openScanner()
    const socket = await client(scanner)
    socket.end('SN-0')
    await vi.waitFor(() => expect(said.faults).toMatchObject([{ kind: 'incomplete' }]))
    expect(said.scans).toEqual([])
  })

  it('ends a scan in silence where the scanner sends nothing after it, with several at once', async () => {
    const { scanner, said } = openScanner({ framing: { suffix: 'none', silenceMs: 50 }, timers: systemTimers })
    const [one, two] = [await client(scanner), await client(scanner)]
    one.write('[)>\x1e06\x1dPFC\r\n\x1e\x04')
    two.write('SN-1')
    await vi.waitFor(() => expect([...said.texts()].sort()).toEqual(['SN-1', '[)>\x1e06\x1dPFC\r\n\x1e\x04']))
    two.write('SN-2')
    await vi.waitFor(() => expect(said.texts().at(-1)).toBe('SN-2'))
    expect(said.faults).toEqual([])
  })

  it('takes the end of a connection for the end of a scan without a mark, and a broken one for a fault', async () => {
    const { scanner, time, said } = openScanner({ framing: { suffix: 'none' } })
    const [ending, breaking] = [await client(scanner), await client(scanner)]
    ending.end('SN-1')
    await vi.waitFor(() => expect(said.texts()).toEqual(['SN-1']))
    breaking.write('SN-')
    await vi.waitFor(() => expect(time.waiting()).toBe(1))
    breaking.resetAndDestroy()
    await vi.waitFor(() => expect(said.faults).toMatchObject([{ kind: 'incomplete' }]))
    expect(said.texts()).toEqual(['SN-1'])
  })

  it('ends a scan at TAB or at ETX where that is what the scanner sends', async () => {
    const { scanner: tab, said: byTab } = openScanner({ framing: { suffix: 'tab' } })
    const { scanner: etx, said: byEtx } = openScanner({ framing: { suffix: 'etx' } })
    const [one, two] = [await client(tab), await client(etx)]
    one.write('SN-1\tSN-2\t')
    two.write('\x02]C1SN-3\x03\r\n')
    await vi.waitFor(() => expect(byTab.texts()).toEqual(['SN-1', 'SN-2']))
    await vi.waitFor(() => expect(byEtx.texts()).toEqual([']C1SN-3']))
  })

  it('hands on the other scans when a listener throws, and reports the bug', async () => {
    const bugs: unknown[] = []
    const { scanner } = openScanner({ reportBug: (bug) => bugs.push(bug) })
    scanner.onScan(() => {
      throw new Error('no such part')
    })
    const said = record(scanner)
    const socket = await client(scanner)
    socket.write('SN-1\nSN-2\n')
    await vi.waitFor(() => expect(said.texts()).toEqual(['SN-1', 'SN-2']))
    expect(bugs).toHaveLength(2)
  })

  it('says that its port is taken and listens as soon as it is free', async () => {
    const holder = createServer().listen(0, '127.0.0.1')
    await once(holder, 'listening')
    const { port } = holder.address() as AddressInfo
    const { scanner, time } = openScanner({ listen: `127.0.0.1:${port}` })
    await vi.waitFor(() => expect(scanner.state().kind).toBe('failed'))
    expect(describeScannerState(scanner.state())).toMatch(
      new RegExp(`cannot listen on 127\\.0\\.0\\.1:${port}: another program uses port ${port}`)
    )
    holder.close()
    await once(holder, 'close')
    time.advance(3000)
    await vi.waitFor(() => expect(scanner.state().kind).toBe('listening'))
  })

  it('says what is wrong with an address that is none', () => {
    const { scanner } = openScanner({ listen: 'four thousand' })
    expect(scanner.state()).toMatchObject({ kind: 'failed', message: expect.stringContaining('write host:port') })
  })

  it('is silent and frees its port after it was closed', async () => {
    const { scanner, said } = openScanner()
    const port = await portOf(scanner)
    const socket = await client(scanner)
    socket.write('SN-0')
    await vi.waitFor(() => expect(scanner.state()).toMatchObject({ clients: 1 }))
    await scanner.close()
    expect(scanner.state()).toEqual({ kind: 'closed' })
    expect(said.faults).toEqual([])
    const again = createServer().listen(port, '127.0.0.1')
    await once(again, 'listening')
    again.close()
  })
})
