import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tallyOf, tallyWords } from '../../../src/core/counts/tally.ts'
import {
  varianceOf,
  type CountedGoods,
  type CountSubject,
  type LotElsewhere,
  type VarianceLine
} from '../../../src/core/counts/variance.ts'
import type { LotId, PartId, RowId } from '../../../src/core/ids.ts'
import { ONE, quantityOf, ZERO, type Quantity } from '../../../src/core/quantity.ts'

const GOODS: CountedGoods = {
  tracking: 'untracked',
  partId: 1 as PartId,
  partNumber: 'PART-1',
  revision: '',
  serial: null,
  lotId: null,
  lot: null,
  unit: 'pcs'
}

function pile(more: Partial<CountSubject> = {}): CountSubject {
  const now = more.now ?? quantityOf(10)
  return {
    goods: GOODS,
    location: 'A-01',
    row: 1 as RowId,
    counted: now,
    stood: now,
    now,
    changed: false,
    unit: null,
    ...more
  }
}

function lot(id: number, more: Partial<CountSubject> = {}): CountSubject {
  return pile({ goods: { ...GOODS, tracking: 'lot', lotId: 7 as LotId, lot: 'L7' }, row: id as RowId, ...more })
}

function unit(id: number, more: Partial<CountSubject> = {}): CountSubject {
  return pile({
    goods: { ...GOODS, tracking: 'serial', serial: `S${id}` },
    row: id as RowId,
    counted: ONE,
    stood: ONE,
    now: ONE,
    unit: { status: 'available', location: 'A-01', became: '' },
    ...more
  })
}

function elsewhere(row: number, location: string, pieces: number): LotElsewhere {
  return {
    row: row as RowId,
    partId: 1 as PartId,
    revision: '',
    lotId: 7 as LotId,
    location,
    quantity: quantityOf(pieces)
  }
}

function found(subjects: readonly CountSubject[], others: readonly LotElsewhere[] = []) {
  return varianceOf({ subjects, elsewhere: others }).map(({ finding, location, adjusted, from }) =>
    [finding, location, adjusted / 1_000_000, ...(from ? [from.location] : [])].join(' ')
  )
}

describe('a unit', () => {
  it('agrees where it is counted where the store has it', () => {
    expect(found([unit(1)])).toEqual(['agrees A-01 0'])
  })

  it('is missing where it is expected and not counted, and nothing had it in hand since', () => {
    expect(found([unit(1, { counted: null })])).toEqual(['missing A-01 -1'])
  })

  it('is not missing when it came after counting began there', () => {
    expect(found([unit(1, { counted: null, stood: ZERO, changed: true })])).toEqual(['came A-01 0'])
  })

  it('is not missing when it was counted at another place, where it is misplaced', () => {
    const at = { status: 'available', location: 'A-01', became: '' } as const
    expect(
      found([unit(1, { counted: null }), unit(1, { location: 'B-01', stood: ZERO, now: ZERO, unit: at })])
    ).toEqual(['misplaced B-01 1 A-01'])
  })

  it('agrees when it was counted where it lay and was put away elsewhere since', () => {
    const away = { status: 'available', location: 'B-01', became: '' } as const
    expect(found([unit(1, { now: ZERO, changed: true, unit: away })])).toEqual(['agrees A-01 0'])
  })

  it('is counted again when the store had it elsewhere and it has moved since to a third place', () => {
    const third = { status: 'available', location: 'C-01', became: '' } as const
    expect(found([unit(1, { stood: ZERO, now: ZERO, changed: true, unit: third })])).toEqual(['changed A-01 0'])
  })

  it.each(['missing', 'consumed', 'scrapped', 'archived'] as const)('that is %s is found', (status) => {
    const gone = { status, location: 'B-01', became: `${status} 2026-11-23 by kim at B-01` }
    const [line] = varianceOf({ subjects: [unit(1, { stood: ZERO, now: ZERO, unit: gone })], elsewhere: [] })
    expect(line).toMatchObject({ finding: 'found', adjusted: ONE, became: gone.became })
  })

  it.each(['installed', 'being built'] as const)('that is %s by the store is listed and left as it is', (status) => {
    const inside = { status, location: 'B-01', became: '' }
    expect(found([unit(1, { stood: ZERO, now: ZERO, unit: inside })])).toEqual([`${status} A-01 0`])
  })

  it('on hold is counted like any other', () => {
    const held = { status: 'on hold', location: 'B-01', became: '' } as const
    expect(found([unit(1, { stood: ZERO, now: ZERO, unit: held })])).toEqual(['misplaced A-01 1 B-01'])
  })
})

describe('a lot or an untracked part', () => {
  it('agrees, is more, or is less by its quantity', () => {
    expect(found([pile()])).toEqual(['agrees A-01 0'])
    expect(found([pile({ counted: quantityOf(12) })])).toEqual(['more A-01 2'])
    expect(found([pile({ counted: quantityOf(7) })])).toEqual(['less A-01 -3'])
  })

  it('is missing where nothing of it was counted, and found where the store has none', () => {
    expect(found([pile({ counted: null })])).toEqual(['missing A-01 -10'])
    expect(found([pile({ counted: ONE, stood: ZERO, now: ZERO, row: null })])).toEqual(['found A-01 1'])
  })

  it('stays as it agreed when stock of it has moved since', () => {
    expect(
      found([pile({ counted: quantityOf(10), stood: quantityOf(10), now: quantityOf(6), changed: true })])
    ).toEqual(['agrees A-01 0'])
  })

  it('is counted again when it differed and stock of it has moved since', () => {
    const moved = { stood: quantityOf(10), now: quantityOf(6), changed: true }
    expect(found([pile({ ...moved, counted: quantityOf(6) })])).toEqual(['changed A-01 0'])
    expect(found([pile({ ...moved, counted: null })])).toEqual(['changed A-01 0'])
  })

  it('is left as it is when all of it came after counting began', () => {
    expect(found([pile({ counted: null, stood: ZERO, changed: true })])).toEqual(['came A-01 0'])
  })
})

describe('a lot that lies elsewhere than the store says', () => {
  it('is moved from the counted place where it was short, and the rest is missing there', () => {
    const short = lot(1, { counted: quantityOf(2) })
    const more = lot(2, { location: 'B-01', counted: quantityOf(5), stood: ZERO, now: ZERO })
    expect(found([short, more])).toEqual(['less A-01 -3', 'misplaced B-01 5 A-01'])
  })

  it('is moved from a place that was not counted, and what is left over is found', () => {
    const more = lot(1, { counted: quantityOf(16) })
    expect(found([more], [elsewhere(2, 'B-01', 4)])).toEqual(['misplaced A-01 4 B-01', 'more A-01 2'])
  })

  it('is never moved from a counted place where all of it was found', () => {
    const more = lot(1, { counted: quantityOf(16) })
    const whole = lot(2, { location: 'B-01' })
    expect(found([more, whole], [elsewhere(2, 'B-01', 10)])).toEqual(['more A-01 6', 'agrees B-01 0'])
  })

  it('is told apart from an untracked part, whose differences stay differences', () => {
    const short = pile({ counted: quantityOf(5) })
    const more = pile({ location: 'B-01', row: 2 as RowId, counted: quantityOf(15) })
    expect(found([short, more])).toEqual(['less A-01 -5', 'more B-01 5'])
  })
})

describe('the tally', () => {
  it('says how much of each unit of measure was found, is missing and lies elsewhere', () => {
    const metres = { ...GOODS, tracking: 'lot', lotId: 7 as LotId, lot: 'L7', unit: 'm' } as const
    const lines = varianceOf({
      subjects: [
        pile(),
        pile({ row: 2 as RowId, counted: quantityOf(12) }),
        unit(3, { counted: null }),
        lot(4, { goods: metres, counted: quantityOf(14) })
      ],
      elsewhere: [elsewhere(5, 'B-01', 4)]
    })
    expect(tallyWords(tallyOf(lines))).toBe('1 as expected. 2 pcs found, 1 pcs missing; 4 m misplaced.')
  })
})

describe('whatever is counted', () => {
  const PLACES = ['A', 'B', 'C', 'D']
  const amount = fc.integer({ min: 0, max: 9 })
  const book = fc.record({ a: amount, b: amount, c: amount, d: amount, x: amount, y: amount })

  /** A lot at four places, of which A and B are counted; what posting leaves is added up by hand. */
  it('posting leaves at each counted place what was counted there, and takes nothing below zero', () => {
    fc.assert(
      fc.property(book, ({ a, b, c, d, x, y }) => {
        const stock = new Map([a, b, c, d].map((pieces, index) => [PLACES[index] ?? '', pieces]))
        const subjectAt = (location: string, row: number, pieces: number, counted: number) =>
          lot(row, {
            location,
            row: pieces === 0 ? null : (row as RowId),
            counted: counted === 0 ? null : quantityOf(counted),
            stood: quantityOf(pieces),
            now: quantityOf(pieces)
          })
        const lines = varianceOf({
          subjects: [subjectAt('A', 1, a, x), subjectAt('B', 2, b, y)],
          elsewhere: [elsewhere(3, 'C', c), elsewhere(4, 'D', d)].filter(({ quantity }) => quantity > 0)
        })
        for (const line of lines) apply(stock, line)
        expect([stock.get('A'), stock.get('B')]).toEqual([x, y])
        for (const pieces of stock.values()) expect(pieces).toBeGreaterThanOrEqual(0)
        expect(sum(stock)).toBe(a + b + c + d + adjustments(lines))
      }),
      { numRuns: 1000 }
    )
  })
})

function apply(stock: Map<string, number>, { location, adjusted, from }: VarianceLine): void {
  const pieces = adjusted / 1_000_000
  stock.set(location, (stock.get(location) ?? 0) + pieces)
  if (from) stock.set(from.location, (stock.get(from.location) ?? 0) - pieces)
}

function adjustments(lines: readonly VarianceLine[]): number {
  return lines.filter(({ from }) => from === null).reduce((total, { adjusted }) => total + adjusted / 1_000_000, 0)
}

function sum(stock: ReadonlyMap<string, number>): number {
  return [...stock.values()].reduce((total, pieces) => total + pieces, 0 as Quantity)
}
