import { describe, expect, it } from 'vitest'
import { planCode128 } from '../../src/labels/code128.ts'
import { code128Data, dataMatrixData, encodeFormat, textData } from '../../src/labels/zpl.ts'
import type { ZplField } from '../../src/labels/zpl.ts'

const media = { widthMm: 50.8, heightMm: 25.4, dpi: 203 } as const
const text: ZplField = {
  kind: 'text',
  xDots: 8,
  baselineDots: 24,
  heightDots: 20,
  reversed: false,
  data: textData('A')
}

describe('a ZPL format', () => {
  it('says every setting that it relies on, and prints one label', () => {
    expect(written([])).toBe('^XA^CI28^MUD^JMA^PW406^LL203^LH0,0^LS0^PON^PMN^LRN^MMT^MNY^CVY^JZY\n^PQ1,0,0,N^XZ\n')
  })

  it('says how the media are found and handled', () => {
    expect(Buffer.from(encodeFormat({ ...media, tracking: 'mark', handling: 'cutter' }, [])).toString()).toContain(
      '^MMC^MNM'
    )
    expect(
      Buffer.from(encodeFormat({ ...media, tracking: 'continuous', handling: 'peel-off' }, [])).toString()
    ).toContain('^MMP^MNN')
  })

  it('leaves plain text legible and escapes all that could mean something', () => {
    expect(textData('PUMP-100 24 V, (2 l/h)')).toBe('PUMP-100 24 V, (2 l/h)')
    expect(textData('^~\\_>%\x1b\x7f')).toBe('\\5E\\7E\\5C\\5F>\\25\\1B\\7F')
    expect(textData('é€📦')).toBe('\\C3\\A9\\E2\\82\\AC\\F0\\9F\\93\\A6')
  })

  it('refuses a Data Matrix whose escape character is in its text', () => {
    expect(() => dataMatrixData({ text: 'A_B', escape: '_', modules: 10 })).toThrow('escape character')
  })

  it('spells a Code 128 so that prefix characters are data', () => {
    const plan = planCode128('A^B>CD')
    expect(plan && code128Data(plan)).toBe('>:A\\5EB>0CD')
  })

  it('takes escaped text alone, and each only in its own kind of field', () => {
    // @ts-expect-error raw text must not reach a printer
    const raw: ZplField = { ...text, data: '^XZ' }
    // @ts-expect-error the data of a Code 128 has invocations that mean nothing in a text
    const mixed: ZplField = { ...text, data: planCode128('AB') && code128Data({ ...nothing }) }
    expect([raw.kind, mixed.kind]).toEqual(['text', 'text'])
  })

  it.each([-1, 1.5, Number.NaN, 32_001])('takes %d dots for a bug', (dots) => {
    expect(() => encodeFormat(media, [{ ...text, xDots: dots }])).toThrow('whole dots')
  })
})

const nothing = { text: '', mode: 'N', spelling: '', modules: 0 } as const

function written(fields: readonly ZplField[]): string {
  return Buffer.from(encodeFormat(media, fields)).toString('latin1')
}
