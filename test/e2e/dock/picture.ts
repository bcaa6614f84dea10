import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'

/** Where the guide's pictures are made; a run that is for them says `docs/images`. */
const FOLDER = process.env.DOCKSIDE_PICTURES ?? join('test-results', 'pictures')

/** Takes a picture of the window as it is, for the guide. */
export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  // Out of the way: what it points at is drawn differently.
  await page.mouse.move(0, 0)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled', caret: 'hide' })
}
