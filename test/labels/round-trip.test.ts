import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { encodeOwnLabel } from '../../src/core/barcode/own-label.ts'
import type { LotLabel, UnitLabel } from '../../src/labels/content.ts'
import type { Dpi, Media } from '../../src/labels/media.ts'
import { renderLabel } from '../../src/labels/render.ts'
import { createTestDrawer } from './test-drawer.ts'
import { readSymbols } from './read-symbols.ts'
import { ALL_DPI, anyLot, anyUnit, command, location, unit, usualMedia } from './some-content.ts'

const drawer = createTestDrawer()
afterAll(() => drawer.close())

/** Labels at each resolution. Ten thousand take about an hour. */
const LABELS = Number(process.env['LABEL_SERIALS'] ?? 60)

/** Wide enough for the Code 128 of the longest code. */
const wide = (dpi: Dpi): Media => ({ widthMm: 152, heightMm: 40, dpi })

const printableAscii = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 0x20 + index))

describe('a label, drawn and read back', () => {
  it.each(ALL_DPI)(
    'holds what its content says at %i dpi',
    async (dpi) => {
      const anyLabel = fc.oneof(anyUnit, anyLot)
      await fc.assert(
        fc.asyncProperty(anyLabel, fc.boolean(), async (content, onWideMedia) => {
          await expectReadBack(content, onWideMedia ? wide(dpi) : usualMedia(content, dpi))
        }),
        { numRuns: LABELS }
      )
    },
    60_000 + LABELS * 2_000
  )

  it.each(ALL_DPI)('holds every printable ASCII character in both symbols at %i dpi', async (dpi) => {
    for (const serial of [printableAscii.slice(1, 49), printableAscii.slice(47), `~ !`]) {
      const { linear } = await expectReadBack({ ...unit, serial, lot: serial }, wide(dpi))
      expect(linear).toBe(serial)
    }
  })

  it('holds a serial of any single character, alone and before and after each other kind of character', async () => {
    for (const character of printableAscii.slice(1)) await expectReadBack({ ...unit, serial: character }, wide(203))
    for (const tail of ['A', '>', '~', '^', '_', '1', '12', '123', '>>', '>A']) {
      for (const head of ['>', '1', '12345', 'a^', '~']) {
        await expectReadBack({ ...unit, serial: `${head}${tail}` }, wide(203))
      }
    }
  })

  it.each(ALL_DPI)(
    'carries the command of a place or of the clerk’s sheet in each of its symbols at %i dpi',
    async (dpi) => {
      for (const [content, text] of [
        [location, 'DS:LOC:A-01'],
        [{ ...location, code: 'a_b~c^d>ef' }, 'DS:LOC:a_b~c^d>ef'],
        [command, 'DS:DONE'],
        [{ ...command, code: `DS:ORDER:${'9'.repeat(30)}` }, `DS:ORDER:${'9'.repeat(30)}`]
      ] as const) {
        const rendering = renderLabel(content, wide(dpi))
        if (!rendering.ok) throw new Error(rendering.refusal.kind)
        const found = await readSymbols(await drawer.draw(rendering.zpl, wide(dpi)))
        expect(found.map((symbol) => symbol.text)).toEqual([text, text])
      }
    }
  )
})

async function expectReadBack(content: UnitLabel | LotLabel, media: Media): Promise<{ linear: string | undefined }> {
  const rendering = renderLabel(content, media)
  if (!rendering.ok) throw new Error(`Refused: ${JSON.stringify(rendering.refusal)}`)
  const found = await readSymbols(await drawer.draw(rendering.zpl, media))
  const { partNumber, label, copy } = content
  const ownLabel =
    content.kind === 'unit'
      ? { partNumber, serial: content.serial, lot: content.lot, quantity: null, label, copy }
      : { partNumber, serial: null, lot: content.lot, quantity: content.quantity, label, copy }
  const matrix = { aim: ']d1', text: encodeOwnLabel(ownLabel) }
  const linear = { aim: ']C0', text: content.kind === 'unit' ? content.serial : content.lot }
  const hasLinear = rendering.symbols.some(({ kind }) => kind === 'code-128')
  const read = found.map(({ aim, text }) => ({ aim, text })).sort((a, b) => b.aim.localeCompare(a.aim))
  expect(read).toEqual(hasLinear ? [matrix, linear] : [matrix])
  for (const { kind, box } of rendering.symbols) {
    const symbol = found.find(({ format }) => format === (kind === 'code-128' ? 'Code128' : 'DataMatrix'))
    const widthDots = (symbol?.right ?? Number.NaN) - (symbol?.left ?? Number.NaN)
    expect(Math.abs(widthDots - box.widthDots)).toBeLessThanOrEqual(1)
  }
  return { linear: hasLinear ? linear.text : undefined }
}
