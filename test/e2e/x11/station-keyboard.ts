import type { ElectronApplication } from 'playwright'
import { openXKeyboard } from './keyboard.ts'
import type { XKeyboard } from './keyboard.ts'

/** The keyboard of a display, with a station's window having its keys. */
export async function openStationKeyboard(display: string, app: ElectronApplication): Promise<XKeyboard> {
  const keyboard = await openXKeyboard(display)
  const window = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getNativeWindowHandle().readUInt32LE(0)
  )
  // Without a window manager nobody else gives a window the keys.
  await keyboard.focus(window ?? 0)
  return keyboard
}
