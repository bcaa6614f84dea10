import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { describeScannerState } from '../../../../src/main/devices/scanner/scanner.ts'
import type { Scanner } from '../../../../src/main/devices/scanner/scanner.ts'
import {
  CONNECT_AGAIN_MS,
  CONNECT_TIMEOUT_MS,
  createTcpClientScanner
} from '../../../../src/main/devices/scanner/tcp-client.ts'
import type { TcpClientScannerSettings } from '../../../../src/main/devices/scanner/tcp-client.ts'
import { createFakeTime } from '../../../fakes/fake-time.ts'
import { record } from './recorded.ts'

const scanners: Scanner[] = []
const devices: FixedScanner[] = []

afterEach(async () => {
  await Promise.all(scanners.splice(0).map((scanner) => scanner.close()))
  await Promise.all(devices.splice(0).map((device) => device.switchOff()))
})

/** A scanner that is built in somewhere and waits for whoever wants its scans. */
interface FixedScanner {
  readonly port: number
  readonly connections: Socket[]
  switchOff(): Promise<void>
}

async function fixedScanner(port = 0): Promise<FixedScanner> {
  const connections: Socket[] = []
  const server: Server = createServer((socket) => {
    socket.on('error', () => {})
    connections.push(socket)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const device: FixedScanner = {
    port: (server.address() as AddressInfo).port,
    connections,
    async switchOff() {
      if (!server.listening) return
      for (const socket of connections) socket.destroy()
      server.close()
      await once(server, 'close')
    }
  }
  devices.push(device)
  return device
}

function openScanner(connect: string, more: Partial<TcpClientScannerSettings> = {}) {
  const time = createFakeTime()
  const scanner = createTcpClientScanner({ id: 'portal', connect, clock: time, timers: time, ...more })
  scanners.push(scanner)
  return { scanner, time, said: record(scanner) }
}

const words = (scanner: Scanner) => describeScannerState(scanner.state())

describe('TCP scanner that is connected to', () => {
  it('is connected to, and its scans are handed on', async () => {
    const device = await fixedScanner()
    const { scanner, time, said } = openScanner(`127.0.0.1:${device.port}`)
    await vi.waitFor(() => expect(words(scanner)).toBe(`Connected: 127.0.0.1:${device.port}`))
    device.connections[0]?.write(']d2SN-1\r\nSN-')
    device.connections[0]?.write('2\n')
    await vi.waitFor(() => expect(said.texts()).toEqual([']d2SN-1', 'SN-2']))
    expect(said.scans[0]).toMatchObject({ scannerId: 'portal', aim: ']d2', at: time.now() })
  })

  it('is said to be out of reach, and connected to as soon as it is there', async () => {
    const switchedOff = await fixedScanner()
    const { port } = switchedOff
    await switchedOff.switchOff()
    const { scanner, time, said } = openScanner(`127.0.0.1:${port}`)
    await vi.waitFor(() =>
      expect(words(scanner)).toContain(
        `cannot be reached at 127.0.0.1:${port}: what is there takes no connection on this port`
      )
    )
    const device = await fixedScanner(port)
    time.advance(CONNECT_AGAIN_MS)
    await vi.waitFor(() => expect(scanner.state().kind).toBe('connected'))
    device.connections[0]?.write('SN-1\n')
    await vi.waitFor(() => expect(said.texts()).toEqual(['SN-1']))
  })

  it('is connected to again at once when a connection ends that held', async () => {
    const device = await fixedScanner()
    const { scanner, time, said } = openScanner(`127.0.0.1:${device.port}`)
    await vi.waitFor(() => expect(device.connections).toHaveLength(1))
    await vi.waitFor(() => expect(scanner.state().kind).toBe('connected'))
    time.advance(CONNECT_AGAIN_MS)
    device.connections[0]?.end('SN-')
    await vi.waitFor(() => expect(said.faults).toMatchObject([{ kind: 'incomplete' }]))
    await vi.waitFor(() => expect(words(scanner)).toContain('the connection ended'))
    time.advance(0)
    await vi.waitFor(() => expect(device.connections).toHaveLength(2))
    device.connections[1]?.write('SN-1\n')
    await vi.waitFor(() => expect(said.texts()).toEqual(['SN-1']))
  })

  it('is left alone for a while when it hangs up at once', async () => {
    const device = await fixedScanner()
    const { scanner, time } = openScanner(`127.0.0.1:${device.port}`)
    await vi.waitFor(() => expect(device.connections).toHaveLength(1))
    await vi.waitFor(() => expect(scanner.state().kind).toBe('connected'))
    device.connections[0]?.destroy()
    await vi.waitFor(() => expect(scanner.state().kind).toBe('failed'))
    time.advance(CONNECT_AGAIN_MS - 1)
    expect(time.waiting()).toBe(1)
    time.advance(1)
    await vi.waitFor(() => expect(device.connections).toHaveLength(2))
  })

  it('is given up and tried again when it does not answer in time', async () => {
    const device = await fixedScanner()
    const { scanner, time } = openScanner(`127.0.0.1:${device.port}`)
    // Before the system could tell of the connection.
    time.advance(CONNECT_TIMEOUT_MS)
    await vi.waitFor(() => expect(words(scanner)).toContain('nothing answers there'))
    time.advance(CONNECT_AGAIN_MS)
    await vi.waitFor(() => expect(scanner.state().kind).toBe('connected'))
  })

  it('may end its scans in silence', async () => {
    const device = await fixedScanner()
    const { scanner, time, said } = openScanner(`127.0.0.1:${device.port}`, {
      framing: { suffix: 'none', silenceMs: 50 }
    })
    await vi.waitFor(() => expect(scanner.state().kind).toBe('connected'))
    device.connections[0]?.write('SN-1')
    await vi.waitFor(() => expect(time.waiting()).toBe(1))
    time.advance(50)
    expect(said.texts()).toEqual(['SN-1'])
  })

  it.each(['here', '127.0.0.1:0'])('cannot be at %j', (connect) => {
    const { scanner } = openScanner(connect)
    expect(words(scanner)).toContain('write host:port')
  })

  it('is let go when it is closed, whether it was reached or not, and silent then', async () => {
    const device = await fixedScanner()
    const { scanner, time, said } = openScanner(`127.0.0.1:${device.port}`)
    await vi.waitFor(() => expect(scanner.state().kind).toBe('connected'))
    device.connections[0]?.write('SN-')
    await vi.waitFor(() => expect(time.waiting()).toBe(1))
    await scanner.close()
    const { scanner: early, time: earlyTime } = openScanner(`127.0.0.1:${device.port}`)
    await early.close()
    expect([scanner.state(), early.state()]).toEqual([{ kind: 'closed' }, { kind: 'closed' }])
    expect(said.faults).toEqual([])
    expect([time.waiting(), earlyTime.waiting()]).toEqual([0, 0])
  })
})
