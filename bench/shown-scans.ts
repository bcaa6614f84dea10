import type { Page } from 'playwright'
import { measureClockOffset, nowMs } from './window-clock.ts'

/** Tells when a scan is seen in the window. */
export interface ShownScans {
  /**
   * Runs `send` and waits until the window has drawn the panel of the last scan with these words.
   *
   * @returns the milliseconds from before `send` to the end of the frame that shows it
   */
  timeUntilShown(title: string, send: () => void): Promise<number>
}

interface Shown {
  readonly title: string
  readonly atMs: number
}

declare global {
  // Where the page keeps what it has shown, in the order of showing.
  var shownScans: Shown[]
}

const TIMEOUT_MS = 60_000

/** Watches the panel of the last scan inside the page: what is asked from outside would come too late. */
export async function watchShownScans(page: Page): Promise<ShownScans> {
  const { offsetMs } = await measureClockOffset(page)
  await page.evaluate(() => {
    globalThis.shownScans = []
    const panel = document.querySelector('[aria-label="Last scan"]')
    if (!panel) throw new Error('The window has no panel of the last scan')
    new MutationObserver(() => {
      const title = panel.querySelector('[role="status"] p')?.textContent ?? ''
      // A task that is queued just before the page draws a frame runs just after.
      requestAnimationFrame(() => {
        setTimeout(() => globalThis.shownScans.push({ title, atMs: performance.timeOrigin + performance.now() }))
      })
    }).observe(panel, { childList: true, subtree: true, characterData: true })
  })
  return {
    async timeUntilShown(title, send) {
      await page.evaluate(() => void (globalThis.shownScans.length = 0))
      const sentAt = nowMs()
      send()
      const found = await page
        .waitForFunction((wanted) => globalThis.shownScans.find((shown) => shown.title === wanted), title, {
          timeout: TIMEOUT_MS
        })
        .catch(async (error: unknown) => {
          const shown = await page.evaluate(() => globalThis.shownScans.map(({ title }) => title))
          throw new Error(`“${title}” was not shown, but ${JSON.stringify(shown)}`, { cause: error })
        })
      const { atMs } = (await found.jsonValue()) as Shown
      return atMs - offsetMs - sentAt
    }
  }
}
