import { describe, expect, it } from 'vitest'
import { createWakefulness } from '../../../../src/main/devices/scanner/wakefulness.ts'
import { createFakeTime } from '../../../fakes/fake-time.ts'

describe('the time in which a key could be noticed', () => {
  it('goes on as the clock does while nothing keeps the process busy', () => {
    const time = createFakeTime(1000)
    const wakefulness = createWakefulness(time, time)
    time.advance(1007)
    expect(wakefulness.awakeMs()).toBe(2007)
    expect(wakefulness.waitedMs()).toBe(0)
  })

  it('leaves out what the process was busy for, and tells how long something may have waited', () => {
    const time = createFakeTime(1000)
    const wakefulness = createWakefulness(time, time)
    time.stall(400)
    expect(wakefulness.awakeMs()).toBe(1025)
    expect(wakefulness.waitedMs()).toBe(400)
    time.advance(30)
    expect(wakefulness.awakeMs()).toBe(1055)
    expect(wakefulness.waitedMs()).toBe(0)
  })

  it('takes no harm from a clock that is set back', () => {
    let nowMs = 5000
    const wakefulness = createWakefulness({ now: () => nowMs }, { after: () => () => {} })
    nowMs = 1000
    expect(wakefulness.awakeMs()).toBe(5000)
    expect(wakefulness.waitedMs()).toBe(0)
  })

  it('keeps no timer once it is stopped', () => {
    const time = createFakeTime()
    createWakefulness(time, time).stop()
    expect(time.waiting()).toBe(0)
  })
})
