import fc from 'fast-check'
import { expect, it } from 'vitest'
import { encodeCommand } from '../../../src/core/barcode/commands.ts'
import { interpretScan } from '../../../src/core/barcode/interpret.ts'
import type { LabelText } from '../../../src/core/barcode/label-text.ts'
import { readingsOf } from '../../../src/core/barcode/reading.ts'
import { encodeOwnLabel } from '../../../src/core/barcode/own-label.ts'
import type { TaughtFormat } from '../../../src/core/barcode/taught/taught-format.ts'
import type { Day } from '../../../src/core/clock.ts'
import { draftOf, type Draft } from '../../../src/core/teaching/draft.ts'
import { layoutOf } from '../../../src/core/teaching/layout.ts'
import { PICKED_MEANINGS, type TaughtMeaning } from '../../../src/core/teaching/meaning.ts'
import type { TeachStep } from '../../../src/core/teaching/place.ts'
import { readBy } from '../../../src/core/teaching/read-by.ts'
import { formatProblem } from '../../../src/core/teaching/try-format.ts'
import { expectedOf } from '../../../src/core/teaching/finish.ts'
import { isUnreadable } from '../../../src/core/teaching/unreadable-piece.ts'

const today = '2026-11-23' as Day
const NO_HINTS = { isPart: () => false, isOrder: () => false }
const runs = Number(process.env.DOCKSIDE_FUZZ ?? 1) * 400

const value = fc.oneof(
  fc.stringMatching(/^[A-Z0-9]{1,8}$/),
  fc.stringMatching(/^[A-Z]{1,3}\d{1,6}$/),
  fc.integer({ min: 1, max: 99_999 }).map(String),
  fc.constantFrom('20271231', '271231', '0042', 'äöü', 'N/T', '')
)

/** Labels of one supplier: the same number of values, one separator, and perhaps marks. */
const labels = fc
  .record({
    separator: fc.constantFrom('|', ';', '/', '\x1d', ' ', '-', ',', '#', '\t', '||', '/-'),
    marks: fc.constantFrom<readonly string[]>([], ['LOT=', 'QTY=', 'PN=', 'X:'], ['A', 'B', 'C', 'D']),
    rows: fc
      .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([width, height]) =>
        fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: height, maxLength: height })
      )
  })
  .map(({ separator, marks, rows }) =>
    rows.map((row) => row.map((each, index) => `${marks[index] ?? ''}${each}`).join(separator))
  )

const anything = fc.array(fc.oneof(fc.string({ maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 40 })), {
  minLength: 1,
  maxLength: 4
})

const meaning = fc.constantFrom<TaughtMeaning>(...PICKED_MEANINGS, 'nothing')

const saying: fc.Arbitrary<TeachStep> = fc.oneof(
  meaning.map((each) => ({ kind: 'meaning', meaning: each }) as const),
  meaning.map((each) => ({ kind: 'meaning', meaning: each }) as const),
  fc.constant({ kind: 'other-way' } as const),
  fc.nat(4).map((way) => ({ kind: 'way', way }) as const),
  fc.nat(9).map((piece) => ({ kind: 'piece', piece }) as const),
  fc.nat(20).map((before) => ({ kind: 'cut', before }) as const)
)

const draft = (texts: fc.Arbitrary<readonly string[]>) =>
  fc.tuple(texts, fc.array(saying, { maxLength: 12 })).map(([samples, steps]) => {
    const scanned = [...new Set(samples)].map((text): TeachStep => ({ kind: 'sample', sample: { text, aim: null } }))
    return draftOf([...scanned, ...steps], NO_HINTS, today)
  })

/** A format that stands, as `DS:DONE` would keep it; absent where it would be refused. */
function formatOf(made: Draft): TaughtFormat | undefined {
  const layout = layoutOf(made)
  if (layout === undefined || made.uses.some(isUnreadable)) return undefined
  if (made.uses.every((use) => use.meaning === 'nothing')) return undefined
  const format: TaughtFormat = { name: 'NW', layout }
  const problem = formatProblem(format, made.samples, expectedOf(made), { knownCodes: () => [] }, today)
  return problem === undefined ? format : undefined
}

it('reads the labels that it was taught by again, with exactly what they were said to hold', () => {
  let kept = 0
  fc.assert(
    fc.property(draft(labels), (made) => {
      const format = formatOf(made)
      if (format === undefined) return
      kept += 1
      for (const [index, sample] of made.samples.entries()) {
        const label = readBy(format, sample, today)
        const read = label?.fields.filter((field) => field.meaning !== 'unknown') ?? []
        expect(read.map((field) => field.value).toSorted()).toEqual([...(expectedOf(made)[index] ?? [])].toSorted())
        for (const { identifier } of read) expect(identifier).toMatch(/^NW: /)
      }
    }),
    { numRuns: runs }
  )
  expect(kept).toBeGreaterThan(runs / 20)
})

it('is drafted of whatever was scanned and said without a fault', () => {
  fc.assert(
    fc.property(draft(fc.oneof(anything, labels)), (made) => {
      expect(made.uses.length).toBeLessThanOrEqual(24 + 20)
      formatOf(made)
    }),
    { numRuns: runs }
  )
})

const ours: readonly string[] = [
  ...(['done', 'undo', 'cancel', 'generate', 'home', 'count', 'hold'] as const).map((kind) => encodeCommand({ kind })),
  'DS:QTY:5',
  'DS:LOC:A-01',
  'DS:TEACH',
  'DS:NONSENSE',
  encodeOwnLabel({ partNumber: 'P-1', serial: 'S-1', lot: null, quantity: null, label: 'DS00000001', copy: 1 }),
  encodeOwnLabel({ partNumber: 'P-1', serial: null, lot: 'L-1', quantity: null, label: 'DS00000002', copy: 2 })
]

it('never changes what a command, a label of ours or a standard label means', () => {
  const standard: readonly LabelText[] = [
    { text: '[)>\x1e06\x1dPA-1\x1dQ5\x1d1TL7\x1e\x04', aim: null },
    { text: '010950600013435210L7', aim: ']C1' },
    { text: '09506000134352', aim: ']E0' }
  ]
  fc.assert(
    fc.property(draft(labels), (made) => {
      const layout = layoutOf(made)
      const taught = layout === undefined ? [] : [{ name: 'NW', layout }]
      for (const { text, aim } of [...ours.map((text) => ({ text, aim: null })), ...standard]) {
        const scan = { text, aim, source: 'other' } as const
        expect(interpretScan(scan, { today, taught })).toEqual(interpretScan(scan, { today }))
      }
    }),
    { numRuns: runs }
  )
})

it('never hides what a text means without it', () => {
  fc.assert(
    fc.property(draft(labels), fc.oneof(value, fc.string()), (made, text) => {
      const layout = layoutOf(made)
      const scan = { text, aim: null, source: 'other' } as const
      const without = readingsOf(interpretScan(scan, { today })).filter(({ kind }) => kind !== 'unreadable')
      const readings = readingsOf(
        interpretScan(scan, { today, taught: layout === undefined ? [] : [{ name: 'NW', layout }] })
      )
      for (const reading of without) expect(readings).toContainEqual(reading)
    }),
    { numRuns: runs }
  )
})
