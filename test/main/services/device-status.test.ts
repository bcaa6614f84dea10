import { describe, expect, it } from 'vitest'
import type { ScannerState } from '../../../src/main/devices/scanner/scanner.ts'
import { scannerStatus } from '../../../src/main/services/device-status.ts'

const statusOf = (state: ScannerState) => scannerStatus(undefined, 'gun', 'hid-pos', state)
const CONNECTED = { kind: 'connected', devices: ['Honeywell 3320G'] } as const

describe('status of a scanner', () => {
  it('needs help, with what to copy, where one is connected and another may not be read', () => {
    const denied = { kind: 'no-permission', device: 'Newland EM2028', udevRule: 'KERNEL=="hidraw*"' } as const
    expect(statusOf({ ...CONNECTED, others: [denied] })).toMatchObject({
      health: 'fault',
      permission: { device: 'Newland EM2028', rule: 'KERNEL=="hidraw*"' },
      words: expect.stringMatching(/^Connected: Honeywell 3320G\. Newland EM2028 is there/)
    })
  })

  it('is ready where one is connected and another types, as it may on purpose, and says so', () => {
    const typing = { kind: 'wrong-mode', device: 'Honeywell 1900G', mode: 'keyboard' } as const
    expect(statusOf({ ...CONNECTED, others: [typing] })).toMatchObject({
      health: 'ready',
      words: expect.stringContaining('Honeywell 1900G acts as a keyboard')
    })
  })
})
