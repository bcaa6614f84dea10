/** How X servers with the evdev rules number the keys, by their places (`code` of UI Events). */
const KEYCODES: ReadonlyMap<string, number> = new Map([
  ...row(10, 'Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9 Digit0 Minus Equal Backspace'),
  ...row(23, 'Tab KeyQ KeyW KeyE KeyR KeyT KeyY KeyU KeyI KeyO KeyP BracketLeft BracketRight Enter'),
  ...row(37, 'ControlLeft KeyA KeyS KeyD KeyF KeyG KeyH KeyJ KeyK KeyL Semicolon Quote Backquote'),
  ...row(50, 'ShiftLeft Backslash KeyZ KeyX KeyC KeyV KeyB KeyN KeyM Comma Period Slash ShiftRight'),
  ...row(64, 'AltLeft Space CapsLock F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 NumLock'),
  ...row(
    79,
    'Numpad7 Numpad8 Numpad9 NumpadSubtract Numpad4 Numpad5 Numpad6 NumpadAdd Numpad1 Numpad2 Numpad3 Numpad0'
  ),
  ...row(94, 'IntlBackslash F11 F12'),
  ['AltRight', 108],
  // Unused by every layout of this test, for characters that no key has.
  ...row(251, 'Spare1 Spare2 Spare3')
])

function row(first: number, codes: string): (readonly [string, number])[] {
  return codes.split(' ').map((code, index) => [code, first + index] as const)
}

export function keycodeOf(code: string): number {
  const keycode = KEYCODES.get(code)
  if (keycode === undefined) throw new Error(`No keycode is known for ${code}`)
  return keycode
}
