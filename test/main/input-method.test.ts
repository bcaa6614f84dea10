import { describe, expect, it } from 'vitest'
import { keepInputMethodAway } from '../../src/main/input-method.ts'

describe('the input method of GTK', () => {
  it('is kept away where there is an X server, and let in again as it was', () => {
    for (const before of [{ DISPLAY: ':7' }, { DISPLAY: ':7', GTK_IM_MODULE: 'ibus' }]) {
      const env = { ...before }
      const kept = keepInputMethodAway(env, 'linux')
      expect(env).toEqual({ DISPLAY: ':7', GTK_IM_MODULE: 'gtk-im-context-none' })
      kept?.letIn()
      expect(env).toEqual(before)
    }
  })

  it('is left alone elsewhere', () => {
    const env = {}
    expect(keepInputMethodAway(env, 'linux')).toBeUndefined()
    expect(keepInputMethodAway({ DISPLAY: ':7' }, 'darwin')).toBeUndefined()
    expect(env).toEqual({})
  })
})
