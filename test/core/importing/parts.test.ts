import { describe, expect, it } from 'vitest'
import { parseParts, revisionTexts, sharedPartTexts } from '../../../src/core/importing/parts.ts'
import type { CellValue } from '../../../src/core/importing/table.ts'
import { itemsOf, problemsOf, tableOf } from './table-of.ts'

type Row = Readonly<Record<string, CellValue>>

const captured: Row = { part_number: 'FC-7700', revision: 'C', tracking: 'serial', serial_source: 'captured' }
const generated: Row = {
  part_number: 'BR-2041',
  tracking: 'serial',
  serial_source: 'generated',
  serial_pattern: 'BR-{YY}-{####}'
}
const lot: Row = { part_number: 'OR-0560', tracking: 'lot', lot_source: 'supplier' }
const untracked: Row = { part_number: 'SC-M4', tracking: 'untracked' }

function problemOf(row: Row): string | undefined {
  const parsed = parseParts(tableOf(row))
  expect(parsed.rows).toHaveLength(parsed.problems.length === 0 ? 1 : 0)
  expect(parsed.problems.length).toBeLessThanOrEqual(1)
  return problemsOf(parsed)[0]
}

describe('a part', () => {
  it('is read with all that a file can say of it', () => {
    const row = {
      ...captured,
      description: 'Flight controller',
      unit: 'pcs',
      serial_mask: 'FC-####',
      shelf_life_days: '365',
      inspection: 'Yes',
      supplier_part_numbers: ' B-2 ; A-1;;A-1',
      gtin: '4006381333931'
    }
    expect(itemsOf(parseParts(tableOf(row)))).toEqual([
      {
        partNumber: 'FC-7700',
        revision: 'C',
        description: 'Flight controller',
        tracking: 'serial',
        unit: 'pcs',
        serialSource: 'captured',
        serialPattern: null,
        serialMask: 'FC-####',
        lotSource: null,
        lotPattern: null,
        shelfLifeDays: 365,
        inspection: true,
        supplierPartNumbers: ['A-1', 'B-2'],
        gtin14: '04006381333931'
      }
    ])
  })

  it.each([
    ['serials by its pattern', { ...generated, serial_source: '' }, { serialSource: 'generated' }],
    ['the supplier’s serials without one', { ...captured, serial_source: '' }, { serialSource: 'captured' }],
    ['lots by its pattern', { ...lot, lot_source: '', lot_pattern: 'L{YY}-{###}' }, { lotSource: 'generated' }],
    ['the supplier’s lots without one', { ...lot, lot_source: '' }, { lotSource: 'supplier' }]
  ])('that does not say where its numbers come from has %s', (_, row: Row, source) => {
    expect(itemsOf(parseParts(tableOf(row)))).toEqual([expect.objectContaining(source)])
  })

  it('needs no more than a number and a tracking type where it is untracked', () => {
    expect(itemsOf(parseParts(tableOf(untracked)))).toEqual([
      expect.objectContaining({ revision: '', description: '', unit: 'pcs', inspection: false, gtin14: null })
    ])
  })

  it.each([
    ['captured serials', captured],
    ['captured serials with a mask', { ...captured, serial_mask: '@@-####' }],
    ['generated serials', generated],
    ["a supplier's lots", lot],
    ["a supplier's lots with a pattern of ours", { ...lot, lot_pattern: 'L{YY}-{###}' }],
    ['generated lots', { ...lot, lot_source: 'generated', lot_pattern: 'L{YY}-{###}' }],
    ['lots of own runs', { ...lot, lot_source: 'run' }],
    ['no identity', untracked]
  ])('may have %s', (_, row: Row) => {
    expect(problemOf(row)).toBeUndefined()
  })

  it.each([
    [{ tracking: 'Serial' }, 'tracking: it is one of serial, lot, untracked'],
    [{ tracking: '' }, 'tracking: it may not be empty'],
    [{ part_number: '' }, 'part_number: it may not be empty'],
    [{ part_number: ' FC' }, 'part_number: it begins or ends with a blank'],
    [{ part_number: 'FÜ' }, 'part_number: it holds a character that is not printable ASCII'],
    [{ part_number: 'x'.repeat(49) }, 'part_number: it is longer than 48 characters'],
    [{ part_number: 7700 }, 'part_number: a code is text'],
    [{ part_number: 'ds:done' }, 'part_number: it begins as a command'],
    [{ revision: 'C\n' }, 'revision: it holds a character'],
    [{ description: 'a\u0007' }, 'description: it holds a control character'],
    [{ description: 'x'.repeat(1001) }, 'description: it is longer than 1000 characters'],
    [{ unit: ' pcs' }, 'unit: it begins or ends with a blank'],
    [{ shelf_life_days: '0' }, 'shelf_life_days: it is a whole number'],
    [{ shelf_life_days: '1.5' }, 'shelf_life_days: it is a whole number'],
    [{ shelf_life_days: '365 days' }, 'shelf_life_days: it is a whole number'],
    [{ inspection: 'maybe' }, 'inspection: it is yes or no'],
    [{ supplier_part_numbers: 'A;Ü' }, 'supplier_part_numbers: "Ü": it holds'],
    [{ gtin: '4006381333932' }, 'gtin: a digit is wrong: the check digit of the others is 1'],
    [{ gtin: '4,00638E+12' }, 'gtin: a GTIN has 8, 12, 13 or 14 digits'],
    [{ gtin: '123456789' }, 'gtin: a GTIN has 8, 12, 13 or 14 digits']
  ])('with %j is refused in words', (cells: Row, words) => {
    expect(problemOf({ ...captured, ...cells })).toContain(`2 ${words}`)
  })

  it.each([
    ['yes', true],
    ['TRUE', true],
    ['1', true],
    [true, true],
    ['no', false],
    ['false', false],
    ['0', false],
    [0, false],
    ['', false]
  ])('with inspection %j is inspected: %s', (inspection, expected) => {
    expect(itemsOf(parseParts(tableOf({ ...untracked, inspection })))[0]?.inspection).toBe(expected)
  })
})

describe('how a part is numbered', () => {
  it.each<[string, Row, string]>([
    ['is one of two ways', { ...captured, serial_source: 'typed' }, 'serial_source: it is one of generated, captured'],
    ['has a pattern where we generate', { ...generated, serial_pattern: '' }, 'serial_pattern: it may not be empty'],
    [
      'has a pattern that counts',
      { ...generated, serial_pattern: 'BR' },
      'serial_pattern: Every number would be the same'
    ],
    [
      'has a pattern of known tokens',
      { ...generated, serial_pattern: '{Q}{###}' },
      'serial_pattern: There is no token {Q}'
    ],
    [
      'has a revision to put in',
      { ...generated, serial_pattern: '{REV}{###}' },
      'serial_pattern: The pattern {REV}{###} has {REV}'
    ],
    [
      'can be scanned',
      { ...generated, serial_pattern: 'DS:{###}' },
      'serial_pattern: Its numbers would begin as a command'
    ],
    [
      'fits on a label',
      { ...generated, part_number: 'x'.repeat(48), serial_pattern: '{PN}-{###}' },
      'serial_pattern: The numbers of'
    ],
    [
      'has no pattern where suppliers number',
      { ...captured, serial_pattern: 'A{###}' },
      'serial_pattern: only generated serials'
    ],
    ['has no mask where we number', { ...generated, serial_mask: '###' }, 'serial_mask: only captured serials'],
    [
      'has a mask that leaves something open',
      { ...captured, serial_mask: 'FC' },
      'serial_mask: it leaves nothing open'
    ],
    [
      'has no lots where units have serials',
      { ...captured, lot_source: 'supplier' },
      'lot_source: only a part tracked by lot'
    ],
    [
      'has no serials where lots are tracked',
      { ...lot, serial_source: 'captured' },
      'serial_source: only a part tracked by serial'
    ],
    [
      'has no numbers where it is untracked',
      { ...untracked, lot_pattern: 'L{###}' },
      'lot_pattern: only a part tracked by lot'
    ],
    ['has a pattern where we generate lots', { ...lot, lot_source: 'generated' }, 'lot_pattern: it may not be empty'],
    [
      'has no pattern for the lot of a run',
      { ...lot, lot_source: 'run', lot_pattern: 'L{###}' },
      'lot_pattern: the lot of a run'
    ]
  ])('%s', (_, row, words) => {
    expect(problemOf(row)).toContain(`2 ${words}`)
  })
})

describe('a file of parts', () => {
  it('may have a part at several revisions, numbered in different ways', () => {
    const rows = [captured, { ...captured, revision: 'D', serial_source: 'generated', serial_pattern: 'FC{#####}' }]
    expect(problemsOf(parseParts(tableOf(...rows)))).toEqual([])
  })

  it('says the same of a part in all its revisions', () => {
    const rows = [captured, { ...captured, revision: 'D', unit: 'kg', gtin: '40170725' }]
    expect(problemsOf(parseParts(tableOf(...rows)))).toEqual([
      '3 unit: part FC-7700 has one unit, which is pcs in line 2',
      '3 gtin: part FC-7700 has one gtin, which is empty in line 2'
    ])
  })

  it('names each part at a revision once, unless the row is the very same', () => {
    expect(parseParts(tableOf(captured, captured)).rows).toHaveLength(1)
    expect(problemsOf(parseParts(tableOf(captured, untracked, { ...captured, description: 'Another' })))).toEqual([
      '4 revision: line 2 has the same part_number, revision with other values'
    ])
  })

  it('lists everything that is wrong, in the order of its lines', () => {
    const rows = [{ ...untracked, gtin: '1', unit: ' ' }, captured, { part_number: '', tracking: 'x' }]
    expect(parseParts(tableOf(...rows)).problems.map(({ line, column }) => [line, column])).toEqual([
      [2, 'unit'],
      [2, 'gtin'],
      [4, 'part_number'],
      [4, 'tracking']
    ])
  })

  it('has the columns that it must and no others', () => {
    expect(problemsOf(parseParts(tableOf({ part_number: 'A', Tracking: 'lot' })))).toEqual([
      expect.stringMatching(/^1 Tracking: there is no such column: the file has part_number, revision, .*, gtin$/),
      '1 tracking: the column is missing, and it is needed'
    ])
    const { columns, ...rest } = tableOf(untracked)
    const twice = { ...rest, columns: [...columns, ...columns.slice(0, 1)] }
    expect(problemsOf(parseParts(twice))).toEqual(['1 part_number: the column is there twice'])
  })

  it('leaves what it does not speak of as it is stored', () => {
    const [stored] = itemsOf(parseParts(tableOf({ ...captured, description: 'Old', unit: 'kg', serial_mask: '##' })))
    const read = (row: Row) =>
      itemsOf(parseParts(tableOf(row), () => stored && { ...sharedPartTexts(stored), ...revisionTexts(stored) }))[0]
    expect(read({ part_number: 'FC-7700', revision: 'C', tracking: 'serial' })).toEqual(stored)
    expect(read({ ...captured, description: '' })).toEqual({ ...stored, description: '' })
    expect(read({ part_number: 'FC-7700', revision: 'C', tracking: 'untracked' })).toEqual({
      ...stored,
      tracking: 'untracked',
      serialSource: null,
      serialMask: null
    })
  })
})
