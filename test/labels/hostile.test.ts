import { afterAll, describe, expect, it } from 'vitest'
import { encodeOwnLabel } from '../../src/core/barcode/own-label.ts'
import { codeProblem } from '../../src/core/code.ts'
import { renderLabel } from '../../src/labels/render.ts'
import { commandsIn } from './format-commands.ts'
import { createTestDrawer } from './test-drawer.ts'
import { readSymbols } from './read-symbols.ts'
import { command, location, lot, unit, usualMedia } from './some-content.ts'

const drawer = createTestDrawer()
afterAll(() => drawer.close())

const hostile: readonly { readonly name: string; readonly text: string }[] = [
  '^XZ^XA^FDX^FS^XZ',
  '~JR',
  '~JA',
  '^CC!',
  '~CC!',
  '^JUF',
  '~DGR:X,1,1,FF',
  '! U1 setvar "device.reset" ""',
  '_5EXZ',
  '\\5EXZ',
  '_1_2_3_d094XZ',
  '~1~2~d094',
  '>:>;>8>5>9>01',
  "'; DROP TABLE unit;--",
  '<img src=x onerror=1>',
  '\\&',
  '\\(-)',
  '${process.exit()}',
  'A^',
  '^',
  '=cmd|/c calc!A1',
  'W'.repeat(4096),
  '^XA'.repeat(1400),
  '\x1b[2J',
  '\x00\x02^XA\x03\x7f',
  'A\r\n^XZ\r\n~JR',
  '\u202e\u200f^ZX',
  '\ud800^XZ',
  '＾ＸＺ',
  '\u00c0\u00af',
  '\u{1f4e6} \u4e2d\u6587 \u05d0\u05d1'
].map((text) => ({ name: JSON.stringify(text.slice(0, 40)), text }))

/** All that a label's format may hold. */
const OWN_COMMANDS: readonly string[] =
  '^XA ^CI ^MU ^JM ^PW ^LL ^LH ^LS ^PO ^PM ^LR ^MM ^MN ^CV ^JZ ^FO ^FT ^A ^FR ^FH ^FD ^FS ^BX ^BY ^BC ^GB ^PQ ^XZ'.split(
    ' '
  )

describe('hostile text on a label', () => {
  it.each(hostile)('starts no command wherever it stands: $name', ({ text }) => {
    const code = codeProblem(text) === undefined ? text : 'A-1'
    const contents = [
      { ...unit, serial: code, lot: code, partNumber: code, description: text, revision: text, order: text },
      { ...lot, lot: code, partNumber: code, description: text, unit: text, supplierLot: text, order: text },
      { ...location, code, description: text },
      { ...command, title: text, code }
    ]
    for (const content of contents) {
      const rendering = renderLabel(content, usualMedia(content, 203))
      if (!rendering.ok) throw new Error(rendering.refusal.kind)
      const commands = commandsIn(rendering.zpl)
      expect(commands.filter((found) => !OWN_COMMANDS.includes(found))).toEqual([])
      expect(commands.filter((found) => found === '^XA')).toHaveLength(1)
      expect(commands.at(0)).toBe('^XA')
      expect(commands.at(-1)).toBe('^XZ')
      const fields = rendering.texts.flatMap(({ runs }) => runs).length + rendering.symbols.length
      expect(commands.filter((found) => found === '^FD')).toHaveLength(fields)
      expect([...rendering.zpl].filter((byte) => byte !== 0x0a && (byte < 0x20 || byte > 0x7e))).toEqual([])
    }
  })

  it.each(hostile.filter(({ text }) => codeProblem(text) === undefined))(
    'is what the symbols hold when it is a code: $name',
    async ({ text }) => {
      const content = { ...unit, serial: text, lot: text, partNumber: text }
      const { label, copy } = content
      const media = { widthMm: 152, heightMm: 40, dpi: 203 } as const
      const rendering = renderLabel(content, media)
      if (!rendering.ok) throw new Error(rendering.refusal.kind)
      const found = await readSymbols(await drawer.draw(rendering.zpl, media))
      expect(found.map((symbol) => symbol.text)).toEqual([
        encodeOwnLabel({ partNumber: text, serial: text, lot: text, quantity: null, label, copy }),
        text
      ])
    }
  )

  it.each(hostile.filter(({ text }) => codeProblem(text) !== undefined))(
    'is refused with its reason when it is to be a code and cannot: $name',
    ({ text }) => {
      const rendering = renderLabel({ ...unit, serial: text }, usualMedia(unit, 203))
      expect(rendering).toMatchObject({ ok: false, refusal: { kind: 'code-unusable', field: 'serial', text } })
    }
  )
})
