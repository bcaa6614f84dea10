import { describe, expect, it } from 'vitest'
import { quantityOf } from '../../../src/core/quantity.ts'
import { createClerk, type Clerk } from '../../fakes/clerk.ts'
import { aLine, aPart, fakeDirectory } from '../../fakes/directory.ts'

const lotPart = aPart(3, { tracking: 'lot', lotSource: 'supplier', gtin: '09506000134352' })
const unitPart = aPart(5, { tracking: 'serial', serialSource: 'captured' })
const screws = aPart(6)
const lines = [aLine(3, lotPart, 500), aLine(5, unitPart, 10), aLine(6, screws, 500)]

function clerkAt(): Clerk {
  return createClerk(fakeDirectory({ lines }))
}

/** A label of format 06. */
function label(...fields: readonly string[]): string {
  return `[)>\x1e06\x1d${fields.join('\x1d')}\x1e\x04`
}

describe('what is wrong on a label', () => {
  it.each([
    [
      'an expiry that is no date',
      label('PPART-3', '1TL1', '14D20270231'),
      /Expiry 20270231 on the label is not used: it is no date of year, month and day\./
    ],
    ['a quantity with a comma', label('PPART-3', '1TL1', 'Q1,000'), /Quantity 1,000 on the label is not used/],
    ['a wrong GS1 date', ']C101095060001343521726133210LOT7', /EXPIRY 261332 on the label is not used: it is no date/],
    ['what is no field', ']C1010950600013435210LOT7\x1d-REST', /-REST on the label is no GS1 field/],
    [
      'what may be a field that lost its separator',
      ']C1010950600013435210ABC12321SER9',
      /ends in 21SER9, which may be a field of its own/
    ]
  ])('is said with the sound of attention, and the rest is taken: %s', (_, text, words) => {
    const clerk = clerkAt()
    const answer = clerk.scanAll('PO-1', text)
    expect(answer).toMatchObject({ kind: 'accepted', sound: 'attention', title: 'PART-3' })
    expect(answer.message).toMatch(words)
    expect(clerk.capture.lot).not.toBeNull()
  })

  it('is said also where the label is refused for it', () => {
    const answer = clerkAt().scanAll('PO-1', ']C1010950600013435310LOT7')
    expect(answer).toMatchObject({ kind: 'refused' })
    expect(answer.message).toContain('GTIN 09506000134353 on the label is not used: its check digit is wrong.')
  })

  it.each([
    ['a damaged frame', '[)>06\x1dPPART-3\x1d1TL1'],
    ['what the supplier does not trace', label('PPART-3', '1TL1', '14DN/T')],
    ['a field that the station takes nothing from', label('PPART-3', '1TL1', '16D20261399')],
    ['an identifier that is there twice with the same', label('PPART-3', '1TL1', '1TL1')]
  ])('is not said where nothing is lost by it: %s', (_, text) => {
    expect(clerkAt().scanAll('PO-1', text)).toMatchObject({ kind: 'accepted', sound: 'accepted' })
  })

  it('is not said of a lot where none is taken', () => {
    const text = label('PPART-6', '1TL1', '1TL2')
    expect(clerkAt().scanAll('PO-1', text)).toMatchObject({ kind: 'accepted', sound: 'accepted' })
  })
})

describe('a label that gives two values for one thing', () => {
  it('is a question: which lot', () => {
    const clerk = clerkAt()
    const answer = clerk.scanAll('PO-1', label('PPART-3', '1TL1', '1TL2', 'Q5'))
    expect(answer).toMatchObject({ title: 'Which is meant?', sound: 'attention' })
    expect(answer.message).toMatch(/^1: Supplier's lot L1 \(1T\)\. 2: Supplier's lot L2 \(1T\)\./)
    clerk.scan('DS:PICK:2')
    expect(clerk.capture).toMatchObject({ lot: 'L2', quantity: quantityOf(5) })
  })

  it('is a question: how many', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', label('PPART-3', '1TL1', 'Q5', 'Q7'), 'DS:PICK:1')
    expect(clerk.capture).toMatchObject({ lot: 'L1', quantity: quantityOf(5) })
  })

  it('is no question where the line uses neither', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', label('PPART-5', 'SU1', 'Q5', 'Q7'))
    expect(clerk.capture.serials).toEqual(['U1'])
  })
})
