import { describe, expect, it } from 'vitest'
import { quantityOf } from '../../../src/core/quantity.ts'
import type { PartId } from '../../../src/core/ids.ts'
import { createClerk } from '../../fakes/clerk.ts'
import { aLine, aLot, aPart, fakeDirectory, type DirectoryContents } from '../../fakes/directory.ts'

const masked = aPart(1, { tracking: 'serial', serialSource: 'captured', serialMask: 'FC-####' })
const free = aPart(2, { tracking: 'serial', serialSource: 'captured' })
const lotPart = aPart(3, { tracking: 'lot', lotSource: 'supplier', gtin: '07032069804988' })
const counted = aPart(4)
const lines = [aLine(1, masked, 3), aLine(2, free, 3), aLine(3, lotPart, 500), aLine(4, counted, 1000)]

function clerkAt(more: Partial<DirectoryContents> = {}) {
  return createClerk(fakeDirectory({ lines, locations: ['DOCK'], aliases: { 'XAF-4444': 3 as PartId }, ...more }))
}

/** The lot 0329 and its expiry, or one long lot: nobody can see that a separator is missing. */
const RUN_TOGETHER = ']C1010703206980498810032917270526'

describe('a scan that can mean two things', () => {
  it('does nothing before the clerk has chosen, and offers the likelier first', () => {
    const clerk = clerkAt()
    const answer = clerk.scanAll('PO-1', RUN_TOGETHER)
    expect(answer).toMatchObject({ kind: 'accepted', sound: 'attention', title: 'Which is meant?' })
    expect(answer.message).toMatch(
      /^1: BATCH\/LOT 0329 \(10\), EXPIRY 2027-05-26 \(17\)\. 2: BATCH\/LOT 032917270526 \(10\)\./
    )
    expect(clerk.session).toMatchObject({ at: { kind: 'receipt' }, asking: { kind: 'choice' } })
    expect(clerk.effects).toEqual([])
  })

  it('is what was chosen, whichever it is', () => {
    const first = clerkAt()
    first.scanAll('PO-1', RUN_TOGETHER, 'DS:PICK:1')
    expect(first.capture).toMatchObject({ lot: '0329', expiry: '2027-05-26' })
    const second = clerkAt()
    second.scanAll('PO-1', RUN_TOGETHER, 'DS:PICK:2')
    expect(second.capture).toMatchObject({ lot: '032917270526', expiry: null })
    expect(second.session.asking).toBeNull()
  })

  it('offers the lot that is known first', () => {
    const clerk = clerkAt({ lots: [aLot(lotPart, '032917270526')] })
    expect(clerk.scanAll('PO-1', RUN_TOGETHER).message).toMatch(/^1: .*032917270526/)
  })

  it('is chosen by scanning the lot by itself', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', RUN_TOGETHER, '0329')
    expect(clerk.capture).toMatchObject({ lot: '0329', expiry: '2027-05-26' })
  })

  it('takes nothing else meanwhile, and can be left', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', RUN_TOGETHER)
    for (const text of ['PART-4', 'DS:DONE', 'DS:QTY:3', 'DS:PICK:3', 'nonsense', 'DS:PICK:0']) {
      expect(clerk.scan(text), text).toMatchObject({ kind: 'refused', reason: 'waiting-for-choice' })
    }
    expect(clerk.scan('DS:CANCEL')).toMatchObject({ kind: 'accepted', title: 'Nothing chosen' })
    expect(clerk.session).toMatchObject({ at: { kind: 'receipt' }, asking: null })
  })

  it('is no question where the station knows: a lot that the line has already', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'PART-3', '0329')
    expect(clerk.scan(RUN_TOGETHER)).toMatchObject({ kind: 'accepted', sound: 'accepted' })
    expect(clerk.capture).toMatchObject({ lot: '0329', expiry: '2027-05-26' })
  })

  it('is not asked about twice: a number without a question is refused', () => {
    expect(clerkAt().scan('DS:PICK:1')).toMatchObject({ kind: 'refused', title: 'Nothing to choose' })
  })
})

describe('a GS1 label that no carrier declares and that has a fault', () => {
  it.each([
    ['a month 13', '01070320698049881726133221SER9'],
    ['a month 13, in brackets', '(01)07032069804988(21)SER9(17)261332'],
    ['a lot that is too long', '010703206980498810123456789012345678901'],
    ['a stand-in for a separator', '010703206980498810LOT]21SER9']
  ])('is no serial of another part unasked: %s', (_, text) => {
    const clerk = clerkAt()
    expect(clerk.scanAll('PO-1', 'PART-2', text)).toMatchObject({ title: 'Which is meant?', sound: 'attention' })
    expect(clerk.capture.serials).toEqual([])
    clerk.scan('DS:PICK:1')
    expect(clerk.capture.serials).toEqual([text])
  })

  it('offers the serial and the text where a wrong check digit leaves no part', () => {
    const answer = clerkAt().scanAll('PO-1', 'PART-2', '010703206980498921SER9')
    expect(answer.message).toMatch(/^1: SERIAL SER9 \(21\)\. 2: As it stands 010703206980498921SER9\./)
  })

  it('is no lot of its own part unasked', () => {
    const clerk = clerkAt()
    expect(clerk.scanAll('PO-1', 'PART-3', '01070320698049881726133210LOT7')).toMatchObject({
      title: 'Which is meant?'
    })
    expect(clerk.capture.lot).toBeNull()
  })

  it('opens the line of its part with what is right on it', () => {
    const clerk = clerkAt()
    expect(clerk.scanAll('PO-1', '01070320698049881726133210LOT7')).toMatchObject({ title: 'PART-3' })
    expect(clerk.capture).toMatchObject({ lot: 'LOT7', expiry: null })
  })
})

describe('a bar code of one field', () => {
  it('opens the line of the part that it names, and says of the other bars what they are', () => {
    const clerk = clerkAt()
    expect(clerk.scanAll('PO-1', '1PXAF-4444')).toMatchObject({ kind: 'accepted', title: 'PART-3' })
    expect(clerk.scan('Q250').message).toMatch(/^1: Quantity 250 \(Q\)\. 2: As it stands Q250\./)
    clerk.scan('DS:PICK:1')
    expect(clerk.capture).toMatchObject({ quantity: quantityOf(250), lot: null })
    expect(clerk.scan('14D20271231').kind).toBe('accepted')
    expect(clerk.capture.expiry).toBe('2027-12-31')
  })

  it('is asked about once for the line: the lot, and then all is read with identifiers', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'PART-3')
    expect(clerk.scan('1TBF1103')).toMatchObject({ title: 'Which is meant?' })
    clerk.scan('DS:PICK:1')
    expect(clerk.capture).toMatchObject({ lot: 'BF1103', supplierLot: 'BF1103' })
    clerk.scan('Q250')
    expect(clerk.capture.quantity).toEqual(quantityOf(250))
    expect(clerk.scan('4LUS')).toMatchObject({ kind: 'refused', title: 'Nothing new' })
    expect(clerk.capture.lot).toBe('BF1103')
  })

  it('is asked about once for the line: bare serials, and then none is asked about', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'PART-2', '1T0001', 'DS:PICK:2', '1T0002', '1T0003')
    expect(clerk.capture.serials).toEqual(['1T0001', '1T0002', '1T0003'])
  })

  it('is forgotten with the scan that told it', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'PART-2', '1T0001', 'DS:PICK:2', 'DS:UNDO')
    expect(clerk.scan('1T0002')).toMatchObject({ title: 'Which is meant?' })
  })

  it('is a serial as it stands where only a letter could be its identifier', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'PART-2', 'S0001', 'SN-2', 'T3')
    expect(clerk.capture.serials).toEqual(['S0001', 'SN-2', 'T3'])
  })

  it('is asked about with a letter too, where the part came with its identifier', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'PPART-2')
    expect(clerk.scan('S0001').message).toMatch(/^1: Serial 0001 \(S\)\. 2: As it stands S0001\./)
    clerk.scanAll('DS:PICK:1', 'S0002')
    expect(clerk.capture.serials).toEqual(['0001', '0002'])
    expect(clerk.scan('S0002')).toMatchObject({ kind: 'refused', reason: 'duplicate' })
  })

  it('is read by its identifier where the part’s mask leaves nothing else', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'PART-1', 'SFC-0001', 'FC-0002')
    expect(clerk.capture.serials).toEqual(['FC-0001', 'FC-0002'])
  })

  it('never turns a duplicate into another unit', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'PART-2', 'S1')
    expect(clerk.scan('S1')).toMatchObject({ kind: 'refused', reason: 'duplicate' })
    expect(clerk.capture.serials).toEqual(['S1'])
  })

  it('says that its part is not on the order rather than that it is unknown', () => {
    const clerk = clerkAt({ aliases: { ELSEWHERE: 77 as PartId } })
    expect(clerk.scanAll('PO-1', '1PELSEWHERE')).toMatchObject({ reason: 'not-on-order' })
    expect(clerk.scan('1PNOBODY')).toMatchObject({ reason: 'unknown-code' })
  })

  it('has no meaning of its own where nothing is received', () => {
    expect(clerkAt().scan('PPART-3')).toMatchObject({ reason: 'unknown-code' })
  })
})
