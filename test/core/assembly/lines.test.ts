import { describe, expect, it } from 'vitest'
import { allowsRevision, lineFor } from '../../../src/core/assembly/lines.ts'
import { placeToTakeFrom, takenFrom } from '../../../src/core/assembly/stock-place.ts'
import type { StockAtPlace } from '../../../src/core/inventory/stock-places.ts'
import type { PartId } from '../../../src/core/ids.ts'
import { quantityOf } from '../../../src/core/quantity.ts'
import { IDLE } from '../../../src/core/session/session.ts'
import { aBuildLine } from '../../fakes/assembly.ts'
import { aStockRow, fakeDirectory } from '../../fakes/directory.ts'

const MOTOR = 1 as PartId
const SPARE = 2 as PartId

describe('the line that a part goes in on', () => {
  const own = aBuildLine(1, MOTOR)
  const instead = aBuildLine(2, SPARE, { substitutes: [{ partId: MOTOR, partNumber: 'PART-1' }] })
  const filled = { installed: quantityOf(2) }

  it('is its own, before one where it only takes another’s place', () => {
    expect(lineFor([instead, own], MOTOR)?.id).toBe(own.id)
  })

  it('is one that is open, before one that is filled', () => {
    expect(lineFor([{ ...own, ...filled }, instead], MOTOR)?.id).toBe(instead.id)
    expect(
      lineFor(
        [
          { ...own, ...filled },
          { ...instead, ...filled }
        ],
        MOTOR
      )?.id
    ).toBe(own.id)
  })

  it('is none where no line takes it: a line’s component does not take the place of its substitutes', () => {
    expect(lineFor([aBuildLine(3, SPARE)], MOTOR)).toBeUndefined()
  })
})

describe('the revision that a line allows', () => {
  it('is any where the bill names none, and of a substitute always any', () => {
    expect(allowsRevision(aBuildLine(1, MOTOR), MOTOR, 'Z')).toBe(true)
    expect(allowsRevision(aBuildLine(1, MOTOR, { componentRevision: 'A' }), MOTOR, 'Z')).toBe(false)
    expect(allowsRevision(aBuildLine(1, MOTOR, { componentRevision: '' }), MOTOR, '')).toBe(true)
    expect(allowsRevision(aBuildLine(1, MOTOR, { componentRevision: 'A' }), SPARE, 'Z')).toBe(true)
  })
})

describe('where a component is taken from', () => {
  const row = (id: number, location: string, quantity: number) => ({
    ...aStockRow(id, { location, quantity: quantityOf(quantity) }),
    expiry: null
  })
  const rows = [row(1, 'A-01', 9), row(2, 'DOCK', 2), row(3, 'LINE-1', 5)]
  const at = (location: string | null, wanted: number, someWillDo: boolean) =>
    placeToTakeFrom(
      { session: { ...IDLE, location }, directory: fakeDirectory({ lines: [] }) },
      rows,
      quantityOf(wanted),
      someWillDo
    )?.location

  it('is the put-away place, then the station’s own', () => {
    expect(at('LINE-1', 1, true)).toBe('LINE-1')
    expect(at('FG-01', 1, true)).toBe('DOCK')
    expect(at(null, 1, false)).toBe('DOCK')
  })

  it('is neither where too little lies there and some will not do', () => {
    expect(at('LINE-1', 5, false)).toBe('LINE-1')
    expect(at('LINE-1', 6, false)).toBeUndefined()
    expect(at('LINE-1', 6, true)).toBe('LINE-1')
  })

  it('is where all of it lies, however little that is', () => {
    const one = { session: IDLE, directory: fakeDirectory({ lines: [] }) }
    expect(placeToTakeFrom(one, [row(1, 'A-01', 1)], quantityOf(5), false)?.location).toBe('A-01')
    expect(placeToTakeFrom(one, [], quantityOf(5), false)).toBeUndefined()
  })

  it('takes the oldest rows of a place first, and no more than is wanted', () => {
    const place: StockAtPlace = {
      location: 'DOCK',
      rows: [row(1, 'DOCK', 2), row(2, 'DOCK', 5), row(3, 'DOCK', 1)],
      quantity: quantityOf(8)
    }
    expect(takenFrom(place, quantityOf(3))).toEqual([
      { row: 1, quantity: quantityOf(2) },
      { row: 2, quantity: quantityOf(1) }
    ])
  })
})
