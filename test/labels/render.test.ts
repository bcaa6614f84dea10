import { describe, expect, it } from 'vitest'
import type { LabelContent } from '../../src/labels/content.ts'
import type { Media } from '../../src/labels/media.ts'
import { describeLabelRefusal } from '../../src/labels/refusal.ts'
import { renderLabel } from '../../src/labels/render.ts'
import type { LabelRendering } from '../../src/labels/render.ts'
import { layoutFaults } from './layout-faults.ts'
import { ALL_DPI, command, location, lot, unit, usualMedia } from './some-content.ts'

const every: readonly LabelContent[] = [unit, lot, location, command]

describe('a label', () => {
  it.each(every)('is written as the reviewed format: $kind', async (content) => {
    const zpl = Buffer.from(rendered(content, usualMedia(content, 203)).zpl).toString('latin1')
    await expect(zpl).toMatchFileSnapshot(`../fixtures/labels/${content.kind}.zpl`)
  })

  it.each(every)('shows each fact whole where there is room: $kind', (content) => {
    for (const dpi of ALL_DPI) {
      const { texts } = rendered(content, usualMedia(content, dpi))
      expect(texts.filter(({ fate }) => fate !== 'whole')).toEqual([])
    }
  })

  it('says its darkness and speed where they are set, and nothing of them where they are left to the printer', () => {
    const zpl = (media: Media, content: LabelContent = unit): string =>
      Buffer.from(rendered(content, media).zpl).toString('latin1')
    const media = usualMedia(unit, 203)
    expect(zpl(media)).not.toMatch(/\^MD-?\d|\^PR/)
    expect(zpl({ ...media, burn: { darkness: -5, speedIps: 4 } })).toContain('^JZY^MD-5^PR4\n')
    expect(zpl({ ...media, burn: {} })).toBe(zpl(media))
    const test: LabelContent = { ...command, burn: { darkness: 10 } }
    expect(zpl({ ...media, burn: { darkness: -5, speedIps: 4 } }, test)).toContain('^MD10^PR4\n')
  })

  it('sets the code largest', () => {
    for (const content of every.slice(0, 3)) {
      const [code, ...others] = rendered(content, usualMedia(content, 203)).texts
      const largest = Math.max(...others.flatMap(({ runs }) => runs.map(({ heightDots }) => heightDots)))
      expect(Math.max(...(code?.runs ?? []).map(({ heightDots }) => heightDots))).toBeGreaterThanOrEqual(largest)
    }
  })

  it('says which copy it is from the second on', () => {
    expect(textOf({ ...unit, copy: 1 }, 'copy')).toBeUndefined()
    expect(textOf({ ...unit, copy: 2 }, 'copy')).toBe('copy 2')
    expect(textOf({ ...lot, copy: 14 }, 'copy')).toBe('copy 14')
    expect(textOf({ ...location, copy: 3 }, 'copy')).toBe('copy 3')
    expect(textOf({ ...command, copy: 3 }, 'copy')).toBe('copy 3')
  })

  it('makes text smaller first, then ends it in three points, and says so', () => {
    const small = rendered({ ...unit, description: 'Frequency inverter 7.5 kW, IP55, 400 V' }, usualMedia(unit, 203))
    expect(small.texts.find(({ field }) => field === 'description')?.fate).toBe('whole')
    const long = rendered({ ...unit, description: 'Frequency inverter '.repeat(20) }, usualMedia(unit, 203))
    const description = long.texts.find(({ field }) => field === 'description')
    expect(description?.fate).toBe('shortened')
    expect(description?.runs.at(-1)?.text).toMatch(/\.\.\.$/)
    expect(description?.runs.every(({ heightDots }) => heightDots === 16)).toBe(true)
  })

  it('counts a text beyond all measure as shortened even where the rest of it would fit', () => {
    const media: Media = { widthMm: 152, heightMm: 152, dpi: 203 }
    const { texts } = rendered({ ...command, title: 'word '.repeat(1000) }, media)
    expect(texts.find(({ field }) => field === 'title')?.fate).toBe('shortened')
  })

  it('shows a date and a number whole or not at all, and the expiry always', () => {
    for (let widthMm = 26; widthMm <= 51; widthMm += 1) {
      const media: Media = { widthMm, heightMm: 25, dpi: 203 }
      const rendering = renderLabel({ ...lot, supplierLot: null, order: null }, media)
      if (!rendering.ok) continue
      const fates = new Map(rendering.texts.map(({ field, fate }) => [field, fate]))
      expect(fates.get('expiry')).toBe('whole')
      for (const field of ['quantity', 'receivedOn', 'label']) expect(fates.get(field)).not.toBe('shortened')
    }
  })

  it('never shortens the code, however long and wide', () => {
    for (const serial of ['W'.repeat(48), '@'.repeat(48), '-'.repeat(48)]) {
      const { texts } = rendered({ ...unit, serial }, usualMedia(unit, 203))
      const text = texts.find(({ field }) => field === 'serial')
      expect(text?.fate).toBe('whole')
      expect(
        text?.runs
          .filter(({ heightDots }) => heightDots > 0)
          .map((run) => run.text)
          .join('')
      ).toBe(`SN${serial}`)
    }
  })

  it('breaks a long code behind its separators where it can', () => {
    const { texts } = rendered(
      { ...location, code: 'BUILDING-7/HALL-2/RACK-A/BAY-01/SHELF-03' },
      usualMedia(location, 203)
    )
    const [first, ...later] = texts[0]?.runs ?? []
    expect([first, ...later].map((run) => run?.text)).toEqual(['BUILDING-7/', 'HALL-2/RACK-A/', 'BAY-01/SHELF-03'])
  })

  it.each(['1', 'W', '~', '-'].flatMap((character) => ALL_DPI.map((dpi) => ({ character, dpi }))))(
    'keeps all its rules for codes of every length, made of $character at $dpi dpi',
    ({ character, dpi }) => {
      for (let length = 1; length <= 48; length += 1) {
        const code = character.repeat(length)
        const contents: readonly LabelContent[] = [
          { ...unit, copy: 999_999_999, serial: code, partNumber: code, lot: code, revision: code, order: code },
          { ...lot, copy: 999_999_999, lot: code, partNumber: code, supplierLot: code, revision: code, unit: code },
          { ...location, code }
        ]
        for (const content of contents) {
          const media = usualMedia(content, dpi)
          expect(layoutFaults(rendered(content, media), media)).toEqual([])
        }
      }
    }
  )

  it('has the Code 128 when its smallest module fits, and only the Data Matrix when it does not', () => {
    for (const dpi of ALL_DPI) {
      expect(symbolsOf({ ...unit, serial: 'SN26-0000123' }, usualMedia(unit, dpi))).toEqual(['data-matrix', 'code-128'])
      expect(symbolsOf({ ...unit, serial: 'SN26-00000123' }, usualMedia(unit, dpi))).toEqual(['data-matrix'])
      expect(symbolsOf({ ...unit, serial: '1234567890123456789012' }, usualMedia(unit, dpi))).toEqual([
        'data-matrix',
        'code-128'
      ])
    }
  })

  it('is refused with the sizes when the Data Matrix does not fit', () => {
    const refusal = refused(unit, { widthMm: 20, heightMm: 8, dpi: 203 })
    expect(refusal).toEqual({
      kind: 'symbol-does-not-fit',
      modules: 24,
      moduleMm: 0.25,
      needed: { widthMm: 9, heightMm: 9 },
      media: { widthMm: 20, heightMm: 8 }
    })
    expect(describeLabelRefusal(refusal)).toContain('needs 9 × 9 mm at its smallest (0.25 mm a module)')
  })

  it('is refused with the sizes when the code has no room beside the Data Matrix', () => {
    const refusal = refused({ ...unit, serial: 'W'.repeat(48) }, { widthMm: 30, heightMm: 16, dpi: 300 })
    expect(refusal).toMatchObject({ kind: 'text-does-not-fit', field: 'serial', smallestTextMm: 2 })
    expect(describeLabelRefusal(refusal)).toContain('on a label of 30 × 16 mm')
  })

  it('is refused when its codes leave no escape character for the symbol', () => {
    const characters = String.fromCharCode(...Array.from({ length: 94 }, (_, index) => 0x21 + index))
    const content = { ...unit, serial: characters.slice(0, 48), partNumber: characters.slice(48) }
    expect(refused(content, usualMedia(unit, 203)).kind).toBe('symbol-without-escape')
  })

  it('is refused for media that are none, a number that is none, and a code that is none', () => {
    expect(refused(unit, { widthMm: 0, heightMm: 25, dpi: 203 }).kind).toBe('media-unusable')
    expect(refused(unit, { widthMm: Number.NaN, heightMm: 25, dpi: 203 }).kind).toBe('media-unusable')
    expect(refused({ ...unit, label: 'X1' }, usualMedia(unit, 203)).kind).toBe('label-number-unusable')
    expect(refused({ ...unit, copy: 0 }, usualMedia(unit, 203)).kind).toBe('label-number-unusable')
    expect(describeLabelRefusal(refused({ ...unit, partNumber: 'ü' }, usualMedia(unit, 203)))).toBe(
      'The part number "ü" cannot be printed as a symbol: it holds a character that is not printable ASCII. Correct it in its record.'
    )
    expect(refused({ ...lot, lot: ' L' }, usualMedia(lot, 203))).toMatchObject({
      kind: 'code-unusable',
      field: 'lot',
      problem: 'outer-blank'
    })
  })
})

function rendered(content: LabelContent, media: Media): LabelRendering & { readonly ok: true } {
  const rendering = renderLabel(content, media)
  if (!rendering.ok) throw new Error(`Refused: ${describeLabelRefusal(rendering.refusal)}`)
  return rendering
}

function refused(content: LabelContent, media: Media): (LabelRendering & { readonly ok: false })['refusal'] {
  const rendering = renderLabel(content, media)
  if (rendering.ok) throw new Error('The label was made')
  return rendering.refusal
}

function symbolsOf(content: LabelContent, media: Media): readonly string[] {
  return rendered(content, media).symbols.map(({ kind }) => kind)
}

function textOf(content: LabelContent, field: string): string | undefined {
  const text = rendered(content, usualMedia(content, 203)).texts.find((placed) => placed.field === field)
  return text?.runs.map((run) => run.text).join(' ')
}
