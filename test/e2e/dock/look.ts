import type { Locator, Page } from 'playwright'

/** The screens, as a person finds them. */
export type ScreenName = 'Receiving' | 'Labels' | 'Inventory' | 'Trace' | 'Parts' | 'Settings'

const KEYS: Readonly<Record<ScreenName, string>> = {
  Receiving: 'Alt+Digit1',
  Labels: 'Alt+Digit2',
  Inventory: 'Alt+Digit3',
  Trace: 'Alt+Digit4',
  Parts: 'Alt+Digit5',
  Settings: 'Alt+Digit6'
}

/** Goes to a screen by keyboard. */
export async function goTo(page: Page, screen: ScreenName): Promise<Locator> {
  await page.keyboard.press(KEYS[screen])
  return await shownScreen(page, screen)
}

/** The screen, once it is in sight. */
export async function shownScreen(page: Page, screen: ScreenName): Promise<Locator> {
  const main = page.getByRole('main', { name: screen })
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
