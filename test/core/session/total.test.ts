import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { LotId, PartId } from '../../../src/core/ids.ts'
import { ONE, quantityOf, sum } from '../../../src/core/quantity.ts'
import { aLine, aLot, aPart, aStockRow, fakeDirectory } from '../../fakes/directory.ts'
import { aBuild, aBuildLine, aRun } from '../../fakes/assembly.ts'
import { createClerk } from '../../fakes/clerk.ts'

const STOCK = [
  aStockRow(1, { partId: 1 as PartId, partNumber: 'PART-1', tracking: 'serial', serial: 'S1', quantity: ONE }),
  aStockRow(2, { partId: 3 as PartId, partNumber: 'PART-3', tracking: 'lot', lotId: 9 as LotId, lot: 'L9' }),
  aStockRow(3, { partId: 4 as PartId, partNumber: 'PART-4' }),
  aStockRow(4, { partId: 4 as PartId, partNumber: 'PART-4', location: 'A-01' })
]

const BILL = [
  aBuildLine(1, 1 as PartId, { tracking: 'serial' }),
  aBuildLine(2, 3 as PartId, { tracking: 'lot', needed: quantityOf(20) }),
  aBuildLine(3, 4 as PartId, { installed: ONE }),
  aBuildLine(4, 2 as PartId, { tracking: 'serial', madeOnAssembly: true })
]

const directory = fakeDirectory({
  lines: [
    aLine(1, aPart(1, { tracking: 'serial', serialSource: 'captured' }), 3),
    aLine(2, aPart(2, { tracking: 'serial', serialSource: 'generated', serialPattern: 'SN-{#####}' }), 25),
    aLine(3, aPart(3, { tracking: 'lot', lotSource: 'supplier' }), 500),
    aLine(4, aPart(4), 1000)
  ],
  lots: [{ ...aLot(aPart(3), 'L9'), id: 9 as LotId }],
  locations: ['DOCK', 'A-01'],
  stock: STOCK,
  assembly: { runs: [aRun(1)], builds: [aBuild(1), aBuild(2)], lines: BILL },
  openPlaces: ['A-01']
})

const scans = fc.oneof(
  fc.constantFrom(
    'PO-1',
    'PO-2',
    'PART-1',
    'PART-2',
    'PART-3',
    'PART-4',
    'S1',
    'S2',
    'S3',
    'S4',
    'L1',
    'L2',
    'L9',
    'DOCK'
  ),
  fc.constantFrom(
    'DS:DONE',
    'DS:UNDO',
    'DS:CANCEL',
    'DS:QTY:2',
    'DS:QTY:9999',
    'DS:GENERATE',
    'DS:OFF:A1',
    'DS:HOME',
    'DS:LOC:DOCK',
    'DS:LOC:A-01',
    'DS:COUNT',
    'DS:HOLD',
    'DS:RUN:1',
    'DS:RUN:RUN-1',
    'DS:REPRINT',
    'DS:PICK:1',
    'DS:PICK:2'
  ),
  fc.constantFrom('PPART-1', 'PPART-3', '1TL1', '1TL2', 'Q5', 'SS9', '4LUS', ']C110L117271231'),
  fc.constantFrom('[)>\x1e06\x1dPPART-3\x1d1TL1\x1dQ5\x1e\x04', '[)>\x1e06\x1dPPART-1\x1dSS9\x1e\x04'),
  fc.string()
)

it('answers every scan in every state, and the same scan in the same state the same way', () => {
  fc.assert(
    fc.property(fc.array(scans, { maxLength: 40 }), (texts) => {
      const one = createClerk(directory)
      const other = createClerk(directory)
      for (const text of texts) {
        const before = JSON.stringify(one.session)
        const answer = one.scan(text)
        expect(other.scan(text)).toEqual(answer)
        expect(answer.title.length).toBeGreaterThan(0)
        if (answer.kind === 'refused') expect(JSON.stringify(one.session)).toBe(before)
      }
    }),
    { numRuns: 500 }
  )
})

it('never moves more of a row than it holds, nor anything to where it is', () => {
  fc.assert(
    fc.property(fc.array(scans, { maxLength: 60 }), (texts) => {
      const clerk = createClerk(directory)
      clerk.scan('DS:LOC:A-01')
      for (const text of texts) clerk.scan(text)
      for (const effect of clerk.effects) {
        if (effect.kind !== 'move') continue
        for (const { row, quantity } of effect.parts) {
          const found = STOCK.find(({ id }) => id === row)
          expect(found?.location).not.toBe(effect.to)
          expect(quantity).toBeGreaterThan(0)
          expect(quantity).toBeLessThanOrEqual(found?.quantity ?? 0)
        }
      }
    }),
    { numRuns: 500 }
  )
})

it('never receives more than is open, and never a serial twice', () => {
  fc.assert(
    fc.property(fc.array(scans, { maxLength: 60 }), (texts) => {
      const clerk = createClerk(directory)
      clerk.scan('PO-1')
      for (const text of texts) clerk.scan(text)
      for (const effect of clerk.effects) {
        if (effect.kind !== 'receive') continue
        const line = directory.line(effect.line.orderLine)
        expect(effect.line.quantity).toBeLessThanOrEqual(line?.ordered ?? 0)
        expect(new Set(effect.line.serials).size).toBe(effect.line.serials.length)
      }
    }),
    { numRuns: 500 }
  )
})

it('never installs more than a line needs, nor more of a row than it holds', () => {
  fc.assert(
    fc.property(fc.array(scans, { maxLength: 60 }), (texts) => {
      const clerk = createClerk(directory)
      clerk.scan('DS:RUN:RUN-1')
      for (const text of texts) clerk.scan(text)
      for (const effect of clerk.effects) {
        if (effect.kind !== 'install') continue
        const line = BILL.find(({ id }) => id === effect.component.line)
        const parts = effect.component.parts
        expect(sum(parts.map(({ quantity }) => quantity))).toBeLessThanOrEqual(
          Number(line?.needed) - Number(line?.installed)
        )
        for (const { row, quantity } of parts) {
          expect(quantity).toBeGreaterThan(0)
          expect(quantity).toBeLessThanOrEqual(STOCK.find(({ id }) => id === row)?.quantity ?? 0)
        }
      }
    }),
    { numRuns: 500 }
  )
})
