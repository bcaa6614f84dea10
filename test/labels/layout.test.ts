import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { PNG } from 'pngjs'
import { planDataMatrix } from '../../src/labels/data-matrix.ts'
import { mediaDots } from '../../src/labels/media.ts'
import type { Media } from '../../src/labels/media.ts'
import { renderLabel } from '../../src/labels/render.ts'
import type { LabelRendering } from '../../src/labels/render.ts'
import { dataMatrixData, encodeFormat } from '../../src/labels/zpl.ts'
import { createTestDrawer } from './test-drawer.ts'
import { grown, layoutFaults } from './layout-faults.ts'
import { readSymbols } from './read-symbols.ts'
import { ALL_DPI, anyContent, command, location, lot, unit, usualMedia } from './some-content.ts'

const drawer = createTestDrawer()
afterAll(() => drawer.close())

const runs = Number(process.env['LABEL_LAYOUTS'] ?? 400)

const anyMedia: fc.Arbitrary<Media> = fc.record({
  widthMm: fc.double({ min: 15, max: 160, noNaN: true }),
  heightMm: fc.double({ min: 8, max: 160, noNaN: true }),
  dpi: fc.constantFrom(...ALL_DPI)
})

describe('the layout of a label', () => {
  it('keeps edges, quiet zones, smallest modules and smallest text on the usual labels, whatever they say', () => {
    fc.assert(
      fc.property(anyContent, fc.constantFrom(...ALL_DPI), (content, dpi) => {
        const media = usualMedia(content, dpi)
        expect(layoutFaults(rendered(renderLabel(content, media)), media)).toEqual([])
      }),
      { numRuns: runs }
    )
  })

  it('keeps them on any other label, or refuses it with the sizes', () => {
    fc.assert(
      fc.property(anyContent, anyMedia, (content, media) => {
        const rendering = renderLabel(content, media)
        if (rendering.ok) expect(layoutFaults(rendering, media)).toEqual([])
        else expect(rendering.refusal.kind).toMatch(/does-not-fit$/)
      }),
      { numRuns: runs }
    )
  })

  it.each(ALL_DPI)('is what a reader and the ink show at %i dpi', async (dpi) => {
    for (const content of [unit, { ...unit, copy: 12 }, lot, location, command]) {
      const media = usualMedia(content, dpi)
      const rendering = rendered(renderLabel(content, media))
      const png = await drawer.draw(rendering.zpl, media)
      const found = await readSymbols(png)
      expect(found).toHaveLength(rendering.symbols.length)
      for (const { kind, plan, box } of rendering.symbols) {
        const symbol = found.find(({ format }) => format === (kind === 'code-128' ? 'Code128' : 'DataMatrix'))
        expect(symbol?.text).toBe(plan.text)
        expect(distance(symbol?.left, box.xDots)).toBeLessThanOrEqual(1)
        expect(distance(symbol?.right, box.xDots + box.widthDots)).toBeLessThanOrEqual(1)
        // The reader looks at a bar code line by line and may leave out the outermost ones.
        const linesLeftOut = kind === 'code-128' ? 6 : 1
        expect(distance(symbol?.top, box.yDots)).toBeLessThanOrEqual(linesLeftOut)
        expect(distance(symbol?.bottom, box.yDots + box.heightDots)).toBeLessThanOrEqual(linesLeftOut)
      }
      expect(inkOutsideBoxes(png, rendering, media)).toBe(0)
    }
  })

  it('gives every printable character the width that it is drawn in', async () => {
    const media: Media = { widthMm: 80, heightMm: 12, dpi: 203 }
    for (let point = 0x21; point < 0x7f; point += 1) {
      const rendering = rendered(renderLabel({ ...command, title: String.fromCharCode(point).repeat(12) }, media))
      expect(inkOutsideBoxes(await drawer.draw(rendering.zpl, media), rendering, media)).toBe(0)
    }
  })

  it('knows the size of every Data Matrix that is filled to its last codeword', async () => {
    const media: Media = { widthMm: 40, heightMm: 40, dpi: 203 }
    const incompressible = 'a$B;'.repeat(300)
    for (let length = 1, modules = 0; length <= 816; length += 1) {
      const planning = planDataMatrix(incompressible.slice(0, length))
      const next = planDataMatrix(incompressible.slice(0, length + 1))
      if (!planning.ok) throw new Error(planning.problem.kind)
      if (next.ok && next.plan.modules === planning.plan.modules) continue
      expect(planning.plan.modules).toBeGreaterThan(modules)
      modules = planning.plan.modules
      const { escape } = planning.plan
      const zpl = encodeFormat(media, [
        {
          kind: 'data-matrix',
          xDots: 20,
          yDots: 20,
          moduleDots: 2,
          modules,
          escape,
          data: dataMatrixData(planning.plan)
        }
      ])
      const [symbol] = await readSymbols(await drawer.draw(zpl, media))
      expect(symbol?.text).toBe(planning.plan.text)
      expect(distance(symbol?.right, 20 + 2 * modules)).toBeLessThanOrEqual(1)
    }
  })
})

function distance(found: number | undefined, expected: number): number {
  return Math.abs((found ?? Number.NaN) - expected)
}

function rendered(rendering: LabelRendering): LabelRendering & { readonly ok: true } {
  if (!rendering.ok) throw new Error(`Refused: ${JSON.stringify(rendering.refusal)}`)
  return rendering
}

/** Black dots that lie in no box of the layout; a dot of blur at its border is allowed. */
function inkOutsideBoxes(png: Uint8Array, rendering: LabelRendering & { readonly ok: true }, media: Media): number {
  const boxes = [
    ...rendering.symbols.map(({ box }) => box),
    ...rendering.texts.flatMap(({ runs }) => runs.map(({ box }) => box))
  ].map((box) => grown(box, 1, 1))
  const picture = PNG.sync.read(Buffer.from(png))
  const { widthDots, heightDots } = mediaDots(media)
  let outside = 0
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      if ((picture.data[(y * widthDots + x) * 4] ?? 255) > 127) continue
      const inside = boxes.some(
        (box) => x >= box.xDots && x < box.xDots + box.widthDots && y >= box.yDots && y < box.yDots + box.heightDots
      )
      if (!inside) outside += 1
    }
  }
  return outside
}
