import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsIn, newestFirstRow } from '../../../../src/renderer/src/features/receiving/serial-rows.ts'

describe('the grid of scanned units', () => {
  it('begins with the newest', () => {
    const serials = ['a', 'b', 'c', 'd', 'e']
    expect(newestFirstRow(serials, 0, 2)).toEqual([
      { serial: 'e', number: 5 },
      { serial: 'd', number: 4 }
    ])
    expect(newestFirstRow(serials, 2, 2)).toEqual([{ serial: 'a', number: 1 }])
    expect(newestFirstRow(serials, 3, 2)).toEqual([])
  })

  it('shows every unit once, in the reverse order of scanning', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 60 }), fc.integer({ min: 1, max: 8 }), (serials, columns) => {
        const rows = Array.from({ length: Math.ceil(serials.length / columns) }, (_, row) =>
          newestFirstRow(serials, row, columns)
        )
        expect(rows.flat().map(({ serial }) => serial)).toEqual(serials.toReversed())
      })
    )
  })

  it('has a column at least, however narrow the window is', () => {
    expect(columnsIn(0)).toBe(1)
    expect(columnsIn(1300)).toBe(5)
  })
})
