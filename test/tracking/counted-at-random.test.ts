import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatQuantity, type Quantity } from '../../src/core/quantity.ts'
import { countingView } from '../../src/main/services/counts/view.ts'
import { verifyStore } from '../../src/main/store/verify.ts'
import { newStore, scan, stationWithOrder, stock } from '../helpers/store.ts'

/** How many histories are tried. More of them: `DOCKSIDE_RUNS=2000`. */
const RUNS = Number(process.env.DOCKSIDE_RUNS ?? 20)

const PLACES = ['A-01', 'A-02', 'DOCK'] as const
const UNITS = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6']
const PILES = ['L1', 'L2', 'UNTRACKED'] as const

const place = fc.constantFrom(...PLACES)
const millionths = fc.integer({ min: 1, max: 9_000_000 })

/** What is received, where, before anything is counted. */
const received = fc.record({
  units: fc.uniqueArray(fc.record({ serial: fc.constantFrom(...UNITS), place }), { selector: ({ serial }) => serial }),
  piles: fc.array(fc.record({ what: fc.constantFrom(...PILES), place, millionths }), { maxLength: 5 })
})

/** What somebody finds at the counted places. Units beyond those received are unknown, and not counted. */
const truth = fc.record({
  places: fc.uniqueArray(place, { minLength: 1, maxLength: 3 }),
  units: fc.uniqueArray(fc.record({ serial: fc.constantFrom(...UNITS), place }), { selector: ({ serial }) => serial }),
  piles: fc.uniqueArray(fc.record({ what: fc.constantFrom(...PILES), place, millionths }), {
    selector: ({ what, place }) => `${what} ${place}`
  })
})

type Received = typeof received extends fc.Arbitrary<infer T> ? T : never
type Truth = typeof truth extends fc.Arbitrary<infer T> ? T : never

function amount(value: number): string {
  return formatQuantity(value as Quantity)
}

function tryCounts(goods: Received, found: readonly Truth[]): void {
  const db = newStore()
  const station = stationWithOrder(db)
  const known = new Set<string>()
  for (const { serial, place } of goods.units) {
    scan(station, 'PO-1', `DS:LOC:${place}`, 'CAPTURED', serial, 'DS:DONE', 'DS:CANCEL')
    known.add(serial)
  }
  for (const { what, place, millionths } of goods.piles) {
    const part = what === 'UNTRACKED' ? ['UNTRACKED'] : ['SUPPLIER-LOT', what]
    scan(station, 'PO-1', `DS:LOC:${place}`, ...part, `DS:QTY:${amount(millionths)}`, 'DS:DONE', 'DS:CANCEL')
    known.add(what)
  }
  known.add('UNTRACKED')
  for (const { places, units, piles } of found) {
    scan(station, 'DS:COUNT')
    const expected: string[] = []
    for (const location of places) {
      scan(station, `DS:LOC:${location}`)
      for (const { serial, place } of units) {
        if (place !== location || !known.has(serial)) continue
        scan(station, serial)
        expected.push(`${serial} ${location} 1`)
      }
      for (const { what, place, millionths } of piles) {
        if (place !== location || !known.has(what)) continue
        scan(station, what, `DS:QTY:${amount(millionths)}`, 'DS:DONE')
        expected.push(`${what} ${location} ${amount(millionths)}`)
      }
    }
    scan(station, 'DS:DONE')
    expect(countingView(station)?.variance?.waits).toBeNull()
    expect(scan(station, 'DS:DONE').answer.sound).toBe('line-complete')
    const now = stock(station)
      .map((row) => row.split(' '))
      .filter(([, , location]) => (places as readonly string[]).includes(location ?? ''))
      .map(([part, code, location, quantity]) => [code === '-' ? part : code, location, quantity].join(' '))
    expect(now.sort()).toEqual(expected.sort())
    expect(verifyStore(db).problems).toEqual([])
  }
  db.close()
}

it('after posting, what lies at the counted places is what was counted, and verify finds nothing', () => {
  fc.assert(fc.property(received, fc.array(truth, { minLength: 1, maxLength: 3 }), tryCounts), { numRuns: RUNS })
}, 600_000)
