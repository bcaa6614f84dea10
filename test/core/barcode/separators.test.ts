import { describe, expect, it } from 'vitest'
import { undoHeaderStandIns, undoStandIns } from '../../../src/core/barcode/separators.ts'

const message = '[)>\x1e06\x1dPA-1\x1d9D2024.09\x1dK7/3\x1e\x04'

describe('separators that the header of a message explains', () => {
  it.each([
    ['<RS>', '<GS>', '<EOT>'],
    ['{RS}', '{GS}', '{EOT}'],
    ['[RS]', '[GS]', '[EOT]'],
    ['\\x1e', '\\x1d', '\\x04'],
    ['\\u001E', '\\u001D', '\\u0004'],
    ['^^', '^]', '^D'],
    ['^', ']', '\x04'],
    ['|', '~', '\x04'],
    ['\u241e', '\u241d', '\x04'],
    ['@', '$', '\x04'],
    ['\x1e', '|', '\x04']
  ])('are put back from %s, %s and %s', (record, group, end) => {
    const written = message.replaceAll('\x1e', record).replaceAll('\x1d', group).replaceAll('\x04', end)
    expect(undoHeaderStandIns(written)).toBe(message)
  })

  it('are put back where one character stands for all, and where RS stands for GS', () => {
    expect(undoHeaderStandIns('[)>|06|PA-1|Q3')).toBe('[)>\x1e06\x1dPA-1\x1dQ3')
    expect(undoHeaderStandIns('[)>\x1e06\x1ePA-1\x1eQ3')).toBe('[)>\x1e06\x1dPA-1\x1dQ3')
  })

  it.each(['.', '-', '/', '_', '+', '#', ' ', ','])('are not taken from %j, which values are full of', (character) => {
    const written = `[)>${character}06${character}PA-1${character}Q3`
    expect(undoHeaderStandIns(written)).toBe(written)
  })

  it('are left alone where they are whole, and in any other text', () => {
    for (const text of [message, '[)>06\x1dPA-1', '', 'A|B', '{GS}', '[)>\x1eXY']) {
      expect(undoHeaderStandIns(text)).toBe(text)
    }
  })

  it('leave a value alone that only looks like the end', () => {
    expect(undoHeaderStandIns('[)>|06|PA-1|1TL^D')).toBe('[)>\x1e06\x1dPA-1\x1d1TL^D')
  })
})

describe('separators of a scanner that types', () => {
  it('are put back from pictures, private-use characters and console glyphs', () => {
    expect(undoStandIns('\u241d\uf70b\u2194 \u241e\uf70c\u25b2 \u2404 A')).toBe('\x1d\x1d\x1d \x1e\x1e\x1e \x04 A')
  })
})
