import { describe, expect, it } from 'vitest'
import { quantityOf } from '../../../src/core/quantity.ts'
import { createClerk, type Clerk } from '../../fakes/clerk.ts'
import { aLine, aPart, fakeDirectory } from '../../fakes/directory.ts'

const cable = aPart(6, { unit: 'm' })
const lotCable = aPart(7, { unit: 'm', tracking: 'lot', lotSource: 'supplier' })
const screws = aPart(8)
const lines = [aLine(6, cable, 1000), aLine(7, lotCable, 1000), aLine(8, screws, 1000)]

function clerkAt(): Clerk {
  return createClerk(fakeDirectory({ lines }))
}

/** A label of format 06. */
function label(...fields: readonly string[]): string {
  return `[)>\x1e06\x1d${fields.join('\x1d')}\x1e\x04`
}

describe('the quantity on a label', () => {
  it.each([
    ['its unit beside it', '7Q100M'],
    ['its unit after a blank', '7Q100 M'],
    ['a code of its unit', '7Q100MTR'],
    ['no unit', 'Q100'],
    ['the unit in a field of its own', 'Q100', '3QMR']
  ])('is taken in the unit of the part: %s', (_, ...fields) => {
    const clerk = clerkAt()
    expect(clerk.scanAll('PO-1', label('PPART-6', ...fields))).toMatchObject({ sound: 'accepted' })
    expect(clerk.capture.quantity).toEqual(quantityOf(100))
  })

  it.each([
    ['feet', '7Q100FT'],
    ['feet in a field of their own', 'Q100', '3QFT'],
    ['a unit that nobody knows', '7Q100ZZ']
  ])('is left out, and that is said, where it is in another unit: %s', (_, ...fields) => {
    const clerk = clerkAt()
    const answer = clerk.scanAll('PO-1', label('PPART-6', ...fields))
    expect(answer).toMatchObject({ kind: 'accepted', sound: 'attention' })
    expect(answer.message).toMatch(/The label says 100 (FT|ZZ), and PART-6 is kept in m: say how many m are taken/)
    expect(clerk.capture.quantity).toBeNull()
  })

  it('is left out with words also where the label adds a lot to an open line', () => {
    const clerk = clerkAt()
    const answer = clerk.scanAll('PO-1', 'PART-7', label('PPART-7', '1TL1', '7Q100FT'))
    expect(answer).toMatchObject({ kind: 'accepted', sound: 'attention' })
    expect(answer.message).toContain('kept in m')
    expect(clerk.capture).toMatchObject({ lot: 'L1', quantity: null })
  })

  it.each(['7Q1000', '7Q12M', '7QFT'])('is not cut where nobody can see where the number ends: %s', (field) => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', label('PPART-6', field))
    expect(clerk.capture.quantity).toBeNull()
  })

  it.each([
    ['a label of format 06', label('PPART-6', 'Q1.000')],
    ['a larger one', label('PPART-6', 'Q12.000')],
    ['a QR code of TME', 'QTY:1.000 PN:PART-6 MPN:X'],
    ['a Data Matrix of TME', 'PX 1PPART-6 Q1.000'],
    ['a QR code of LCSC', '{pbn:PB1,on:ON1,pc:PART-6,pm:X,qty:1.000}']
  ])('is not used, and that is said, where its point may part thousands: %s', (_, text) => {
    const clerk = clerkAt()
    const answer = clerk.scanAll('PO-1', text)
    expect(answer).toMatchObject({ kind: 'accepted', sound: 'attention', title: 'PART-6' })
    expect(answer.message).toContain('on the label is not used: its point may part thousands or decimals.')
    expect(clerk.capture.quantity).toBeNull()
  })

  it.each(['0.500', '2.5', '1.25', '12.0'])('may have decimals that can be nothing else: %s', (digits) => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', label('PPART-6', `Q${digits}`))
    expect(clerk.capture.quantity).toBe(Number(digits) * 1_000_000)
  })

  it('is in pieces, whatever those are called', () => {
    for (const unit of ['EA', 'PCE', 'C62', 'pcs']) {
      const clerk = clerkAt()
      clerk.scanAll('PO-1', label('PPART-8', `7Q25${unit}`))
      expect(clerk.capture.quantity, unit).toEqual(quantityOf(25))
    }
  })
})
