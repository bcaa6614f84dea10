import { describe, expect, it } from 'vitest'
import { explainCupsQueue, type CupsQueue } from '../../../../../src/main/devices/printer/queue/cups-queue.ts'
import { ippAddressOf } from '../../../../../src/main/devices/printer/queue/ipp-connection.ts'

const IDLE: CupsQueue = { state: 3, reasons: ['none'], message: '', isAccepting: true }

describe('what CUPS says of a queue', () => {
  it.each([
    [IDLE, 'ready', undefined],
    [{ ...IDLE, state: 4, message: 'Sending data to printer.' }, 'ready', undefined],
    [{ ...IDLE, state: 4, message: 'Waiting for printer to finish.' }, 'ready', undefined],
    [
      { ...IDLE, state: 5, reasons: ['paused'], message: 'Paused' },
      'stopped',
      /is stopped \(Paused\).*cupsenable zebra/
    ],
    [{ ...IDLE, message: 'Rejecting Jobs', isAccepting: false }, 'refusing', /takes no jobs.*cupsaccept zebra/],
    [
      { ...IDLE, state: 4, message: 'The printer may not exist or is unavailable at this time.' },
      'printer-unreachable',
      /does not reach its printer.*Switch the printer on/
    ],
    [{ ...IDLE, state: 4, message: 'The printer is in use.' }, 'printer-unreachable', /in use/],
    [{ ...IDLE, state: 4, reasons: ['offline-report'] }, 'printer-unreachable', /does not reach/],
    [{ ...IDLE, state: 4, reasons: ['media-empty-error'] }, 'printer-fault', /media empty/]
  ] as const)('is understood: %o', (said, expected, words) => {
    const look = explainCupsQueue('zebra', said)
    expect(look.kind === 'ready' ? 'ready' : look.trouble).toBe(expected)
    if (words && look.kind === 'trouble') expect(look.message).toMatch(words)
  })
})

describe('where CUPS listens', () => {
  it('is what CUPS_SERVER says, else its socket, else its port', () => {
    const never = (): boolean => false
    expect(ippAddressOf('/tmp/cups.sock', never)).toEqual({ kind: 'socket', path: '/tmp/cups.sock' })
    expect(ippAddressOf('print.example:8631', never)).toEqual({ kind: 'port', host: 'print.example', port: 8631 })
    expect(ippAddressOf('print.example', never)).toEqual({ kind: 'port', host: 'print.example', port: 631 })
    expect(ippAddressOf(undefined, () => true)).toEqual({ kind: 'socket', path: '/run/cups/cups.sock' })
    expect(ippAddressOf('', never)).toEqual({ kind: 'port', host: 'localhost', port: 631 })
  })
})
