import { describe, expect, it } from 'vitest'
import type { Instant } from '../../../src/core/clock.ts'
import { mergeHistory, type OrderedEvent } from '../../../src/core/trace/history.ts'

function event(seq: number | null, time: string): OrderedEvent {
  return {
    seq,
    at: `2026-11-23T${time}:00.000Z` as Instant,
    event: seq === null ? `label ${time}` : `event ${seq}`,
    operator: 'kim',
    station: 'DOCK-1',
    data: {}
  }
}

const merged = (events: readonly OrderedEvent[], labels: readonly OrderedEvent[]) =>
  mergeHistory(events, labels).map((each) => each.event)

describe('one history of several', () => {
  it('has the events in the order of their chain, each once', () => {
    expect(merged([event(7, '12:00'), event(3, '10:00'), event(7, '12:00')], [])).toEqual(['event 3', 'event 7'])
  })

  it('has the labels among them by their time, each behind the event of the same moment', () => {
    const labels = [event(null, '10:00'), event(null, '11:00'), event(null, '13:00')]
    expect(merged([event(1, '10:00'), event(2, '12:00')], labels)).toEqual([
      'event 1',
      'label 10:00',
      'label 11:00',
      'event 2',
      'label 13:00'
    ])
  })

  it('keeps the order of the chain though the clock was set back', () => {
    const events = [event(1, '10:00'), event(2, '08:00'), event(3, '11:00')]
    expect(merged(events, [event(null, '09:00')])).toEqual(['label 09:00', 'event 1', 'event 2', 'event 3'])
  })
})
