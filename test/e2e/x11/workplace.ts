import { spawnSync } from 'node:child_process'
import { openVirtualDisplay } from '../../../scripts/display.ts'
import { must } from '../../../scripts/debian.ts'
import { waitFor } from '../../../scripts/drive/wait-for.ts'
import { createDockFolder, openDock, removeDockFolder } from '../dock/dock.ts'
import type { Dock } from '../dock/dock.ts'
import { openJournal } from './journal.ts'
import type { JournalReader } from './journal.ts'
import type { XKeyboard } from './keyboard.ts'
import { keycodeOf } from './keycodes.ts'
import { PICTURE_KEYS, strokesOf } from './keys.ts'
import { openStationKeyboard } from './station-keyboard.ts'
import { watchPage } from './watch.ts'
import type { Watch } from './watch.ts'

export const LAYOUTS = { us: 'US', de: 'German', fr: 'French', cz: 'Czech' } as const
export type Layout = keyof typeof LAYOUTS

export interface Locks {
  readonly caps: boolean
  readonly num: boolean
}

/** A station on a display of its own, whose keys are pressed in the X server itself. */
export interface Workplace {
  readonly dock: Dock
  readonly keyboard: XKeyboard
  readonly journal: JournalReader
  readonly watch: Watch
  setLayout(layout: Layout): void
  setLocks(locks: Locks): Promise<void>
  close(): Promise<void>
}

const STROKE_GAP_MS = 10

export async function openWorkplace(): Promise<Workplace> {
  const display = await openVirtualDisplay({ isPunctual: true })
  const { dataFolder, scannerPort } = await createDockFolder({ orders: 1 })
  const dock = await openDock(dataFolder, scannerPort, { env: { DISPLAY: display.name } })
  const keyboard = await openStationKeyboard(display.name, dock.app)
  const journal = openJournal(dataFolder)
  const watch = await watchPage(dock.app, dock.page)

  return {
    dock,
    keyboard,
    journal,
    watch,
    setLayout: (layout) => setLayout(display.name, layout),
    async setLocks(wanted) {
      const locks = await keyboard.locks()
      const keys = [
        ...(locks.caps === wanted.caps ? [] : ['CapsLock']),
        ...(locks.num === wanted.num ? [] : ['NumLock'])
      ]
      await keyboard.press(
        strokesOf(
          keys.map((key) => ({ keys: [key] })),
          keys.map(() => STROKE_GAP_MS)
        )
      )
      await waitFor('the locks', async () => {
        const { caps, num } = await keyboard.locks()
        return caps === wanted.caps && num === wanted.num ? true : undefined
      })
    },
    async close() {
      journal.close()
      keyboard.close()
      await dock.close()
      removeDockFolder(dataFolder)
      await display.close()
    }
  }
}

/** A layout of the computer, with keys beside that write the pictures of control characters. */
function setLayout(display: string, layout: Layout): void {
  const options = ['-rules', 'evdev', '-model', 'pc105', '-layout', layout, '-print']
  const keymap = must('setxkbmap', ['-display', display, ...options])
  const pictures = [...PICTURE_KEYS].map(
    ([character, code]) => `key <I${keycodeOf(code)}> { [ U${character.charCodeAt(0).toString(16)} ] };`
  )
  const withPictures = keymap.replace(/(xkb_symbols\s*\{ include "[^"]*")/, `$1 ${pictures.join(' ')}`)
  const { status, stderr } = spawnSync('xkbcomp', ['-w0', '-', display], { input: withPictures, encoding: 'utf8' })
  if (status !== 0) throw new Error(`The layout ${layout} could not be set: ${stderr}`)
}
