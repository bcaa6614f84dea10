import type { ElectronApplication } from 'playwright'

interface Key {
  readonly keyCode: string
  readonly character: string
  readonly shift: boolean
}

/** A scanner's pace, and a person's. */
export const SCANNER_MS = 5
export const PERSON_MS = 150

/**
 * Presses keys where the keyboard's own strokes come in: in Electron, ahead of the page. Strokes that a debugger sends
 * (Playwright's own keyboard) never pass there.
 */
export async function typeKeys(app: ElectronApplication, text: string, paceMs: number): Promise<void> {
  await app.evaluate(
    async ({ BrowserWindow }, { keys, paceMs }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      for (const { keyCode, character, shift } of keys) {
        const modifiers: 'shift'[] = shift ? ['shift'] : []
        contents?.sendInputEvent({ type: 'keyDown', keyCode, modifiers })
        contents?.sendInputEvent({ type: 'char', keyCode: character, modifiers })
        contents?.sendInputEvent({ type: 'keyUp', keyCode, modifiers })
        await new Promise((resolve) => setTimeout(resolve, paceMs))
      }
    },
    { keys: Array.from(text, keyOf), paceMs }
  )
}

/** The key of a US keyboard that writes a character; a line end is Enter. */
function keyOf(character: string): Key {
  if (character === '\n') return { keyCode: 'Enter', character: 'Enter', shift: false }
  if (character === ':') return { keyCode: ';', character, shift: true }
  return { keyCode: character, character, shift: /[A-Z]/.test(character) }
}
