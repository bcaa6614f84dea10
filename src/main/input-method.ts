import { createXKeymap } from './devices/scanner/keymap.ts'
import type { Keymap } from './devices/scanner/keymap.ts'

/** GTK's name for none at all (`gtk-im-context-none`, GTK 3.24). */
const NONE = 'gtk-im-context-none'

export interface KeptAwayInputMethod {
  /** Takes the place of the input method where accents are typed. */
  readonly keymap: Keymap
  /** Lets it in after all, where no scanner types. */
  letIn(): void
}

/**
 * Keeps GTK's input method from the window's text fields, as long as none has had the focus yet.
 *
 * It takes key strokes before Electron tells of them: after a dead key of the computer's layout it swallows a scanner's
 * Control and `]` without a trace, and writes the accent into the field. GTK looks at the variable when a text field
 * first gets the focus. Absent where there is no X server: other systems leave strokes alone that are held back.
 */
export function keepInputMethodAway(
  env: NodeJS.ProcessEnv,
  platform = process.platform
): KeptAwayInputMethod | undefined {
  const display = env['DISPLAY']
  if (platform !== 'linux' || !display) return undefined
  const before = env['GTK_IM_MODULE']
  env['GTK_IM_MODULE'] = NONE
  return {
    keymap: createXKeymap(display),
    letIn() {
      if (before === undefined) delete env['GTK_IM_MODULE']
      else env['GTK_IM_MODULE'] = before
    }
  }
}
