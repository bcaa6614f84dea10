import { describe, expect, it } from 'vitest'
import { encodeCommand, readCommand } from '../../../src/core/barcode/commands.ts'
import type { PartId } from '../../../src/core/ids.ts'
import { quantityOf } from '../../../src/core/quantity.ts'
import { createClerk } from '../../fakes/clerk.ts'
import { aLine, aPart, fakeDirectory, type DirectoryContents } from '../../fakes/directory.ts'
import type { TeachEffect } from '../../../src/core/teaching/effect.ts'
import type { Clerk } from '../../fakes/clerk.ts'

const lotPart = aPart(3, { tracking: 'lot', lotSource: 'supplier' })
const lines = [aLine(3, lotPart, 500), aLine(4, aPart(4), 1000)]

function clerkAt(more: Partial<DirectoryContents> = {}): Clerk {
  return createClerk(fakeDirectory({ lines, locations: ['DOCK'], aliases: { '4711-A': 3 as PartId }, ...more }))
}

function taughtBy(clerk: Clerk): TeachEffect {
  const effect = clerk.effects.find(({ kind }) => kind === 'teach-format')
  if (effect?.kind !== 'teach-format') throw new Error('nothing was taught')
  return effect
}

/** The same clerk on another day, with what was taught. */
function nextDay(clerk: Clerk): Clerk {
  const { name, layout, samples } = taughtBy(clerk)
  return clerkAt({ teaching: { formats: () => [{ name, layout }], samples: () => samples, names: () => [name] } })
}

const LABEL = 'NW|4711-A|C88X|000250|20271231'
const OTHER = 'NW|4711-A|C91Z|000100|20280630'

describe('a supplier’s label that nobody understands', () => {
  it('says with its refusal that it can be taught', () => {
    const clerk = clerkAt()
    const answer = clerk.scanAll('PO-1', LABEL)
    expect(answer).toMatchObject({ kind: 'refused', reason: 'unknown-code', isTeachable: true })
    expect(answer.message).toContain('DS:TEACH')
    expect(clerk.scan('FOO')).not.toHaveProperty('isTeachable')
  })

  it('is taught by two samples and a choice for each piece, and read from then on', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'DS:TEACH', LABEL, OTHER, 'DS:PICK:9', 'DS:PICK:1')
    expect(clerk.scan('DS:PICK:2').message).toContain('Lot is C88X, C91Z, or in another way with DS:PICK:8.')
    expect(clerk.scan('DS:PICK:8').message).toContain('Lot is 88X, 91Z')
    clerk.scanAll('DS:PICK:4', 'DS:PICK:5')
    expect(clerk.scan('DS:DONE')).toMatchObject({ kind: 'accepted', sound: 'line-complete', title: 'Label taught' })
    expect(clerk.session.at).toEqual({ kind: 'receipt', order: 1 })
    expect(taughtBy(clerk)).toMatchObject({ supplier: 'Nordwerk', name: 'Nordwerk 1', isNext: false })

    const next = nextDay(clerk)
    const answer = next.scanAll('PO-1', 'NW|4711-A|C7|000044|20290131')
    expect(answer).toMatchObject({ kind: 'accepted', title: 'PART-3' })
    expect(next.capture).toMatchObject({ lot: '7', supplierLot: '7', quantity: quantityOf(44), expiry: '2029-01-31' })
  })

  it('is guessed as far as the station knows: the part, the count and the date', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'DS:TEACH', LABEL, OTHER, 'DS:PIECE:3', 'DS:PICK:2')
    clerk.scan('DS:DONE')
    expect(taughtBy(clerk).layout).toMatchObject({
      separators: '|',
      parts: [
        { text: 'NW|' },
        { field: { title: 'Part number', meaning: 'supplier-part-number' } },
        { text: '|' },
        { field: { title: 'Lot' } },
        { text: '|' },
        { field: { title: 'Quantity', format: 'quantity' } },
        { text: '|' },
        { field: { title: 'Expiry', format: 'YYYYMMDD' } }
      ]
    })
  })

  it('begins with the label that was scanned just before and not understood', () => {
    const clerk = clerkAt({ teaching: { lastUnread: () => ({ text: LABEL, aim: null }) } })
    expect(clerk.scanAll('PO-1', 'DS:TEACH').message).toContain('Piece 1 is NW.')
    expect(clerk.scan(LABEL)).toMatchObject({ reason: 'duplicate', sound: 'duplicate' })
  })

  it('is taught by its marks, whichever of them are there', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'DS:TEACH', 'ART=4711-A;CH=88;ST=250', 'ST=10;ART=4711-A;CH=90;X=1', 'DS:DONE')
    const next = nextDay(clerk)
    next.scanAll('PO-1', 'CH=99;ART=4711-A')
    expect(next.capture).toMatchObject({ lot: '99', quantity: null })
  })

  it('is taught by changes between letters and digits', () => {
    const clerk = clerkAt({ aliases: { NW: 3 as PartId } })
    clerk.scanAll('PO-1', 'DS:TEACH', 'NW4711CH88', 'NW12CH9', 'DS:PICK:1', 'DS:PICK:2', 'DS:PICK:9', 'DS:PICK:4')
    expect(clerk.scan('DS:DONE')).toMatchObject({ title: 'Label taught' })
    const next = createClerk(
      fakeDirectory({ lines, aliases: { NW: 3 as PartId }, teaching: { formats: () => [taughtBy(clerk)] } })
    )
    next.scanAll('PO-1', 'NW500CH77')
    expect(next.capture).toMatchObject({ lot: '500', quantity: quantityOf(77) })
  })

  it('is taught by fixed places, cut by hand where nothing else tells', () => {
    const clerk = clerkAt({ aliases: { '4711': 3 as PartId } })
    clerk.scanAll('PO-1', 'DS:TEACH', '471100250271231', '471100100280630')
    clerk.scanAll('DS:CUT:4')
    expect(clerk.scan('DS:PIECE:2').message).toContain('00250, 00100')
    expect(clerk.scan('DS:DONE')).toMatchObject({ title: 'Label taught' })
    expect(taughtBy(clerk).layout).toMatchObject({
      parts: [
        { length: 4, field: { title: 'Part number' } },
        { length: 5, field: { title: 'Quantity' } },
        { length: 6, field: { title: 'Expiry', format: 'YYMMDD' } }
      ]
    })
  })
})

describe('a label of a standard that says less than it could', () => {
  const label = (part: string, lot: string) => `[)>\x1e06\x1d1P${part}\x1dQ5\x1d21Z${lot}\x1e\x04`

  it('gets a meaning for what its standard leaves open, and keeps all others', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'DS:TEACH', label('4711-A', 'L-1'), 'DS:PICK:2')
    expect(clerk.scan('DS:DONE')).toMatchObject({ title: 'Label taught' })
    const next = nextDay(clerk)
    next.scanAll('PO-1', label('4711-A', 'L-2'))
    expect(next.capture).toMatchObject({ lot: 'L-2', quantity: quantityOf(5) })
  })

  it('is a question where what was taught is there twice and differs', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'DS:TEACH', label('4711-A', 'L-1'), 'DS:PICK:2', 'DS:DONE')
    const twice = label('4711-A', 'L-2\x1d21ZL-3')
    const next = nextDay(clerk)
    expect(next.scanAll('PO-1', twice)).toMatchObject({ title: 'Which is meant?' })
    expect(next.scan('DS:PICK:2')).toMatchObject({ title: 'PART-3' })
    expect(next.capture.lot).toBe('L-3')
  })

  it('is no sample where all of it is understood', () => {
    const clerk = clerkAt()
    expect(clerk.scanAll('PO-1', 'DS:TEACH', '[)>\x1e06\x1d1PA\x1dQ5\x1e\x04')).toMatchObject({
      kind: 'refused',
      title: 'Understood already'
    })
  })
})

describe('a format that is taught', () => {
  it('is refused where it would read a code that means something here', () => {
    const clerk = clerkAt({ teaching: { knownCodes: () => [{ code: 'A|B|C', what: 'a place' }] } })
    clerk.scanAll('PO-1', 'DS:TEACH', '4711-A|B7|C9', '4711-A|X|Y', 'DS:PIECE:2', 'DS:PICK:2')
    const answer = clerk.scan('DS:DONE')
    expect(answer).toMatchObject({ kind: 'refused', reason: 'format-conflict', sound: 'attention' })
    expect(answer.message).toContain('A|B|C, which is a place')
  })

  it('is refused while one label alone says too little', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'DS:TEACH', 'NW4711CH88', 'DS:PICK:9', 'DS:PICK:2')
    expect(clerk.scan('DS:DONE')).toMatchObject({ kind: 'refused', reason: 'sample-missing' })
  })

  it('is kept beside one that reads the same labels only when that was said', () => {
    const first = clerkAt()
    first.scanAll('PO-1', 'DS:TEACH', LABEL, OTHER, 'DS:PIECE:3', 'DS:PICK:2', 'DS:DONE')
    const { name, layout, samples } = taughtBy(first)
    const clerk = clerkAt({
      teaching: { formats: () => [{ name, layout }], samples: () => samples, names: () => [name] }
    })
    clerk.scanAll('PO-1', 'DS:TEACH', LABEL, OTHER, 'DS:PIECE:3', 'DS:PICK:3')
    expect(clerk.scan('DS:DONE')).toMatchObject({ sound: 'attention', title: 'Two formats meet' })
    expect(clerk.effects).toEqual([])
    expect(clerk.scan('DS:DONE')).toMatchObject({ title: 'Label taught' })
    expect(taughtBy(clerk).name).toBe('Nordwerk 2')
  })

  it.each([
    ['Müller & Söhne', 'Muller & Sohne 1'],
    ['Завод', 'Label 1'],
    ['', 'Label 1'],
    ['N'.repeat(200), `${'N'.repeat(43)} 1`]
  ])('of supplier %j has a name that its command can say', (supplier, name) => {
    const directory = fakeDirectory({ lines, aliases: { '4711-A': 3 as PartId } })
    const order = directory.order('PO-1')
    if (!order) throw new Error('the order is there')
    const clerk = createClerk({ ...directory, orderAt: () => ({ ...order, supplier }) })
    clerk.scanAll('PO-1', 'DS:TEACH', LABEL, OTHER, 'DS:DONE')
    expect(taughtBy(clerk)).toMatchObject({ supplier, name })
    const command = { kind: 'teach', format: name } as const
    expect(readCommand(encodeCommand(command))).toEqual({ kind: 'command', command })
  })

  it('is corrected by its samples and one more, as its next version', () => {
    const first = clerkAt()
    first.scanAll('PO-1', 'DS:TEACH', LABEL, OTHER, 'DS:PIECE:3', 'DS:PICK:2', 'DS:DONE')
    const clerk = nextDay(first)
    clerk.scanAll('PO-1', 'DS:TEACH:Nordwerk 1', 'NX|4711-A|C1|5|20281231', 'DS:PIECE:4', 'DS:PICK:2', 'DS:DONE')
    expect(taughtBy(clerk)).toMatchObject({ name: 'Nordwerk 1', isNext: true, samples: { length: 3 } })
    expect(clerk.scan('DS:TEACH:Nobody')).toMatchObject({ reason: 'unknown-code' })
  })

  it('needs a piece with a meaning, and its pieces what they are said to be', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'DS:TEACH')
    expect(clerk.scan('DS:DONE')).toMatchObject({ reason: 'sample-missing' })
    clerk.scanAll('AB|CD|EF')
    expect(clerk.scan('DS:PICK:4')).toMatchObject({ title: 'That is no quantity' })
    expect(clerk.scan('DS:PICK:5')).toMatchObject({ title: 'That is no date' })
    expect(clerk.scan('DS:DONE')).toMatchObject({ reason: 'field-missing' })
  })

  it('is not kept with a count that a later label shows to be none', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'DS:TEACH', '4711-A|L1|5', 'DS:PIECE:2', 'DS:PICK:2', 'DS:PICK:4', '4711-A|L2|X5')
    const refusal = clerk.scan('DS:DONE')
    expect(refusal).toMatchObject({ kind: 'refused', title: 'That is no quantity' })
    expect(refusal.message).toContain('DS:PIECE:3')
    clerk.scanAll('DS:PIECE:3', 'DS:PICK:9')
    expect(clerk.scan('DS:DONE')).toMatchObject({ title: 'Label taught' })
  })

  it('has no date by itself where each label would write it in a way of its own', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'DS:TEACH', '4711-A|L1|31122027')
    expect(clerk.scan('DS:PIECE:3').message).toContain('Is it the expiry?')
    clerk.scanAll('4711-A|L2|20271231')
    expect(clerk.scan('DS:PIECE:3').message).toContain('What is it?')
  })

  it('keeps what was said of its pieces with each further label, against what is guessed', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'DS:TEACH', '4711-A|SU-1|L1', 'DS:PIECE:2', 'DS:PICK:1', 'DS:PICK:2', '4711-A|SU-2|L2')
    expect(clerk.scan('DS:DONE')).toMatchObject({ title: 'Label taught' })
    expect(JSON.stringify(taughtBy(clerk).layout)).toMatch(/Not needed 1.*"Part number".*"Lot"/)
  })

  it('keeps what was said of a piece where one before it was empty so far', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'DS:TEACH', '4711-A||C88', 'DS:PIECE:2', 'DS:PICK:2', '4711-A|7|C91')
    expect(clerk.scan('DS:DONE')).toMatchObject({ title: 'Label taught' })
    expect(JSON.stringify(taughtBy(clerk).layout)).toMatch(/"Part number".*"Quantity".*"Lot"/)
  })

  it('keeps in its next version what has to stand on each label, and what need not', () => {
    for (const [text, isConstant] of [
      ['0815', true],
      ['0815', false],
      ['NW', true],
      ['NW', false]
    ] as const) {
      const first = clerkAt()
      const scans = [
        'PO-1',
        'DS:TEACH',
        `4711-A|L1|${text}`,
        `4711-A|L2|${text}`,
        'DS:PIECE:2',
        'DS:PICK:2',
        'DS:PICK:9'
      ]
      first.scanAll(...scans, ...((text === 'NW') === isConstant ? [] : ['DS:PICK:8']), 'DS:DONE')
      const { layout } = taughtBy(first)
      expect(JSON.stringify(layout).includes(`|${text}`)).toBe(isConstant)
      const next = nextDay(first)
      next.scanAll('PO-1', 'DS:TEACH:Nordwerk 1', `4711-A|L3|${text}`, 'DS:DONE')
      expect(taughtBy(next)).toMatchObject({ isNext: true, layout, samples: { length: 3 } })
    }
  })

  it('says of a label of another kind that it is one', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'DS:TEACH', LABEL)
    expect(clerk.scan('???')).toMatchObject({ reason: 'sample-differs' })
  })
})

describe('a scan that a taught format reads', () => {
  it('is no plain text, unless it is a code that is known here: then it is a question', () => {
    const first = clerkAt()
    first.scanAll('PO-1', 'DS:TEACH', '4711-A|L1', '4711-A|L2', 'DS:PIECE:2', 'DS:PICK:2', 'DS:DONE')
    expect(nextDay(first).scanAll('PO-1', '4711-A|L3')).toMatchObject({ title: 'PART-3' })
    const { name, layout } = taughtBy(first)
    const clerk = clerkAt({
      aliases: { '4711-A': 3 as PartId, '4711-A|L3': 4 as PartId },
      teaching: { formats: () => [{ name, layout }] }
    })
    expect(clerk.scanAll('PO-1', '4711-A|L3')).toMatchObject({ title: 'Which is meant?', sound: 'attention' })
    expect(clerk.scan('DS:PICK:1')).toMatchObject({ title: 'PART-3' })
  })
})

describe('a code that looks like a taught label without its part', () => {
  const unitPart = aPart(5, { tracking: 'serial', serialSource: 'captured' })

  function clerkWithLots(): Clerk {
    const first = clerkAt()
    first.scanAll('PO-1', 'DS:TEACH', 'C88X-250', 'C91Z-100', 'DS:PICK:2', 'DS:PICK:4', 'DS:DONE')
    const { name, layout } = taughtBy(first)
    const more = [...lines, aLine(5, unitPart, 10)]
    return clerkAt({ lines: more, teaching: { formats: () => [{ name, layout }] } })
  }

  it('is no lot of another format without asking where serials are scanned: the serial is offered first', () => {
    const clerk = clerkWithLots()
    expect(clerk.scanAll('PO-1', 'PART-5', 'SN-0042')).toMatchObject({ title: 'Which is meant?', sound: 'attention' })
    expect(clerk.capture).toMatchObject({ serials: [], lot: null })
    clerk.scan('DS:PICK:1')
    expect(clerk.capture).toMatchObject({ serials: ['SN-0042'], lot: null })
  })

  it('is asked about once for a line, and again where the answer was taken back', () => {
    const clerk = clerkWithLots()
    clerk.scanAll('PO-1', 'PART-5', 'SN-0042', 'DS:PICK:1', 'SN-0043')
    expect(clerk.capture.serials).toEqual(['SN-0042', 'SN-0043'])
    clerk.scanAll('DS:UNDO', 'DS:UNDO')
    expect(clerk.scan('SN-0044')).toMatchObject({ title: 'Which is meant?' })
  })

  it('is a label without a serial only for the one scan of which that was said', () => {
    const clerk = clerkWithLots()
    clerk.scanAll('PO-1', 'PART-5', 'C88X-250', 'DS:PICK:2')
    expect(clerk.capture).toMatchObject({ serials: [], lot: 'C88X' })
    clerk.scan('SN-0042')
    expect(clerk.capture.serials).toEqual(['SN-0042'])
  })

  it('is not taken apart without asking where a lot is scanned', () => {
    const clerk = clerkWithLots()
    const answer = clerk.scanAll('PO-1', 'PART-3', 'XY-200')
    expect(answer.title).toBe('Which is meant?')
    expect(answer.message).toMatch(/1: .*Lot XY.*2: As it stands XY-200/)
    clerk.scan('DS:PICK:2')
    expect(clerk.capture).toMatchObject({ lot: 'XY-200', quantity: null })
  })
})

describe('teaching', () => {
  it('takes back scan by scan, and is left without a trace', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'PART-3', 'DS:TEACH', LABEL, 'DS:PICK:9')
    expect(clerk.scan('DS:UNDO').message).toContain('Piece 1')
    expect(clerk.scan('DS:UNDO').message).toBe('Scan a label of this supplier.')
    expect(clerk.scan('DS:UNDO')).toMatchObject({ reason: 'nothing-to-undo' })
    clerk.scan('DS:CANCEL')
    expect(clerk.session.at).toMatchObject({ kind: 'line', line: 3 })
    expect(clerk.effects).toEqual([])
  })

  it('needs the order of the supplier, and no other work', () => {
    const clerk = clerkAt()
    expect(clerk.scan('DS:TEACH')).toMatchObject({ reason: 'wrong-kind', title: 'No order is open' })
    expect(clerk.scan('DS:PIECE:1')).toMatchObject({ reason: 'wrong-kind' })
    clerk.scan('DS:COUNT')
    expect(clerk.scan('DS:TEACH')).toMatchObject({ reason: 'finish-first' })
  })

  it('does nothing else meanwhile', () => {
    const clerk = clerkAt()
    clerk.scanAll('PO-1', 'DS:TEACH')
    for (const text of ['DS:COUNT', 'DS:ORDER:PO-2', 'DS:QTY:5', 'DS:LOC:DOCK', 'DS:GENERATE', 'DS:HOLD']) {
      expect(clerk.scan(text), text).toMatchObject({ reason: 'finish-first' })
    }
    expect(clerk.scan('PO-1')).toMatchObject({ title: 'That is an order number' })
    expect(clerk.scan('DS:WAY:9')).toMatchObject({ reason: 'wrong-kind', title: 'No such way' })
    expect(clerk.scan('DS:PIECE:9')).toMatchObject({ reason: 'wrong-kind', title: 'No such piece' })
  })
})
