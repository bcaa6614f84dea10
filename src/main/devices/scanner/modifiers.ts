const HELD_PLACE = /^(Shift|Control|Alt|Meta)(Left|Right)$/
const KEY = /^(Shift|Control|Alt|AltGraph|Meta|CapsLock|NumLock)$/

/** Whether the key at this place (UI Events `code`) changes what others write as long as it is held down. */
export function isHeldModifier(code: string): boolean {
  return HELD_PLACE.test(code)
}

/** Whether the computer's layout makes a modifier of it (UI Events `key`), one that locks included. */
export function isModifierKey(key: string): boolean {
  return KEY.test(key)
}
