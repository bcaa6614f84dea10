import { afterEach, describe, expect, it, vi } from 'vitest'
import { createScanners } from '../../../../src/main/devices/scanner/create-scanner.ts'
import type { ScannerEntry } from '../../../../src/main/devices/scanner/create-scanner.ts'
import { isKeyboardScanner } from '../../../../src/main/devices/scanner/keyboard.ts'
import { describeScannerState } from '../../../../src/main/devices/scanner/scanner.ts'
import type { Scanner } from '../../../../src/main/devices/scanner/scanner.ts'
import { createFakeHid } from '../../../fakes/fake-hid.ts'
import { createFakeTime } from '../../../fakes/fake-time.ts'
import { reportsWithAim } from '../../../fakes/hid-reports.ts'
import { scanStrokes } from '../../../fakes/typist.ts'
import { record } from './recorded.ts'

let scanners: readonly Scanner[] = []

afterEach(async () => {
  await Promise.all(scanners.map((scanner) => scanner.close()))
})

function open(entries: readonly ScannerEntry[]) {
  const hid = createFakeHid()
  const time = createFakeTime()
  scanners = createScanners(entries, { clock: time, timers: time, hid, replay: () => {} })
  return { hid, time, said: scanners.map(record) }
}

describe('scanners of the settings', () => {
  it('are opened as they are described, each under its id', async () => {
    open([
      { id: 'gun', type: 'hid-pos' },
      { id: 'wedge', type: 'keyboard' },
      { id: 'fixed', type: 'tcp', listen: '127.0.0.1:0' }
    ])
    expect(scanners.map(({ id, type }) => [id, type])).toEqual([
      ['gun', 'hid-pos'],
      ['wedge', 'keyboard'],
      ['fixed', 'tcp']
    ])
    await vi.waitFor(() =>
      expect(scanners.map((scanner) => scanner.state().kind)).toEqual(['waiting', 'ready', 'listening'])
    )
  })

  it('share devices out, so that none is read twice', async () => {
    const { hid, said, time } = open([
      { id: 'left', type: 'hid-pos' },
      { id: 'right', type: 'hid-pos' }
    ])
    hid.plug('hidraw0')
    await vi.waitFor(() => expect(scanners[0]?.state().kind).toBe('waiting'))
    time.advance(1000)
    await vi.waitFor(() => expect(hid.openPaths()).toEqual(['hidraw0']))
    for (const report of reportsWithAim(']C0', Uint8Array.from(Buffer.from('SN-1')))) hid.send('hidraw0', report)
    expect(said.flatMap(({ scans }) => scans)).toHaveLength(1)
  })

  it('say who else names the same device', async () => {
    open([
      { id: 'anna', type: 'hid-pos', device: '0c2e:0b87' },
      { id: 'ben', type: 'hid-pos', device: '0c2e:0b87' },
      { id: 'carla', type: 'hid-pos' },
      { id: 'dora', type: 'hid-pos' }
    ])
    await vi.waitFor(() => expect(scanners[3]?.state()).toEqual({ kind: 'waiting' }))
    expect(scanners.map((scanner) => describeScannerState(scanner.state()))).toEqual([
      expect.stringContaining('"ben" may have the same device'),
      expect.stringContaining('"anna" may have the same device'),
      'Waiting for the scanner: plug it in',
      'Waiting for the scanner: plug it in'
    ])
  })

  it('heed the settings of a keyboard', () => {
    const { said, time } = open([{ id: 'wedge', type: 'keyboard', prefix: '~', suffix: 'none' }])
    const keyboard = scanners.find(isKeyboardScanner)
    for (const stroke of scanStrokes('~a1', time.now())) keyboard?.key(stroke)
    time.advance(200)
    expect(said[0]?.texts()).toEqual(['a1'])
  })
})
