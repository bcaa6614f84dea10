import type { ElectronApplication, Page } from 'playwright'

/** Notes whatever of the keys reaches the page, and whatever they might have set off. */
export interface Watch {
  /** What the page was told since this was last asked; modifiers and locks alone, which write and press nothing, are left out. */
  leaked(): Promise<readonly string[]>
  /** How everything stands that a shortcut, a menu or a role could have changed. */
  state(): Promise<unknown>
}

declare global {
  // oxlint-disable-next-line no-var -- Only `var` puts a name on the page.
  var pressedInPage: string[]
}

export async function watchPage(app: ElectronApplication, page: Page): Promise<Watch> {
  await page.evaluate(() => {
    globalThis.pressedInPage = []
    const keys = ['keydown', 'keypress', 'keyup']
    const writing = ['beforeinput', 'input', 'change', 'compositionstart', 'compositionend', 'paste', 'copy', 'cut']
    const pressing = ['click', 'submit', 'contextmenu', 'select']
    for (const type of [...keys, ...writing, ...pressing]) {
      window.addEventListener(
        type,
        (event) => {
          const { code = '', key = '', data = '' } = event as Partial<KeyboardEvent & InputEvent>
          if (/^(Shift|Control|Alt|AltGraph|CapsLock|NumLock)$/.test(key)) return
          globalThis.pressedInPage.push([type, code, key, data].filter(Boolean).join(' '))
        },
        { capture: true }
      )
    }
  })
  return {
    leaked: async () => await page.evaluate(() => globalThis.pressedInPage.splice(0)),
    async state() {
      const inPage = await page.evaluate(() => ({
        address: location.href,
        title: document.title,
        screen: document.querySelector('main')?.getAttribute('aria-label'),
        focus: document.activeElement?.outerHTML.slice(0, 200),
        fields: [...document.querySelectorAll('input, textarea')]
          .map((field) => (field as HTMLInputElement).value)
          .join(),
        dialogs: document.querySelectorAll('[role=dialog]').length,
        zoom: devicePixelRatio
      }))
      const inApp = await app.evaluate(({ BrowserWindow, Menu }) => ({
        menu: Menu.getApplicationMenu() !== null,
        windows: BrowserWindow.getAllWindows().map((window) => ({
          visible: window.isVisible(),
          minimized: window.isMinimized(),
          fullScreen: window.isFullScreen(),
          devTools: window.webContents.isDevToolsOpened(),
          zoom: window.webContents.getZoomLevel()
        }))
      }))
      return { ...inPage, ...inApp }
    }
  }
}
