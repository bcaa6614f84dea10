import { describe, expect, it } from 'vitest'
import { createTypedAccents } from '../../../../src/main/devices/scanner/typed-accents.ts'
import type { Key } from '../../../fakes/typist.ts'
import { keyOf, press, strokeOf } from '../../../fakes/typist.ts'

const ACUTE: Key = { code: 'Equal', key: 'Dead' }
const CARON: Key = { code: 'Equal', key: 'Dead', shift: true }
const UNKNOWN: Key = { code: 'Quote', key: 'Dead' }

function openAccents() {
  let asked = 0
  const accents = createTypedAccents({
    refresh: () => (asked += 1),
    accentOf: ({ code, shift }) => (code !== 'Equal' ? undefined : shift ? '\u030c' : '\u0301')
  })
  const written = (...keys: readonly Key[]) =>
    accents
      .compose(keys.flatMap((key, index) => press(key, index * 100, 20)))
      .filter(({ type, key }) => type === 'down' && key !== 'Shift')
      .map(({ key }) => key)
      .join(' ')
  return { accents, written, asked: () => asked }
}

describe('accents that a person types by dead keys', () => {
  it.each([
    ['á', [ACUTE, keyOf('a')]],
    ['Á', [ACUTE, keyOf('A')]],
    ['ť u', [CARON, keyOf('t'), keyOf('u')]],
    ['´', [ACUTE, keyOf(' ')]],
    ['´', [ACUTE, ACUTE]],
    ['´ á', [ACUTE, ACUTE, ACUTE, keyOf('a')]],
    ['´ č', [ACUTE, CARON, keyOf('c')]],
    ['´ q', [ACUTE, keyOf('q')]],
    ['Enter a', [ACUTE, { code: 'Enter', key: 'Enter' }, keyOf('a')]],
    ['á', [ACUTE, { code: 'KeyA', key: 'á' }]],
    ['a', [UNKNOWN, keyOf('a')]]
  ])('write %s', (text, keys) => {
    expect(openAccents().written(...keys)).toBe(text)
  })

  it('are not put on a letter that came after a key which went to the window by itself', () => {
    const { accents, written } = openAccents()
    written(ACUTE)
    accents.passed(strokeOf('down', { code: 'ArrowLeft', key: 'ArrowLeft' }, 500))
    expect(written(keyOf('a'))).toBe('a')
  })

  it('ask for the keys of the computer anew, since its layout may have been changed', () => {
    const { written, asked } = openAccents()
    const before = asked()
    written(keyOf('a'))
    expect(asked()).toBe(before)
    written(ACUTE)
    expect(asked()).toBe(before + 1)
  })
})
