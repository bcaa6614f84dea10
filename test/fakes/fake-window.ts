import type { KeyStroke } from '../../src/main/devices/scanner/key-stroke.ts'

export interface FakeWindow {
  /** A stroke of the keyboard, or one that is played back. */
  stroke(stroke: KeyStroke): void
  /** What got through to the page, in order. */
  readonly seen: readonly KeyStroke[]
  /** Strokes that were held back and wrote their character all the same. */
  readonly leaked: readonly KeyStroke[]
}

/**
 * What lies between the keyboard and a page, with Chromium's own rules.
 *
 * A stroke going down that is held back silences its character and every key going up, until another key goes down; that
 * silence is one flag, which strokes played back in between put out. With `tellsEveryUp` only characters are silenced.
 */
export function createFakeWindow(
  key: (stroke: KeyStroke) => 'hold' | 'pass',
  { tellsEveryUp = false }: { readonly tellsEveryUp?: boolean } = {}
): FakeWindow {
  const seen: KeyStroke[] = []
  const leaked: KeyStroke[] = []
  let silentUntilDown = false

  return {
    seen,
    leaked,
    stroke(stroke) {
      const isDown = stroke.type === 'down'
      if (silentUntilDown && !isDown && !tellsEveryUp) return
      if (isDown) silentUntilDown = true
      if (key(stroke) === 'hold') {
        if (isDown && !silentUntilDown) leaked.push(stroke)
        return
      }
      if (isDown) silentUntilDown = false
      seen.push(stroke)
    }
  }
}
