import { composeAccents } from './accents.ts'
import type { KeyStroke } from './key-stroke.ts'
import type { Keymap } from './keymap.ts'
import { isModifierKey } from './modifiers.ts'

/** Does for a person what the input method would: puts the accent of a dead key on the letter after it. */
export interface TypedAccents {
  /** Strokes that are played back, with accents on their letters and without the dead keys. */
  compose(strokes: readonly KeyStroke[]): readonly KeyStroke[]
  /** Tells of a stroke that went to the window by itself: nothing can be put together over it. */
  passed(stroke: KeyStroke): void
}

export function createTypedAccents(keymap: Keymap): TypedAccents {
  let dead: KeyStroke | undefined
  keymap.refresh()

  function composed(stroke: KeyStroke): readonly KeyStroke[] {
    const isDead = stroke.key === 'Dead'
    if (stroke.type === 'up') return isDead ? [] : [stroke]
    if (isModifierKey(stroke.key)) return [stroke]
    const before = dead
    dead = isDead ? stroke : undefined
    if (isDead) keymap.refresh()
    const accent = before && keymap.accentOf(before)
    if (accent === undefined) return isDead ? [] : [stroke]
    if (!isDead) return written(stroke, isWriting(stroke) ? composeAccents(accent + stroke.key) : stroke.key)
    // The same accent twice is how it is written by itself.
    if (keymap.accentOf(stroke) === accent) dead = undefined
    return written(stroke, composeAccents(`${accent} `))
  }

  return {
    compose: (strokes) => strokes.flatMap(composed),
    passed(stroke) {
      if (stroke.type === 'down' && !isModifierKey(stroke.key)) dead = undefined
    }
  }
}

function written(stroke: KeyStroke, text: string): readonly KeyStroke[] {
  return isWriting(stroke) || stroke.key === 'Dead' ? Array.from(text, (key) => ({ ...stroke, key })) : [stroke]
}

/** A letter that bears an accent already was put together by the computer. */
function isWriting({ key, control, alt, meta }: KeyStroke): boolean {
  return !control && !alt && !meta && Array.from(key).length === 1 && key.normalize('NFD') === key
}
