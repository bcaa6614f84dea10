import { describe, expect, it } from 'vitest'
import type { Scanner } from '../../../../src/main/devices/scanner/scanner.ts'
import { createScannerSignals } from '../../../../src/main/devices/scanner/signals.ts'
import {
  createStreamReader,
  REST_OF_LINE_MS,
  UNFINISHED_LINE_MS
} from '../../../../src/main/devices/scanner/stream-reader.ts'
import type { StreamFraming } from '../../../../src/main/devices/scanner/stream-reader.ts'
import { createFakeTime } from '../../../fakes/fake-time.ts'
import { record } from './recorded.ts'

function readStream(framing: StreamFraming = {}) {
  const time = createFakeTime()
  const surroundings = { id: 'gun', clock: time, timers: time }
  const signals = createScannerSignals('tcp', surroundings, { kind: 'ready' })
  const scanner: Scanner = { ...signals.port, close: async () => {} }
  const reader = createStreamReader(framing, surroundings, signals)
  return {
    time,
    said: record(scanner),
    reader,
    push: (text: string) => reader.push(Uint8Array.from(Buffer.from(text, 'latin1')))
  }
}

describe('stream that ends scans in silence', () => {
  const framing: StreamFraming = { suffix: 'none', silenceMs: 100 }

  it('begins the silence anew with each piece', () => {
    const { time, said, push } = readStream(framing)
    push('SN-')
    time.advance(99)
    push('0')
    time.advance(99)
    push('1\r\n')
    time.advance(99)
    expect(said.scans).toEqual([])
    time.advance(1)
    expect(said.texts()).toEqual(['SN-01\r\n'])
    expect(time.waiting()).toBe(0)
  })

  it('takes no pause of the computer for a silence', () => {
    const { time, said, push } = readStream(framing)
    push('SN-')
    time.stall(3000)
    time.advance(0)
    push('001')
    time.advance(100)
    expect(said.texts()).toEqual(['SN-001'])
  })

  it('ends a scan with the stream, and tells one as a fault that was broken off', () => {
    const [ended, broken] = [readStream(framing), readStream(framing)]
    ended.push('SN-1')
    ended.reader.ended()
    ended.reader.lost()
    broken.push('SN-')
    broken.reader.lost()
    expect([ended.said.texts(), ended.said.faults]).toEqual([['SN-1'], []])
    expect(broken.said.scans).toEqual([])
    expect(broken.said.faults).toMatchObject([{ kind: 'incomplete' }])
    expect([ended.time.waiting(), broken.time.waiting()]).toEqual([0, 0])
  })
})

describe('stream that ends scans by a mark', () => {
  it('gives up a scan whose end does not come, and doubts what comes soon after', () => {
    const { time, said, push } = readStream()
    push('SN-0')
    time.advance(UNFINISHED_LINE_MS)
    push('01\rSN-002\r')
    expect(said.texts()).toEqual(['SN-002'])
    expect(said.faults.map(({ kind }) => kind)).toEqual(['no-end', 'incomplete'])
    push('SN-0')
    time.advance(UNFINISHED_LINE_MS + REST_OF_LINE_MS)
    push('SN-003\r')
    expect(said.texts()).toEqual(['SN-002', 'SN-003'])
  })

  it('tells a scanner that ends no scan from one that once loses an end', () => {
    const { time, said, push } = readStream()
    push('SN-001')
    push('SN-002')
    time.advance(UNFINISHED_LINE_MS + REST_OF_LINE_MS)
    push('SN-003\r')
    push('SN-0')
    time.advance(UNFINISHED_LINE_MS)
    expect(said.faults.map(({ kind }) => kind)).toEqual(['no-end', 'incomplete'])
    expect(said.texts()).toEqual(['SN-003'])
  })

  it('waits for the end of a scan that lies ready while the computer is busy', () => {
    const { time, said, push } = readStream()
    push('SN-')
    time.stall(UNFINISHED_LINE_MS + 3000)
    time.advance(0)
    push('1\r')
    expect(said.texts()).toEqual(['SN-1'])
    expect(said.faults).toEqual([])
  })

  it('takes no end of a stream for the end of a scan', () => {
    const { said, push, reader } = readStream({ suffix: 'tab' })
    push('SN-')
    reader.ended()
    reader.lost()
    expect(said.scans).toEqual([])
    expect(said.faults).toMatchObject([{ kind: 'incomplete' }])
  })
})
