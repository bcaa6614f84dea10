import type { Page } from 'playwright'
import { openSocketScanner } from './socket-scanner.ts'

/** What the panel of the last scan shows, and the loudspeaker says. */
export interface Heard {
  readonly sound: string
  readonly title: string
  readonly message: string
}

/** Works with a socket scanner and eyes: scans, and looks at the window before scanning on. */
export interface Clerk {
  /** Scans once and waits until the window shows what became of it. */
  scan(text: string | Uint8Array): Promise<Heard>
  /** Scans one after the other. Returns what the last one led to. */
  scanAll(...texts: readonly string[]): Promise<Heard>
  close(): void
}

const SHOWN_WITHIN_MS = 10_000

export async function createClerk(page: Page, scannerPort: number): Promise<Clerk> {
  const scanner = await openSocketScanner(scannerPort)
  const panel = page.getByLabel('Last scan')
  const words = panel.getByRole('status').locator('> div')
  await words.waitFor()

  async function scan(text: string | Uint8Array): Promise<Heard> {
    // The words of each scan are an element of their own, so that the same words twice are seen to be new.
    const before = await words.elementHandle()
    scanner.scan(text)
    await page.waitForFunction((old) => old !== null && !old.isConnected, before, { timeout: SHOWN_WITHIN_MS })
    const [title = '', message = ''] = await words.locator('> p').allTextContents()
    return { sound: (await panel.getAttribute('data-signal')) ?? '', title, message }
  }

  return {
    scan,
    async scanAll(...texts) {
      let heard: Heard | undefined
      for (const text of texts) heard = await scan(text)
      if (!heard) throw new Error('Nothing was scanned')
      return heard
    },
    close: () => scanner.close()
  }
}
