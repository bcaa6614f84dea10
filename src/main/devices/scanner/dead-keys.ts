/** The accents that keys put on the next letter: by place, then without and with Shift, and the same two with AltGr. */
export type DeadKeys = ReadonlyMap<string, readonly (string | undefined)[]>

/** X's names of dead keys (X11/keysymdef.h), as the combining characters of their accents. */
const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['dead_grave', '\u0300'],
  ['dead_acute', '\u0301'],
  ['dead_circumflex', '\u0302'],
  ['dead_tilde', '\u0303'],
  ['dead_breve', '\u0306'],
  ['dead_abovedot', '\u0307'],
  ['dead_diaeresis', '\u0308'],
  ['dead_abovering', '\u030a'],
  ['dead_doubleacute', '\u030b'],
  ['dead_caron', '\u030c'],
  ['dead_cedilla', '\u0327'],
  ['dead_ogonek', '\u0328']
])

/** XKB's names of the writing keys, row by row, and what UI Events calls them. */
const CODES: ReadonlyMap<string, string> = new Map([
  ...row('AE', 'Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9 Digit0 Minus Equal'),
  ...row('AD', 'KeyQ KeyW KeyE KeyR KeyT KeyY KeyU KeyI KeyO KeyP BracketLeft BracketRight'),
  ...row('AC', 'KeyA KeyS KeyD KeyF KeyG KeyH KeyJ KeyK KeyL Semicolon Quote'),
  ...row('AB', 'KeyZ KeyX KeyC KeyV KeyB KeyN KeyM Comma Period Slash'),
  ['TLDE', 'Backquote'],
  ['BKSL', 'Backslash'],
  ['LSGT', 'IntlBackslash']
])

function row(name: string, codes: string): (readonly [string, string])[] {
  return codes.split(' ').map((code, index) => [`${name}${String(index + 1).padStart(2, '0')}`, code] as const)
}

/**
 * The dead keys of a keymap in XKB's text form, as `xkbcomp` prints it.
 *
 * Where the computer can be switched between layouts, the first that has a dead key at a place is taken.
 */
export function readDeadKeys(keymap: string): DeadKeys {
  const keys = new Map<string, (string | undefined)[]>()
  for (const [, name = '', body = ''] of keymap.matchAll(/key\s+<(\w+)>\s*\{([^}]*)\}/g)) {
    const code = CODES.get(name)
    if (code === undefined) continue
    for (const [, list = ''] of body.matchAll(/\[([^\]]*)\]/g)) {
      for (const [level, keysym] of list.split(',').entries()) {
        const accent = ACCENTS.get(keysym.trim())
        if (accent === undefined) continue
        const levels = keys.get(code) ?? []
        levels[level] ??= accent
        keys.set(code, levels)
      }
    }
  }
  return keys
}
