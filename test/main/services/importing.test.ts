import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { ImportKind } from '../../../src/core/importing/import-kind.ts'
import { eventInWords } from '../../../src/main/services/event-words.ts'
import { importFile, type ImportContext, type ImportOutcome } from '../../../src/main/services/importing.ts'
import { openReadable, openWritable, type ReadableDb } from '../../../src/main/store/database.ts'
import { eachEvent } from '../../../src/main/store/event.ts'
import { findLocation } from '../../../src/main/store/location.ts'
import { migrate } from '../../../src/main/store/migrate.ts'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { findOrder, linesOf } from '../../../src/main/store/order.ts'
import { findPart, supplierPartNumbersOf } from '../../../src/main/store/part.ts'
import { verifyStore } from '../../../src/main/store/verify.ts'
import { newStore, scan, stationWithOrder, testClock } from '../../helpers/store.ts'
import { traceCode } from '../../helpers/trace.ts'

const folder = mkdtempSync(join(tmpdir(), 'dockside-import-'))
afterAll(() => rmSync(folder, { recursive: true }))

function emptyStation(): ImportContext {
  const station = { id: 'DOCK-1', site: 'BER', location: 'DOCK' }
  return { db: newStore(), clock: testClock(), operator: 'kim', station }
}

let files = 0
function importText(context: ImportContext, kind: ImportKind, text: string): ImportOutcome {
  const file = join(folder, `${(files += 1)}-${kind}.csv`)
  writeFileSync(file, text)
  return importFile(context, kind, file)
}

function importLines(context: ImportContext, kind: ImportKind, ...lines: readonly string[]): ImportOutcome {
  return importText(context, kind, lines.join('\n'))
}

function countsOf(outcome: ImportOutcome): readonly number[] {
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.problems))
  return [outcome.added, outcome.changed, outcome.unchanged]
}

/** What is wrong, as `line column: reason`. */
function problemsOf(outcome: ImportOutcome): readonly string[] {
  if (outcome.kind === 'imported') throw new Error('the file was imported')
  return outcome.problems.map(({ line, column, reason }) => `${line} ${column ?? 'row'}: ${reason}`)
}

function everyTable(db: ReadableDb): unknown {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as { name: string }[]
  return tables.map(({ name }) => [name, db.prepare(`SELECT * FROM "${name}"`).all()])
}

function events(context: ImportContext) {
  return [...eachEvent(context.db)]
}

const PARTS = [
  'part_number,revision,description,tracking,serial_source,serial_pattern,serial_mask,lot_source,supplier_part_numbers,gtin',
  'FC-7700,C,Flight controller,serial,captured,,FC-####,,AER-1;AER-2,4006381333931',
  'BR-2041,A,Bracket,serial,generated,BR-{YY}-{####},,,,',
  'BR-2041,B,Bracket,serial,generated,BR-{YY}-{####},,,,',
  'OR-0560,,O-ring,lot,,,,supplier,,',
  'SC-M4,,Screw,untracked,,,,,,'
]
const LOCATIONS = ['code,description', 'DOCK,Goods in', 'A-01,']
const ORDERS = [
  'order,supplier,line,part_number,revision,quantity,due,location',
  'PO-1,Nordwerk,1,FC-7700,C,12,2026-11-23,A-01',
  'PO-1,Nordwerk,2,BR-2041,B,25,,',
  'PO-2,"Müller, Söhne",1,OR-0560,,99.5,,',
  'PO-2,"Müller, Söhne",2,SC-M4,,2000,2026-12-24,DOCK'
]
const EXPECTED = [
  'order,line,serial,lot,quantity,carton',
  'PO-1,1,FC-0001,,,C1',
  'PO-1,1,FC-0002,L9,1,C1',
  'PO-2,1,,L7,50,C2'
]
const FILES: readonly (readonly [ImportKind, readonly string[]])[] = [
  ['parts', PARTS],
  ['locations', LOCATIONS],
  ['orders', ORDERS],
  ['expected', EXPECTED]
]

function filledStation(): ImportContext {
  const context = emptyStation()
  for (const [kind, lines] of FILES) expect(importLines(context, kind, ...lines).kind).toBe('imported')
  return context
}

describe('an import', () => {
  it('takes over all rows of a file', () => {
    const { db } = filledStation()
    const part = findPart(db, 'FC-7700', 'C')
    expect(part).toMatchObject({ tracking: 'serial', serialMask: 'FC-####', gtin: '04006381333931', unit: 'pcs' })
    expect(part && supplierPartNumbersOf(db, part.id)).toEqual(['AER-1', 'AER-2'])
    expect(findLocation(db, 'A-01')).toMatchObject({ code: 'A-01' })
    const order = findOrder(db, 'PO-2')
    expect(order?.supplier).toBe('Müller, Söhne')
    expect(order && linesOf(db, order.id)).toMatchObject([
      { line: '1', ordered: 99_500_000, due: null, location: null },
      { line: '2', due: '2026-12-24', location: 'DOCK' }
    ])
    expect(db.prepare('SELECT serial, lot, carton, quantity FROM expected_item ORDER BY serial DESC').all()).toEqual([
      { serial: 'FC-0002', lot: 'L9', carton: 'C1', quantity: 1_000_000 },
      { serial: 'FC-0001', lot: '', carton: 'C1', quantity: 1_000_000 },
      { serial: '', lot: 'L7', carton: 'C2', quantity: 50_000_000 }
    ])
    expect(verifyStore(db).problems).toEqual([])
  })

  it('of the same files a second time changes nothing and says so', () => {
    const context = filledStation()
    const before = everyTable(context.db)
    for (const [kind, lines] of FILES) {
      expect(countsOf(importLines(context, kind, ...lines))).toEqual([0, 0, lines.length - 1])
    }
    expect(everyTable(context.db)).toEqual(before)
  })

  it('is the same from JSON as from CSV', () => {
    const fromCsv = filledStation()
    const rows = [
      {
        order: 'PO-1',
        supplier: 'Nordwerk',
        line: 1,
        part_number: 'FC-7700',
        revision: 'C',
        quantity: 12,
        due: '2026-11-23',
        location: 'A-01'
      },
      {
        order: 'PO-2',
        supplier: 'Müller, Söhne',
        line: '1',
        part_number: 'OR-0560',
        revision: null,
        quantity: '99.5',
        due: null
      }
    ]
    expect(countsOf(importText(fromCsv, 'orders', JSON.stringify(rows)))).toEqual([0, 0, 2])
  })

  it('with one bad row changes nothing, whichever row it is', () => {
    const context = filledStation()
    const before = everyTable(context.db)
    const good = (n: number) => `PO-9,Nordwerk,${n},FC-7700,C,1,,`
    const bad = fc.constantFrom(
      'PO-9,Nordwerk,x,FC-7700,C,1',
      'PO-9,Nordwerk,x,NONE,,1,,',
      'PO-9,Nordwerk,x,FC-7700,Z,1,,',
      'PO-9,Nordwerk,x,FC-7700,C,1.5,,',
      'PO-9,Nordwerk,x,FC-7700,C,0,,',
      'PO-9,Nordwerk,x,FC-7700,C,1,tomorrow,',
      'PO-9,Nordwerk,x,FC-7700,C,1,,NOWHERE',
      'PO-9,Another,x,FC-7700,C,1,,',
      ',Nordwerk,x,FC-7700,C,1,,',
      'PO-9,Nordwerk,1,SC-M4,,1,,',
      'PO-9,Nordwerk,x,"FC"-7700,C,1,,'
    )
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 20 }), fc.nat(), bad, (rows, at, line) => {
        const lines = Array.from({ length: rows }, (_, index) => good(index + 1))
        lines.splice(1 + (at % rows), 0, line)
        const outcome = importLines(context, 'orders', ORDERS[0] ?? '', ...lines)
        expect(outcome).toMatchObject({ kind: 'refused' })
        expect(everyTable(context.db)).toEqual(before)
      }),
      { numRuns: 50 }
    )
  })

  it('is in the chain of events with its file, its counts and who did it', () => {
    const context = emptyStation()
    const outcome = importLines(context, 'locations', ...LOCATIONS)
    expect(events(context)).toMatchObject([
      {
        kind: 'file-imported',
        operator: 'kim',
        station: 'DOCK-1',
        at: '2026-11-23T10:00:00.000Z',
        data: {
          file: expect.stringMatching(/^\d+-locations.csv$/) as string,
          kind: 'locations',
          sha256: outcome.kind === 'imported' ? outcome.sha256 : '',
          added: 2,
          changed: 0,
          unchanged: 0
        }
      }
    ])
  })

  it('of a file that cannot be read is a failure in words', () => {
    const context = emptyStation()
    expect(() => importFile(context, 'parts', join(folder, 'none.csv'))).toThrow(/there is no such file/)
  })

  it('is on the disk when it is done', () => {
    const file = join(folder, 'real.db')
    const db = openWritable(file)
    migrate(db, MIGRATIONS)
    const context = { ...emptyStation(), db }
    for (const [kind, lines] of FILES) importLines(context, kind, ...lines)
    const other = openReadable(file)
    expect(everyTable(other)).toEqual(everyTable(db))
    expect(verifyStore(other).problems).toEqual([])
    other.close()
    db.close()
  })
})

describe('a file of parts', () => {
  it('records what changed of each part, old and new', () => {
    const context = filledStation()
    const outcome = importLines(
      context,
      'parts',
      'part_number,revision,description,tracking,supplier_part_numbers',
      'FC-7700,C,Flight controller 2,serial,AER-2',
      'BR-2041,B,Bracket,serial,',
      'SC-M4,,Screw,untracked,'
    )
    expect(countsOf(outcome)).toEqual([0, 1, 2])
    const part = findPart(context.db, 'FC-7700', 'C')
    expect(part).toMatchObject({ description: 'Flight controller 2', serialMask: 'FC-####', gtin: '04006381333931' })
    expect(events(context).slice(-2)).toMatchObject([
      { kind: 'file-imported' },
      {
        kind: 'part-changed',
        subjects: [{ kind: 'part', id: part?.id }],
        data: {
          part_number: 'FC-7700',
          changes: { supplier_part_numbers: { from: 'AER-1;AER-2', to: 'AER-2' } },
          revisions: { C: { description: { from: 'Flight controller', to: 'Flight controller 2' } } }
        }
      }
    ])
    const trace = traceCode(context.db, 'FC-7700', null)
    expect(trace.kind === 'found' && trace.trace.history.map(eventInWords)).toEqual([
      'Part FC-7700 changed by an import: supplier_part_numbers AER-1;AER-2 → AER-2; revision C: description Flight controller → Flight controller 2'
    ])
    expect(verifyStore(context.db).problems).toEqual([])
  })

  it('adds a revision, and records what that changes of the part', () => {
    const context = filledStation()
    const outcome = importLines(
      context,
      'parts',
      'part_number,revision,tracking,serial_source,inspection',
      'FC-7700,D,serial,captured,yes'
    )
    expect(countsOf(outcome)).toEqual([1, 0, 0])
    expect(findPart(context.db, 'FC-7700', 'C')?.inspection).toBe(true)
    expect(events(context).at(-1)?.data).toMatchObject({
      changes: { inspection: { from: 'no', to: 'yes' } },
      revisions: { D: { serial_source: { from: '', to: 'captured' } } }
    })
  })

  it('may not bring patterns that could make the same serials', () => {
    const context = filledStation()
    const header = 'part_number,tracking,serial_source,serial_pattern'
    const [problem, ...others] = problemsOf(importLines(context, 'parts', header, 'NEW,serial,generated,BR-26-{####}'))
    expect(problem).toMatch(/^2 serial_pattern: it could give BR-26-\d{4}, and so could BR-\{YY\}-\{####\} of BR-2041/)
    expect(others).toEqual([])
    expect(countsOf(importLines(context, 'parts', header, 'NEW,serial,generated,BR-{YY}-{####}'))).toEqual([1, 0, 0])
  })

  it('may move a pattern from one part to another', () => {
    const context = filledStation()
    const outcome = importLines(
      context,
      'parts',
      'part_number,revision,tracking,serial_source,serial_pattern',
      'BR-2041,A,serial,generated,BA-{####}',
      'BR-2041,B,serial,generated,BB-{####}',
      'NEW,,serial,generated,BR-26-{####}'
    )
    expect(countsOf(outcome)).toEqual([1, 2, 0])
  })

  const switched = (part: string, tracking: string, ...revisions: readonly string[]) => [
    'part_number,revision,tracking,serial_source,lot_source',
    ...(revisions.length === 0 ? [''] : revisions).map((revision) =>
      [part, revision, tracking, tracking === 'serial' ? 'captured' : '', tracking === 'lot' ? 'supplier' : ''].join(
        ','
      )
    )
  ]

  it('may not track units in another way while they are there, and lists them', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'CAPTURED', 'A1', 'A2', 'DS:DONE', 'DS:DONE')
    const before = everyTable(station.db)
    for (const tracking of ['lot', 'untracked']) {
      expect(problemsOf(importLines(station, 'parts', ...switched('CAPTURED', tracking, 'B')))).toEqual([
        '2 tracking: CAPTURED is tracked by serial, and its units with serials are still there: A1 at DOCK, A2 at DOCK'
      ])
    }
    expect(everyTable(station.db)).toEqual(before)
  })

  it('may not track lots in another way while they are there, and lists them', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'SUPPLIER-LOT', 'L-7', 'DS:QTY:2.5', 'DS:DONE', 'DS:DONE')
    expect(problemsOf(importLines(station, 'parts', ...switched('SUPPLIER-LOT', 'serial')))).toEqual([
      '2 tracking: SUPPLIER-LOT is tracked by lot, and its lots are still there: 2.5 m of L-7 at DOCK'
    ])
  })

  it('may track untracked stock from now on, and what is there stays untracked', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'UNTRACKED', 'DS:QTY:5', 'DS:DONE', 'DS:DONE')
    expect(countsOf(importLines(station, 'parts', ...switched('UNTRACKED', 'serial')))).toEqual([0, 1, 0])
    scan(station, 'PO-1', 'UNTRACKED', 'U1', 'DS:DONE', 'DS:DONE')
    expect(station.db.prepare('SELECT tracking, serial FROM inventory_row').all()).toEqual([
      { tracking: 'untracked', serial: null },
      { tracking: 'serial', serial: 'U1' }
    ])
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('switches a part at all its revisions or not at all', () => {
    const context = filledStation()
    expect(problemsOf(importLines(context, 'parts', ...switched('BR-2041', 'lot', 'A')))).toEqual([
      '2 tracking: a new tracking type is for all revisions of BR-2041, and the file leaves out B'
    ])
    expect(countsOf(importLines(context, 'parts', ...switched('BR-2041', 'lot', 'A', 'B')))).toEqual([0, 2, 0])
  })

  it('may not change what a clerk is receiving at the moment', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'CAPTURED', 'A1')
    const file = switched('CAPTURED', 'untracked', 'B')
    expect(problemsOf(importLines(station, 'parts', ...file))[0]).toContain('is being received now')
    scan(station, 'DS:CANCEL')
    expect(countsOf(importLines(station, 'parts', ...file))).toEqual([0, 1, 0])
  })

  it('may not change the unit in which stock is kept', () => {
    const station = stationWithOrder()
    const file = ['part_number,tracking,unit', 'UNTRACKED,untracked,kg']
    scan(station, 'PO-1', 'UNTRACKED', 'DS:QTY:5', 'DS:DONE', 'DS:DONE')
    expect(problemsOf(importLines(station, 'parts', ...file))).toEqual([
      '2 unit: stock of UNTRACKED is kept in pcs: its quantities would come to mean something else'
    ])
  })
})

describe('a file of orders', () => {
  const HEADER = 'order,supplier,line,part_number,revision,quantity,due,location'

  it('names what the station does not know, row by row', () => {
    const context = filledStation()
    const outcome = importLines(
      context,
      'orders',
      HEADER,
      'PO-3,S,1,NONE,,1,,',
      'PO-3,S,2,FC-7700,X,1,,',
      'PO-3,S,3,BR-2041,,1,,',
      'PO-3,S,4,SC-M4,,1,,NOWHERE',
      'PO-3,S,5,FC-7700,C,1.5,,'
    )
    expect(problemsOf(outcome)).toEqual([
      '2 part_number: there is no such part: import it first',
      '3 revision: there is no such revision: FC-7700 has C',
      '4 revision: say which revision: BR-2041 has A, B',
      '5 location: there is no such location: import it first, or leave this empty',
      '6 quantity: FC-7700 is tracked by serial, so its quantity is whole'
    ])
    expect(outcome).toMatchObject({
      problems: [{ value: 'NONE' }, { value: 'X' }, { value: '' }, { value: 'NOWHERE' }, { value: '1.5' }]
    })
  })

  it('may leave the revision to a part that has one alone', () => {
    const context = filledStation()
    expect(countsOf(importLines(context, 'orders', HEADER, 'PO-1,Nordwerk,1,FC-7700,,12,2026-11-23,A-01'))).toEqual([
      0, 0, 1
    ])
  })

  it('changes lines and suppliers, and records old and new', () => {
    const context = filledStation()
    const before = events(context).length
    expect(
      countsOf(
        importLines(
          context,
          'orders',
          'order,supplier,line,part_number,revision,quantity',
          'PO-1,Südwerk,1,FC-7700,C,13',
          'PO-1,Südwerk,2,BR-2041,B,25'
        )
      )
    ).toEqual([0, 2, 0])
    expect(events(context).slice(before)).toMatchObject([
      { kind: 'file-imported', data: { changed: 2 } },
      { kind: 'order-changed', data: { order: 'PO-1', changes: { supplier: { from: 'Nordwerk', to: 'Südwerk' } } } },
      {
        kind: 'order-line-changed',
        data: { order: 'PO-1', line: '1', changes: { quantity: { from: '12', to: '13' } } }
      }
    ])
    expect(events(context)).toHaveLength(before + 3)
    const order = findOrder(context.db, 'PO-1')
    expect(order && linesOf(context.db, order.id)[0]).toMatchObject({ due: '2026-11-23', location: 'A-01' })
  })

  it('may not contradict what was received', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'UNTRACKED', 'DS:QTY:30', 'DS:DONE', 'DS:DONE')
    const header = 'order,supplier,line,part_number,quantity'
    expect(problemsOf(importLines(station, 'orders', header, 'PO-1,Nordwerk,5,UNTRACKED,29.5'))).toEqual([
      '2 quantity: 30 were received on this line already'
    ])
    expect(problemsOf(importLines(station, 'orders', header, 'PO-1,Nordwerk,5,OWN-LOT,100'))).toEqual([
      '2 part_number: something was received on this line, so its part stays'
    ])
    expect(problemsOf(importLines(station, 'orders', header, 'PO-1,Südwerk,6,OWN-LOT,100'))).toEqual([
      '2 supplier: the order was received from Nordwerk, so its supplier stays'
    ])
    expect(countsOf(importLines(station, 'orders', header, 'PO-1,Nordwerk,5,UNTRACKED,30'))).toEqual([0, 1, 0])
    expect(countsOf(importLines(station, 'orders', header, 'PO-1,Nordwerk,4,UNTRACKED,1'))).toEqual([0, 1, 0])
  })

  it('may not put another part under a clerk’s hands', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'CAPTURED', 'A1')
    const file = ['order,supplier,line,part_number,quantity', 'PO-1,Nordwerk,1,UNTRACKED,12']
    expect(problemsOf(importLines(station, 'orders', ...file))[0]).toContain('is being received now')
  })
})

describe('a file of expected goods', () => {
  const HEADER = 'order,line,serial,lot,quantity,carton'

  it('names orders and lines that are not there, and serials of parts that have none', () => {
    const context = filledStation()
    expect(
      problemsOf(
        importLines(context, 'expected', HEADER, 'PO-9,1,,,1,', 'PO-1,9,,,1,', 'PO-2,2,S-1,,,', 'PO-1,1,,,1.5,C3')
      )
    ).toEqual([
      '2 order: there is no such order: import it first',
      '3 line: order PO-1 has no such line',
      '4 serial: the units of SC-M4 have no serials: it is tracked by count',
      '5 quantity: FC-7700 is tracked by serial, so its quantity is whole'
    ])
  })

  it('changes what was announced, and records it', () => {
    const context = filledStation()
    expect(countsOf(importLines(context, 'expected', HEADER, 'PO-2,1,,L7,60,C2', 'PO-2,1,,L8,1,C2'))).toEqual([1, 1, 0])
    expect(events(context).at(-1)).toMatchObject({
      kind: 'expected-changed',
      data: { order: 'PO-2', line: '1', lot: 'L7', changes: { quantity: { from: '50', to: '60' } } }
    })
  })
})
