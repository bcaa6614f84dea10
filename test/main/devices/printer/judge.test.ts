import { describe, expect, it } from 'vitest'
import { parseHostStatus, type HostStatus } from '../../../../src/labels/host-status.ts'
import { judge } from '../../../../src/main/devices/printer/judge.ts'

const CLEAN = status('030,0,0,0200,000,0,0,0,000,0,0,0', '000,0,0,0,0,2,6,0,00000000,1,000')
const PAPER_OUT = status('030,1,0,0200,000,0,0,0,000,0,0,0', '000,0,0,0,0,2,6,0,00000000,1,000')
const WAITING = status('030,0,0,0200,001,0,0,0,000,0,0,0', '000,0,0,0,0,2,6,0,00000000,1,000')
const REMAINING = status('030,0,0,0200,000,0,0,0,000,0,0,0', '000,0,0,0,0,2,6,0,00000001,1,000')
const HALF = status('030,0,0,0200,000,0,0,1,000,0,0,0', '000,0,0,0,0,2,6,0,00000000,1,000')
const DIAGNOSTICS = status('030,0,0,0200,000,0,1,0,000,0,0,0', '000,0,0,0,0,2,6,0,00000000,1,000')

function status(first: string, second: string): HostStatus {
  const parsed = parseHostStatus(`${first}\r\n${second}`)
  if (!parsed) throw new Error('This is no host status')
  return parsed
}

describe('judging a label', () => {
  it.each([
    ['a step of one on a clean printer is a printed label', 7, 8, CLEAN, { kind: 'printed' }],
    ['a step of one while work waits is not the end of it', 7, 8, WAITING, { kind: 'under-way' }],
    ['a step of one beside a fault may be torn paper', 7, 8, PAPER_OUT, { kind: 'stopped', faults: ['paper-out'] }],
    ['no step with a fault is a label that waits', 7, 7, PAPER_OUT, { kind: 'stopped', faults: ['paper-out'] }],
    ['no step with a format waiting is under way', 7, 7, WAITING, { kind: 'under-way' }],
    ['no step with labels remaining is under way', 7, 7, REMAINING, { kind: 'under-way' }],
    ['no step with half a format is under way', 7, 7, HALF, { kind: 'under-way' }],
    ['no step and nothing waiting is nothing yet', 7, 7, CLEAN, { kind: 'nothing-counted' }],
    ['a step of two is more than this label', 7, 9, CLEAN, { kind: 'unknown', cause: 'counter-jumped' }],
    ['a step of two is no better beside a fault', 7, 9, PAPER_OUT, { kind: 'unknown', cause: 'counter-jumped' }],
    ['a step back tells nothing', 7, 6, CLEAN, { kind: 'unknown', cause: 'counter-went-back' }],
    ['without a counter nothing is ever counted', null, null, CLEAN, { kind: 'nothing-counted' }],
    ['hexadecimal on paper is no label', 7, 8, DIAGNOSTICS, { kind: 'stopped', faults: ['diagnostics-mode'] }]
  ] as const)('%s', (_rule, before, now, printer, verdict) => {
    expect(judge(before, now, printer)).toEqual(verdict)
  })
})
