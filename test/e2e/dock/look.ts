import type { Locator, Page } from 'playwright'
import { assert } from '../../../src/core/assert.ts'
import { digitOf, SCREENS, SCREEN_TITLES } from '../../../src/renderer/src/shell/screens.ts'

/** Goes to a screen, named as a person finds it, by keyboard. */
export async function goTo(page: Page, title: string): Promise<Locator> {
  const screen = SCREENS.find((screen) => SCREEN_TITLES[screen] === title)
  assert(screen !== undefined, `the window has a screen ${title}`)
  await page.keyboard.press(`Alt+Digit${digitOf(screen)}`)
  return await shownScreen(page, title)
}

/** The screen, once it is in sight. */
export async function shownScreen(page: Page, title: string): Promise<Locator> {
  const main = page.getByRole('main', { name: title })
  await main.waitFor()
  return main
}

/** The row of a table that shows all of these texts. */
export function rowWith(table: Locator, ...texts: readonly string[]): Locator {
  return texts.reduce((rows, text) => rows.filter({ hasText: text }), table.getByRole('row'))
}

/** The value beside a name, in a list of facts. */
export function fact(page: Page, name: string): Locator {
  return page.locator('dt', { hasText: new RegExp(`^${name}$`) }).locator('xpath=following-sibling::dd[1]')
}
