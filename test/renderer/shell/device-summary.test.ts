import { describe, expect, it } from 'vitest'
import type { DeviceHealth, DeviceStatus } from '../../../src/ipc/views.ts'
import { summarizeDevices } from '../../../src/renderer/src/shell/device-summary.ts'

describe('the scanners or printers in a few words', () => {
  it('says that there is none', () => {
    expect(summarizeDevices([printer('zd', 'ready')], 'scanner')).toEqual({
      tone: 'quiet',
      words: 'No scanner is set up'
    })
  })

  it('names a single one, with how it is', () => {
    expect(summarizeDevices([printer('zd421', 'fault')], 'printer')).toEqual({
      tone: 'bad',
      words: 'Printer zd421 needs help'
    })
  })

  it('counts several that are all ready', () => {
    expect(summarizeDevices([printer('a', 'ready'), printer('b', 'ready')], 'printer')).toEqual({
      tone: 'good',
      words: '2 printers are ready'
    })
  })

  it('names those that are not ready, the worst first, and counts the rest', () => {
    const printers = [
      printer('a', 'ready'),
      printer('b', 'off'),
      printer('c', 'waiting'),
      printer('d', 'fault'),
      printer('e', 'waiting')
    ]
    expect(summarizeDevices(printers, 'printer')).toEqual({
      tone: 'bad',
      words: '1 of 5 printers ready, d needs help, c waits, 2 more not ready'
    })
  })

  it('says why a scanner that types waits', () => {
    const wedge: DeviceStatus = { ...printer('wedge', 'waiting'), role: 'scanner', type: 'keyboard' }
    expect(summarizeDevices([wedge], 'scanner').words).toBe('Scanner wedge is not heard: Dockside is not in front')
  })

  it('says when none of several is ready', () => {
    expect(summarizeDevices([printer('a', 'waiting'), printer('b', 'waiting')], 'printer').words).toBe(
      'No printer is ready, a waits, b waits'
    )
  })
})

function printer(id: string, health: DeviceHealth): DeviceStatus {
  return { id, role: 'printer', type: 'tcp', health, brief: '', words: '' }
}
