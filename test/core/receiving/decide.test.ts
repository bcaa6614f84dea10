import { describe, expect, it } from 'vitest'
import { encodeOwnLabel } from '../../../src/core/barcode/own-label.ts'
import type { Instant } from '../../../src/core/clock.ts'
import type { PartId } from '../../../src/core/ids.ts'
import { quantityOf } from '../../../src/core/quantity.ts'
import { aLine, aLot, aPart, fakeDirectory, type DirectoryContents } from '../../fakes/directory.ts'
import { aRun } from '../../fakes/assembly.ts'
import { createClerk } from '../../fakes/clerk.ts'

const captured = aPart(1, { tracking: 'serial', serialSource: 'captured', serialMask: 'FC-####' })
const generated = aPart(2, { tracking: 'serial', serialSource: 'generated', serialPattern: 'SN-{#####}' })
const supplierLot = aPart(3, { tracking: 'lot', lotSource: 'supplier' })
const ownLot = aPart(4, { tracking: 'lot', lotSource: 'generated', lotPattern: 'LOT-{YYYY}-{####}' })
const untracked = aPart(5, { gtin: '09506000134352' })
const lines = [
  aLine(1, captured, 3),
  aLine(2, generated, 25),
  aLine(3, supplierLot, 500),
  aLine(4, ownLot, 100),
  aLine(5, untracked, 1000)
]

function clerkAt(more: Partial<DirectoryContents> = {}) {
  return createClerk(fakeDirectory({ lines, locations: ['DOCK', 'A-01'], ...more }))
}

const supplierLabel = (...fields: readonly string[]) => `[)>\x1e06\x1d${fields.join('\x1d')}\x1e\x04`

describe('idle', () => {
  it('says in whole sentences why a scan cannot be read', () => {
    const answer = clerkAt().scan('PART-1\u0007')
    expect(answer).toMatchObject({ kind: 'refused', reason: 'unreadable' })
    expect(answer.message).toMatch(/knows\. Scan it again, or type what is printed beside it\.$/)
  })

  it('opens the receipt of a scanned order', () => {
    const clerk = clerkAt()
    expect(clerk.scan('PO-1')).toMatchObject({ kind: 'accepted', sound: 'accepted', show: { kind: 'receiving' } })
    expect(clerk.session.at).toEqual({ kind: 'receipt', order: 1 })
  })

  it('opens an order by its command too', () => {
    expect(clerkAt().scan('DS:ORDER:PO-1').kind).toBe('accepted')
    expect(clerkAt().scan('DS:ORDER:PO-9')).toMatchObject({ kind: 'refused', reason: 'unknown-code' })
  })

  it('opens the trace of a known serial, and of an own label', () => {
    const serials = [
      {
        serial: 'FC-0001',
        partNumber: 'PART-1',
        location: 'A-01',
        order: 'PO-0',
        receivedAt: '2026-11-01T08:00:00.000Z' as Instant,
        operator: 'kim'
      }
    ]
    expect(clerkAt({ serials }).scan('FC-0001')).toMatchObject({ show: { kind: 'trace', code: 'FC-0001' } })
    const label = encodeOwnLabel({
      partNumber: 'PART-1',
      serial: 'FC-0001',
      lot: null,
      quantity: null,
      label: 'DS00000001',
      copy: 1
    })
    expect(clerkAt({ serials }).scan(label)).toMatchObject({ show: { kind: 'trace', code: 'FC-0001' } })
  })

  it('refuses what is no order, and keeps waiting', () => {
    const clerk = clerkAt()
    expect(clerk.scan('nonsense')).toMatchObject({ kind: 'refused', reason: 'unknown-code', sound: 'refused' })
    expect(clerk.scan('DS:DONE')).toMatchObject({ kind: 'refused', reason: 'wrong-kind' })
    expect(clerk.session.at).toEqual({ kind: 'idle' })
  })
})

describe('idle, beside receiving', () => {
  it('says of the number of a run how it is opened', () => {
    const answer = clerkAt({ assembly: { runs: [aRun(1)] } }).scan('RUN-1')
    expect(answer).toMatchObject({ reason: 'wrong-kind', title: 'That is a run' })
    expect(answer.message).toContain('DS:RUN:RUN-1')
  })
})

describe('an open receipt', () => {
  it('says at once what to do with a part that nobody has described', () => {
    const clerk = clerkAt({ lines: [aLine(1, { ...untracked, description: '' }, 5)] })
    clerk.scan('PO-1')
    expect(clerk.scan('PART-5').message).toMatch(/^Count/)
  })

  it('takes the first open line of a part, in any form of its number', () => {
    for (const code of ['PART-5', '9506000134352', 'SUP-5']) {
      const clerk = clerkAt({ aliases: { 'SUP-5': 5 as PartId } })
      clerk.scanAll('PO-1', code)
      expect(clerk.session.at, code).toMatchObject({ kind: 'line', line: 5 })
    }
  })

  it('passes over a line that is received in full', () => {
    const directory = fakeDirectory({ lines: [aLine(1, untracked, 5, 5), aLine(2, untracked, 7)] })
    const clerk = createClerk(directory)
    clerk.scanAll('PO-1', 'PART-5')
    expect(clerk.session.at).toMatchObject({ kind: 'line', line: 2 })
  })

  it('refuses a part that has come in full: more needs a lead', () => {
    const clerk = createClerk(fakeDirectory({ lines: [aLine(1, untracked, 5, 5)] }))
    expect(clerk.scanAll('PO-1', 'PART-5')).toMatchObject({ kind: 'refused', reason: 'line-received' })
  })

  it('says whether a part is unknown or only not on this order', () => {
    const clerk = clerkAt({ aliases: { OTHER: 77 as PartId } })
    expect(clerk.scanAll('PO-1', 'OTHER')).toMatchObject({ reason: 'not-on-order' })
    expect(clerk.scan('NOBODY')).toMatchObject({ reason: 'unknown-code' })
  })

  it('fills lot, quantity and expiry from a supplier label', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', supplierLabel('PPART-3', 'Q250', '1TBF1103', '14D20271231'))
    expect(clerk.capture).toMatchObject({ lot: 'BF1103', quantity: quantityOf(250), expiry: '2027-12-31' })
  })

  it('does not take a quantity from a label that is more than what is open, and says so', () => {
    const clerk = clerkAt()
    expect(clerk.scanAll('PO-1', supplierLabel('PPART-3', 'Q900', '1TBF1103'))).toMatchObject({
      kind: 'accepted',
      sound: 'attention'
    })
    expect(clerk.capture.quantity).toBeNull()
    expect(clerk.capture.lot).toBe('BF1103')
  })

  it('keeps a put-away place until another is scanned', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'DS:LOC:A-01', 'PART-5', 'DS:QTY:5', 'DS:DONE', 'DS:DONE')
    expect(clerk.session).toMatchObject({ location: 'A-01', at: { kind: 'idle' } })
    expect(clerk.effects[0]).toMatchObject({ kind: 'receive', line: { location: 'A-01' } })
    expect(clerk.scan('DS:LOC:NOWHERE')).toMatchObject({ kind: 'refused', reason: 'unknown-code' })
  })

  it('does not open another order before this one is closed', () => {
    expect(clerkAt().scanAll('PO-1', 'PO-2')).toMatchObject({ kind: 'refused', reason: 'finish-first' })
    expect(clerkAt().scanAll('PO-1', 'DS:ORDER:PO-2')).toMatchObject({ kind: 'refused', reason: 'finish-first' })
  })

  it('closes with DONE and names what stays short', () => {
    const clerk = clerkAt()
    const answer = clerk.scanAll('PO-1', 'DS:DONE')
    expect(answer).toMatchObject({ kind: 'accepted', effect: { kind: 'close', order: 1 } })
    expect(answer.message).toContain('PART-1')
  })

  it('is left with CANCEL, without closing', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'DS:CANCEL')
    expect(clerk.session.at.kind).toBe('idle')
    expect(clerk.effects).toEqual([])
  })
})

describe('a line whose serials are captured', () => {
  const open = (more: Partial<DirectoryContents> = {}) => {
    const clerk = clerkAt(more)
    clerk.scanAll('PO-1', 'PART-1')
    return clerk
  }

  it('adds each unit, and receives them with DONE', () => {
    const clerk = open()
    expect(clerk.scanAll('FC-0001', 'FC-0002', 'DS:DONE')).toMatchObject({ kind: 'accepted', sound: 'line-complete' })
    expect(clerk.effects).toEqual([
      {
        kind: 'receive',
        line: {
          order: 1,
          orderLine: 1,
          quantity: quantityOf(2),
          serials: ['FC-0001', 'FC-0002'],
          generateSerials: 0,
          lot: null,
          generateLot: false,
          supplierLot: null,
          expiry: null,
          location: null
        }
      }
    ])
    expect(clerk.session.at).toEqual({ kind: 'receipt', order: 1 })
  })

  it('refuses a serial twice on the line, with the sound of a duplicate', () => {
    expect(open().scanAll('FC-0001', 'FC-0001')).toMatchObject({ reason: 'duplicate', sound: 'duplicate' })
  })

  it('refuses a serial that any part has ever had, and says whose it is', () => {
    const holder = {
      serial: 'FC-0001',
      partNumber: 'OLD-7',
      location: 'B-02',
      order: 'PO-0',
      receivedAt: '2026-03-01T08:00:00.000Z' as Instant,
      operator: 'kim'
    }
    const answer = open({ serials: [holder] }).scan('FC-0001')
    expect(answer).toMatchObject({ reason: 'duplicate', sound: 'duplicate' })
    for (const fact of ['OLD-7', 'B-02', 'PO-0', '2026-03-01', 'kim']) expect(answer.message).toContain(fact)
  })

  it('refuses the number of an order and a place in place of a serial', () => {
    const unmasked = aLine(1, { ...captured, serialMask: null }, 3)
    const clerk = clerkAt({ lines: [unmasked] })
    clerk.scanAll('PO-1', 'PART-1')
    for (const order of ['PO-1', 'PO-2']) {
      expect(clerk.scan(order)).toMatchObject({ reason: 'wrong-kind', title: 'That is an order number' })
    }
    const place = clerk.scan('A-01')
    expect(place).toMatchObject({ reason: 'wrong-kind', title: 'That is a place' })
    expect(place.message).toContain('DS:LOC:A-01')
    expect(clerk.scan(supplierLabel('PPART-1', 'SPO-2')).kind).toBe('accepted')
  })

  it('takes a serial that looks like an order where the part’s mask says so', () => {
    const line = aLine(1, { ...captured, serialMask: 'PO-#' }, 3)
    expect(clerkAt({ lines: [line] }).scanAll('PO-1', 'PART-1', 'PO-2').kind).toBe('accepted')
  })

  it('refuses what does not fit the mask, a part number, and an own label', () => {
    expect(open().scan('ZZ-9')).toMatchObject({ reason: 'mask' })
    expect(open().scan('PART-5')).toMatchObject({ reason: 'part-number' })
    const label = encodeOwnLabel({
      partNumber: 'PART-1',
      serial: 'FC-0009',
      lot: null,
      quantity: null,
      label: 'DS00000009',
      copy: 1
    })
    expect(open().scan(label)).toMatchObject({ reason: 'own-label' })
  })

  it('refuses one unit more than is open, whether scanned or on a label', () => {
    const clerk = open()
    clerk.scanAll('FC-0001', 'FC-0002', 'FC-0003')
    expect(clerk.scan('FC-0004')).toMatchObject({ reason: 'over-receipt' })
    expect(clerk.scan(supplierLabel('PPART-1', 'SFC-0004'))).toMatchObject({ reason: 'over-receipt' })
  })

  it('takes the serial and lot from the supplier label of a unit', () => {
    const clerk = open()
    clerk.scan(supplierLabel('PPART-1', 'SFC-0001', '1TL77'))
    expect(clerk.capture).toMatchObject({ serials: ['FC-0001'], supplierLot: 'L77', lot: 'L77' })
  })

  it('refuses the label of another part', () => {
    expect(open().scan(supplierLabel('PPART-3', '1TX'))).toMatchObject({ reason: 'wrong-part' })
  })

  it('takes the last scan back with UNDO, and at last the line itself', () => {
    const clerk = open()
    clerk.scanAll('FC-0001', 'FC-0002', 'DS:UNDO')
    expect(clerk.capture.serials).toEqual(['FC-0001'])
    clerk.scanAll('DS:UNDO', 'DS:UNDO')
    expect(clerk.session.at).toEqual({ kind: 'receipt', order: 1 })
    expect(clerk.scan('DS:UNDO')).toMatchObject({ reason: 'nothing-to-undo' })
  })

  it('is left with CANCEL without receiving, but not by the way', () => {
    const clerk = open()
    clerk.scan('FC-0001')
    expect(clerk.scan('DS:HOME')).toMatchObject({ reason: 'finish-first' })
    expect(clerk.scan('PO-2')).toMatchObject({ kind: 'refused' })
    clerk.scan('DS:CANCEL')
    expect(clerk.session.at).toEqual({ kind: 'receipt', order: 1 })
    expect(clerk.effects).toEqual([])
  })

  it('is not finished without a unit, nor by a count', () => {
    expect(open().scan('DS:DONE')).toMatchObject({ reason: 'serials-missing' })
    expect(open().scan('DS:QTY:2')).toMatchObject({ reason: 'wrong-kind' })
  })

  it('keeps digits as the serial that they are, even where they look like a GTIN', () => {
    const part = aPart(1, { tracking: 'serial', serialSource: 'captured' })
    const clerk = createClerk(fakeDirectory({ lines: [aLine(1, part, 3)] }))
    clerk.scanAll('PO-1', 'PART-1', '00012345600012')
    expect(clerk.capture.serials).toEqual(['00012345600012'])
  })
})

describe('a line whose serials are generated', () => {
  it('takes the open quantity where none was given', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'PART-2', 'DS:DONE')
    expect(clerk.effects[0]).toMatchObject({ line: { generateSerials: 25, quantity: quantityOf(25), serials: [] } })
  })

  it('takes as many as were said, in whole units and no more than are open', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'PART-2')
    expect(clerk.scan('DS:QTY:2.5')).toMatchObject({ reason: 'quantity-wrong' })
    expect(clerk.scan('DS:QTY:26')).toMatchObject({ reason: 'over-receipt' })
    clerk.scanAll('DS:QTY:10', 'DS:DONE')
    expect(clerk.effects[0]).toMatchObject({ line: { generateSerials: 10 } })
  })

  it('refuses a scanned serial: numbers come from one place only', () => {
    expect(clerkAt().scanAll('PO-1', 'PART-2', 'ABC')).toMatchObject({ kind: 'refused', reason: 'wrong-kind' })
  })
})

describe('a line of lots', () => {
  it('receives the scanned lot and the said quantity', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'PART-3', 'BF1103', 'DS:QTY:250', 'DS:DONE')
    expect(clerk.effects[0]).toMatchObject({
      line: { lot: 'BF1103', supplierLot: 'BF1103', generateLot: false, quantity: quantityOf(250) }
    })
  })

  it('asks for what is missing', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'PART-3')
    expect(clerk.scan('DS:DONE')).toMatchObject({ reason: 'quantity-missing' })
    clerk.scan('DS:QTY:5')
    expect(clerk.scan('DS:DONE')).toMatchObject({ reason: 'lot-missing' })
  })

  it('takes the next own lot with GENERATE, where the part has a pattern', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'PART-4', 'DS:GENERATE', 'DS:QTY:100', 'DS:DONE')
    expect(clerk.effects[0]).toMatchObject({ line: { lot: null, generateLot: true } })
    expect(clerkAt().scanAll('PO-1', 'PART-3', 'DS:GENERATE')).toMatchObject({ reason: 'no-number' })
  })

  it('keeps the supplier’s lot beside ours where we number the lots', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'PART-4', 'SUP-LOT-7', 'DS:QTY:100', 'DS:DONE')
    expect(clerk.effects[0]).toMatchObject({ line: { lot: null, generateLot: true, supplierLot: 'SUP-LOT-7' } })
  })

  it.each([
    ['asked for before the supplier’s lot', ['DS:GENERATE', 'SUP-LOT-7']],
    ['asked for after the supplier’s lot', ['SUP-LOT-7', 'DS:GENERATE']],
    ['asked for before a label with the supplier’s lot', ['DS:GENERATE', supplierLabel('PPART-6', '1TSUP-LOT-7')]],
    ['asked for after a label with the supplier’s lot', [supplierLabel('PPART-6', '1TSUP-LOT-7'), 'DS:GENERATE']]
  ])('keeps the supplier’s lot beside an own one %s', (_when, scans) => {
    const eitherLot = aPart(6, { tracking: 'lot', lotSource: 'supplier', lotPattern: 'LOT-{YYYY}-{####}' })
    const clerk = clerkAt({ lines: [aLine(6, eitherLot, 100)] })
    clerk.scanAll('PO-1', 'PART-6', ...scans, 'DS:QTY:100', 'DS:DONE')
    expect(clerk.effects[0]).toMatchObject({ line: { lot: null, generateLot: true, supplierLot: 'SUP-LOT-7' } })
  })

  it('holds one lot at a time', () => {
    const clerk = clerkAt()
    expect(clerk.scanAll('PO-1', 'PART-3', 'BF1103', 'BF1104')).toMatchObject({ reason: 'lot-taken' })
    expect(clerk.scan('BF1103')).toMatchObject({ reason: 'duplicate' })
    expect(clerk.scan(supplierLabel('PPART-3', '1TBF1104'))).toMatchObject({ reason: 'lot-taken' })
  })

  it('refuses a part number, a serial, an order or a place in place of the lot', () => {
    const serials = [
      { serial: 'S1', partNumber: 'PART-1', location: 'DOCK', order: null, receivedAt: null, operator: null }
    ]
    expect(clerkAt().scanAll('PO-1', 'PART-3', 'PART-5')).toMatchObject({ reason: 'part-number' })
    expect(clerkAt({ serials }).scanAll('PO-1', 'PART-3', 'S1')).toMatchObject({ reason: 'wrong-kind' })
    expect(clerkAt().scanAll('PO-1', 'PART-3', 'PO-1')).toMatchObject({ title: 'That is an order number' })
    expect(clerkAt().scanAll('PO-1', 'PART-4', 'A-01')).toMatchObject({ title: 'That is a place' })
  })

  it('knows the label of a lot that was received before', () => {
    const clerk = clerkAt({ lots: [aLot(supplierLot, 'BF1103')] })
    const label = encodeOwnLabel({
      partNumber: 'PART-3',
      serial: null,
      lot: 'BF1103',
      quantity: quantityOf(9),
      label: 'DS00000001',
      copy: 1
    })
    clerk.scanAll('PO-1', label)
    expect(clerk.capture).toMatchObject({ lot: 'BF1103', quantity: null })
  })
})

describe('a symbol that holds articles’ numbers alone', () => {
  const free = aPart(6, { tracking: 'serial', serialSource: 'captured' })
  const clerkWith = () => createClerk(fakeDirectory({ lines: [...lines, aLine(6, free, 3)] }))

  it.each([']E04006381333931', ']E402345673', ']E3400638133393112'])('is no serial: %s', (text) => {
    const clerk = clerkWith()
    const answer = clerk.scanAll('PO-1', 'PART-6', text)
    expect(answer).toMatchObject({ kind: 'refused', reason: 'wrong-kind', title: 'That is an article number' })
    expect(answer.message).toContain('and no serial.')
    expect(clerk.capture.serials).toEqual([])
  })

  it('is no lot', () => {
    const clerk = clerkWith()
    expect(clerk.scanAll('PO-1', 'PART-3', ']E04006381333931').message).toContain('and no lot.')
    expect(clerk.capture.lot).toBeNull()
  })

  it('may be a serial where no symbol says so', () => {
    const clerk = clerkWith()
    clerk.scanAll('PO-1', 'PART-6', '4006381333931')
    expect(clerk.capture.serials).toEqual(['4006381333931'])
  })
})

describe('a line of untracked goods', () => {
  it('receives a count that somebody has said', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'PART-5', 'DS:QTY:12.5', 'DS:DONE')
    expect(clerk.effects[0]).toMatchObject({ line: { quantity: 12_500_000, lot: null, serials: [] } })
    expect(clerkAt().scanAll('PO-1', 'PART-5', 'DS:DONE')).toMatchObject({ reason: 'quantity-missing' })
  })

  it.each(['DS:QTY:0', 'DS:QTY:-1', 'DS:QTY:1e9', 'DS:QTY:1.1234567', 'DS:QTY:', 'DS:QTY:1000000000'])(
    'refuses %s in words',
    (code) => {
      const answer = clerkAt().scanAll('PO-1', 'PART-5', code)
      expect(answer).toMatchObject({ kind: 'refused', reason: 'bad-command' })
      expect(answer.message.length).toBeGreaterThan(20)
    }
  )

  it('does not count by scanning the part again', () => {
    expect(clerkAt().scanAll('PO-1', 'PART-5', 'PART-5')).toMatchObject({ reason: 'wrong-kind' })
  })
})
