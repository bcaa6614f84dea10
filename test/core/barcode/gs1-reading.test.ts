import { describe, expect, it } from 'vitest'
import { interpretScan } from '../../../src/core/barcode/interpret.ts'
import { readingsOf } from '../../../src/core/barcode/reading.ts'
import type { Day } from '../../../src/core/clock.ts'

const ITEM = '0109506000134352'

/** The fields of each reading; the text where it is one. */
function read(text: string): readonly string[] {
  const reading = interpretScan({ text, aim: null, source: 'other' }, { today: '2026-11-23' as Day })
  return readingsOf(reading).map((each) => {
    if (each.kind === 'supplier-label')
      return each.label.fields
        .map(({ identifier, value, content }) => `${identifier}=${value}${content.kind === 'invalid' ? '!' : ''}`)
        .join(' ')
    return each.kind === 'text' ? `text ${each.text}` : each.kind
  })
}

describe('GS1 that no carrier declares', () => {
  it.each([
    ['a wrong date', `${ITEM}17261332`, ['01=09506000134352 17=261332!', `text ${ITEM}17261332`]],
    ['an unknown identifier', `${ITEM}10L1\x1d249KEPT`, ['01=09506000134352 10=L1 249=KEPT']],
    ['the FNC1 in front as a separator', '\x1d10LOT1', ['10=LOT1']],
    ['the FNC1 before a package', '\x1d00106141411234567897', ['00=106141411234567897']],
    ['brackets and blanks', '(01) 09506000134352 (10) LOT', ['01=09506000134352 10=LOT']],
    ['a package and more', '0010614141123456789702X', ['00=106141411234567897 02=X!', 'text 0010614141123456789702X']],
    ['a separator that is spelled', `${ITEM}10ABC123<GS>21SER9`, ['01=09506000134352 10=ABC123 21=SER9']]
  ])('is read, with what is wrong on it and beside what else it may be: %s', (_, text, readings) => {
    expect(read(text)).toEqual(readings)
  })

  it.each(['0109506000134352-REV2', '0109506000134353', '(10)123', 'LOT]21SER9', '249KEPT'])(
    'is not seen in a text that only begins like it: %s',
    (text) => {
      expect(read(text)).toEqual([`text ${text}`])
    }
  )
})

describe('separators in GS1 that were replaced', () => {
  it.each(['<GS>', '{GS}', '[GS]'])('are put back where they are spelled out: %s', (spelled) => {
    expect(read(`]C1${ITEM}10ABC123${spelled}21SER9`)).toEqual(['01=09506000134352 10=ABC123 21=SER9'])
  })

  it.each([']', '#', '|', '~'])(
    'are offered where a character that no value can hold stands for them: %s',
    (standIn) => {
      expect(read(`]C1${ITEM}10ABC123${standIn}21SER9`)).toEqual([
        '01=09506000134352 10=ABC123 21=SER9',
        `01=09506000134352 10=ABC123${standIn}21SER9!`
      ])
    }
  )

  it('are not guessed where what follows is no field', () => {
    expect(read(`]C1${ITEM}10ABC#2X`)).toEqual(['01=09506000134352 10=ABC#2X!'])
  })
})
