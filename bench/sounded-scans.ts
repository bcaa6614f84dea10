import type { Page } from 'playwright'
import { measureClockOffset, nowMs } from './window-clock.ts'

/** Tells when the sound of a scan begins in the window. */
export interface SoundedScans {
  /** Runs `send` and gives the milliseconds from before it until the next sound was begun. */
  timeUntilSounded(send: () => void): Promise<number>
  /** What the computer adds between a sound that is begun and the loudspeaker, as its audio system states. */
  outputMs(): Promise<number>
}

declare global {
  // Where the page keeps when sounds began, and through what they go out.
  var soundedAt: number[]
  var soundedThrough: AudioContext | undefined
}

const TIMEOUT_MS = 10_000

/** Watches the oscillators inside the page: a tone that is to come later counts from when it comes. */
export async function watchSoundedScans(page: Page): Promise<SoundedScans> {
  const { offsetMs } = await measureClockOffset(page)
  await page.evaluate(() => {
    globalThis.soundedAt = []
    const start = Reflect.get(OscillatorNode.prototype, 'start')
    OscillatorNode.prototype.start = function (when = 0) {
      start.call(this, when)
      const waitMs = Math.max(0, when - this.context.currentTime) * 1_000
      globalThis.soundedThrough = this.context as AudioContext
      globalThis.soundedAt.push(performance.timeOrigin + performance.now() + waitMs)
    }
  })
  return {
    async timeUntilSounded(send) {
      await page.evaluate(() => void (globalThis.soundedAt.length = 0))
      const sentAt = nowMs()
      send()
      const found = await page.waitForFunction(() => globalThis.soundedAt[0], null, { timeout: TIMEOUT_MS })
      return Number(await found.jsonValue()) - offsetMs - sentAt
    },
    outputMs: async () => {
      const seconds = await page.evaluate(() => {
        const through = globalThis.soundedThrough
        return through ? through.baseLatency + (through.outputLatency || 0) : 0
      })
      return seconds * 1_000
    }
  }
}
