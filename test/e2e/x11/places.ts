import type { Page } from 'playwright'
import { VALVE } from '../dock/goods.ts'
import { goTo, rowWith } from '../dock/look.ts'
import type { Workplace } from './workplace.ts'

/** Where the focus is while a scan comes. Each leads there from wherever the window is. */
export const PLACES = {
  'a text field': async ({ dock }) => {
    const screen = await goTo(dock.page, 'Receiving')
    const field = screen.getByRole('textbox', { name: 'Type a code' })
    await field.fill('')
    await field.focus()
  },
  'a field of a dialog': async ({ dock }) => {
    const reason = (await openScrapDialog(dock.page)).getByRole('textbox', { name: 'Reason' })
    await reason.fill('Dropped on')
    await reason.focus()
  },
  'a button of a dialog': async ({ dock }) => {
    const dialog = await openScrapDialog(dock.page)
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Dropped on')
    await dialog.getByRole('button', { name: 'Scrap' }).focus()
  },
  'a table': async ({ dock }) => {
    const screen = await goTo(dock.page, 'Inventory')
    await screen.getByRole('grid', { name: 'Inventory' }).focus()
  },
  nothing: async ({ dock }) => {
    await goTo(dock.page, 'Receiving')
    await dock.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  }
} satisfies Readonly<Record<string, (workplace: Workplace) => Promise<void>>>

export type Place = keyof typeof PLACES

const SERIAL = 'V-KEYS-1'

/** Receives what the dialog is about. */
export async function stockPlaces({ dock }: Workplace): Promise<void> {
  await dock.clerk.scanAll('DS:LOC:DOCK', dock.nextOrder(), VALVE, SERIAL, 'DS:DONE', 'DS:DONE')
}

async function openScrapDialog(page: Page) {
  const screen = await goTo(page, 'Inventory')
  await rowWith(screen.getByRole('grid', { name: 'Inventory' }), SERIAL).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Scrap' }).click()
  return dialog
}

/** Leaves the dialog that may be open. */
export async function leavePlace({ dock }: Workplace): Promise<void> {
  const dialog = dock.page.getByRole('dialog')
  if (await dialog.isVisible()) await dock.page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
}
