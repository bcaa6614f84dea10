import { describe, expect, it } from 'vitest'
import { parseHostIdentification } from '../../../../../src/labels/host-identification.ts'
import { parseHostStatus } from '../../../../../src/labels/host-status.ts'
import {
  extendedStatusReply,
  hostIdentificationReply,
  hostStatusReply,
  type MachineCondition,
  type MachineIdentity,
  type MachineStatus
} from '../../../../../src/main/devices/printer/virtual/host-replies.ts'
import { createPrinterMemory } from '../../../../../src/main/devices/printer/virtual/variables.ts'

const IDENTITY: MachineIdentity = {
  uniqueId: 'DSV1',
  friendlyName: 'Dock',
  model: 'VIRTUAL-203dpi',
  firmware: 'V1',
  dotsPerMm: 8
}

function status(...conditions: readonly MachineCondition[]): MachineStatus {
  return {
    conditions: new Set(conditions),
    partialFormat: true,
    bufferFull: true,
    formatsWaiting: 12,
    labelsRemaining: 3,
    labelLengthDots: 200,
    totalLabelCount: 31_084
  }
}

/** As captured from a printer (`~HQES`); the bits are those of the ZPL II guide, "Host Query", group 1. */
function extendedStatus(errors: string): string {
  const lines = ['  PRINTER STATUS', `   ERRORS:         ${errors}`, '   WARNINGS:       0 00000000 00000000']
  return `\x02\r\n\r\n${lines.map((line) => `${line.padEnd(44)}\r\n`).join('')}\x03`
}

function variable(name: string, now: MachineStatus): string {
  const memory = createPrinterMemory({
    identity: IDENTITY,
    hasOdometer: true,
    labelLengthDots: 200,
    pitchMm: 28,
    nowMs: () => 0
  })
  return memory.value(name, now)
}

describe('replies of the virtual printer', () => {
  it('are read back by the parsers that read a real one', () => {
    expect(parseHostStatus(hostStatusReply(status('ribbon-out')))).toMatchObject({
      conditions: ['ribbon-out'],
      labelLengthDots: 200,
      formatsWaiting: 12,
      bufferFull: true,
      partialFormat: true,
      labelsRemaining: 3
    })
    expect(parseHostIdentification(hostIdentificationReply(IDENTITY))).toMatchObject({
      model: 'VIRTUAL-203dpi',
      firmware: 'V1',
      dotsPerMm: 8
    })
  })

  it.each([
    ['paper-out', '00000001', '0'],
    ['ribbon-out', '00000002', '0'],
    ['head-open', '00000004', '0'],
    ['paused', '00010000', '1']
  ] as const)('say %s in each of the three ways', (condition, bits, paused) => {
    const now = status(condition)
    expect(parseHostStatus(hostStatusReply(now))?.conditions).toEqual([condition])
    expect(extendedStatusReply(now)).toBe(extendedStatus(`1 00000000 ${bits}`))
    expect(variable('zpl.system_status', now)).toBe(`${paused},1,00000000,${bits},0,00000000,00000000`)
    expect(parseHostStatus(variable('device.host_status', now))?.conditions).toEqual([condition])
  })

  it('say that all is well', () => {
    expect(extendedStatusReply(status())).toBe(extendedStatus('0 00000000 00000000'))
    expect(variable('zpl.system_status', status())).toBe('0,0,00000000,00000000,0,00000000,00000000')
  })

  it('tell the variables that there are, and ? for others', () => {
    const names = ['odometer.total_label_count', 'device.unique_id', 'device.friendly_name', 'head.latch', 'no.such']
    expect(names.map((name) => variable(name, status('head-open')))).toEqual(['31084', 'DSV1', 'Dock', 'open', '?'])
  })
})
