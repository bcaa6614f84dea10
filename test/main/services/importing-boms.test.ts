import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { ImportKind } from '../../../src/core/importing/import-kind.ts'
import { quantityOf } from '../../../src/core/quantity.ts'
import { eventInWords } from '../../../src/main/services/event-words.ts'
import { exportRows } from '../../../src/main/services/exporting.ts'
import { importFile, type ImportContext, type ImportOutcome } from '../../../src/main/services/importing.ts'
import { bomLinesOf, whereUsed } from '../../../src/main/store/bom.ts'
import { transaction, type ReadableDb } from '../../../src/main/store/database.ts'
import { appendEvent, eachEvent } from '../../../src/main/store/event.ts'
import { findPart } from '../../../src/main/store/part.ts'
import { findRun } from '../../../src/main/store/run.ts'
import { verifyStore } from '../../../src/main/store/verify.ts'
import { newStore, testClock } from '../../helpers/store.ts'
import { traceCode } from '../../helpers/trace.ts'

const PARTS = [
  'part_number,revision,tracking,unit,serial_source,serial_pattern,lot_source',
  'DRONE,A,serial,pcs,generated,DR-{####},',
  'DRONE,B,serial,pcs,generated,DR-{####},',
  'ARM,A,serial,pcs,generated,AR-{####},',
  'FC,C,serial,pcs,captured,,',
  'FC,D,serial,pcs,captured,,',
  'FC2,,serial,pcs,captured,,',
  'CABLE,,lot,m,,,supplier',
  'TAPE,,lot,m,,,supplier',
  'SCREW,,untracked,pcs,,,'
]

const BOMS = [
  'part_number,revision,component,component_revision,quantity,made_on_assembly,substitutes',
  'DRONE,A,FC,C,1,,FC2',
  'DRONE,A,ARM,,4,yes,',
  'DRONE,A,CABLE,,0.25,no,TAPE',
  'DRONE,A,SCREW,,12,,',
  'ARM,A,SCREW,,3,no,'
]

function station(): ImportContext {
  return {
    db: newStore(),
    clock: testClock(),
    operator: 'kim',
    station: { id: 'DOCK-1', site: 'BER', location: 'DOCK' }
  }
}

function importLines(context: ImportContext, kind: ImportKind, ...lines: readonly string[]): ImportOutcome {
  const folder = mkdtempSync(join(tmpdir(), 'dockside-boms-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, `${kind}.csv`)
  writeFileSync(file, lines.join('\n'))
  return importFile(context, kind, file)
}

function countsOf(outcome: ImportOutcome): readonly number[] {
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.problems))
  return [outcome.added, outcome.changed, outcome.unchanged]
}

/** What is wrong, as `line column "value": reason`. */
function problemsOf(outcome: ImportOutcome): readonly string[] {
  if (outcome.kind === 'imported') throw new Error('the file was imported')
  return outcome.problems.map(({ line, column, value, reason }) => `${line} ${column} "${value}": ${reason}`)
}

function withParts(): ImportContext {
  const context = station()
  expect(importLines(context, 'parts', ...PARTS).kind).toBe('imported')
  return context
}

function withBoms(): ImportContext {
  const context = withParts()
  expect(countsOf(importLines(context, 'boms', ...BOMS))).toEqual([5, 0, 0])
  return context
}

function billOf({ db }: ImportContext, partNumber: string, revision: string): readonly string[] {
  const part = findPart(db, partNumber, revision)
  if (!part) throw new Error('no such part')
  return bomLinesOf(db, part.id, revision).map((line) =>
    [
      `${line.quantity / 1_000_000} ${line.unit}`,
      line.component,
      line.componentRevision ?? 'any',
      line.madeOnAssembly ? 'made on assembly' : 'installed',
      ...line.substitutes.map(({ partNumber }) => `or ${partNumber}`)
    ].join(' ')
  )
}

function everything(db: ReadableDb): unknown {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as { name: string }[]
  return tables.map(({ name }) => [name, db.prepare(`SELECT * FROM "${name}"`).all()])
}

const HEADER = 'part_number,revision,component,quantity'

describe('a file of bills of materials', () => {
  it('says what parts are made of, how much of it, at which revision, and what may take its place', () => {
    const context = withBoms()
    expect(billOf(context, 'DRONE', 'A')).toEqual([
      '1 pcs FC C installed or FC2',
      '4 pcs ARM any made on assembly',
      '0.25 m CABLE any installed or TAPE',
      '12 pcs SCREW any installed'
    ])
    expect(billOf(context, 'ARM', 'A')).toEqual(['3 pcs SCREW any installed'])
    expect(billOf(context, 'DRONE', 'B')).toEqual([])
    expect(verifyStore(context.db).problems).toEqual([])
  })

  it('a second time changes nothing', () => {
    const context = withBoms()
    const before = everything(context.db)
    expect(countsOf(importLines(context, 'boms', ...BOMS))).toEqual([0, 0, 5])
    expect(everything(context.db)).toEqual(before)
  })

  it('changes lines, and records what is new and what is other for each bill', () => {
    const context = withBoms()
    const before = [...eachEvent(context.db)].length
    const lines = ['DRONE,A,FC,D,1,,', 'DRONE,A,TAPE,,0.5,,', 'DRONE,A,SCREW,,12,,', 'ARM,A,SCREW,,4,no,']
    expect(countsOf(importLines(context, 'boms', BOMS[0] ?? '', ...lines))).toEqual([1, 2, 1])
    const drone = findPart(context.db, 'DRONE', 'A')
    expect([...eachEvent(context.db)].slice(before)).toMatchObject([
      { kind: 'file-imported', data: { kind: 'boms', added: 1, changed: 2, unchanged: 1 } },
      {
        kind: 'bom-changed',
        subjects: [{ kind: 'part', id: drone?.id }],
        data: {
          part_number: 'DRONE',
          revision: 'A',
          added: [
            { component: 'TAPE', component_revision: '', quantity: '0.5', made_on_assembly: 'no', substitutes: '' }
          ],
          changed: { FC: { component_revision: { from: 'C', to: 'D' }, substitutes: { from: 'FC2', to: '' } } },
          removed: []
        }
      },
      { kind: 'bom-changed', data: { part_number: 'ARM', changed: { SCREW: { quantity: { from: '3', to: '4' } } } } }
    ])
    const trace = traceCode(context.db, 'DRONE', null)
    expect(trace.kind === 'found' && trace.trace.history.map(eventInWords).at(-1)).toBe(
      'Bill of materials of DRONE A changed: 0.5 TAPE added; FC component_revision C → D, substitutes FC2 → empty'
    )
    expect(verifyStore(context.db).problems).toEqual([])
  })

  it('leaves alone the lines and the columns that it leaves out', () => {
    const context = withBoms()
    expect(countsOf(importLines(context, 'boms', HEADER, 'DRONE,A,FC,2', 'DRONE,A,ARM,4'))).toEqual([0, 1, 1])
    expect(billOf(context, 'DRONE', 'A').slice(0, 3)).toEqual([
      '2 pcs FC C installed or FC2',
      '4 pcs ARM any made on assembly',
      '0.25 m CABLE any installed or TAPE'
    ])
  })

  it('names what the station does not know, row by row, and changes nothing', () => {
    const context = withBoms()
    const before = everything(context.db)
    const outcome = importLines(
      context,
      'boms',
      BOMS[0] ?? '',
      'NONE,,FC,,1,,',
      'DRONE,Z,FC,,1,,',
      'DRONE,,FC,,1,,',
      'DRONE,B,NONE,,1,,',
      'DRONE,B,FC,Z,1,,',
      'DRONE,B,ARM,,1.5,,',
      'DRONE,B,CABLE,,0.5,,TAPE;NONE;SCREW',
      'DRONE,B,SCREW,,0.5,,FC',
      'DRONE,B,TAPE,,1,,'
    )
    expect(problemsOf(outcome)).toEqual([
      '2 part_number "NONE": there is no such part: import it first',
      '3 revision "Z": there is no such revision: DRONE has A, B',
      '4 revision "": say which revision: DRONE has A, B',
      '5 component "NONE": there is no such part: import it first',
      '6 component_revision "Z": there is no such revision: FC has C, D; leave this empty to allow any',
      '7 quantity "1.5": ARM is tracked by serial, so its quantity is whole',
      '8 substitutes "NONE;SCREW;TAPE": there is no part NONE: import it first',
      '8 substitutes "NONE;SCREW;TAPE": SCREW is counted in pcs and CABLE in m, so one cannot stand for the other',
      '9 quantity "0.5": FC is tracked by serial, so its quantity is whole'
    ])
    expect(everything(context.db)).toEqual(before)
  })

  it('is refused where a part would be made of itself through bills that are there, and the loop is named', () => {
    const context = withBoms()
    const before = everything(context.db)
    expect(problemsOf(importLines(context, 'boms', HEADER, 'SCREW,,CABLE,1', 'SCREW,,DRONE,1'))).toEqual([
      '3 component "DRONE": SCREW would be made of itself: SCREW → DRONE A → SCREW'
    ])
    expect(problemsOf(importLines(context, 'boms', HEADER, 'FC,C,ARM,1', 'ARM,A,DRONE,1'))).toEqual([
      '2 component "ARM": FC would be made of itself: FC C → ARM A → DRONE A → FC C',
      '3 component "DRONE": ARM would be made of itself: ARM A → DRONE A → ARM A'
    ])
    expect(everything(context.db)).toEqual(before)
  })

  it('is refused where its own rows close a loop, by whichever way', () => {
    const context = withParts()
    const lines = [
      'part_number,revision,component,quantity,substitutes',
      'DRONE,A,ARM,1,',
      'ARM,A,SCREW,1,FC',
      'FC,C,DRONE,1,',
      'FC,D,SCREW,1,'
    ]
    expect(problemsOf(importLines(context, 'boms', ...lines))).toEqual([
      '2 component "ARM": DRONE would be made of itself: DRONE A → ARM A → FC C → DRONE A',
      '3 substitutes "FC": ARM would be made of itself: ARM A → FC C → DRONE A → ARM A',
      '4 component "DRONE": FC would be made of itself: FC C → DRONE A → ARM A → FC C'
    ])
    expect(problemsOf(importLines(context, 'boms', HEADER, 'DRONE,A,DRONE,1'))).toEqual([
      '2 component "DRONE": a part is no component of itself'
    ])
  })

  it('finds a loop among many lines as it does among few', () => {
    const context = station()
    const names = Array.from({ length: 200 }, (_, index) => `P${index}`)
    importLines(context, 'parts', 'part_number,tracking', ...names.map((name) => `${name},untracked`))
    const chain = names.slice(0, -1).map((name, index) => `${name},,P${index + 1},1`)
    expect(problemsOf(importLines(context, 'boms', HEADER, ...chain, 'P4,,P2,1'))).toEqual([
      expect.stringContaining('4 component "P3": P2 would be made of itself: P2 → P3 → P4 → P2'),
      expect.stringContaining('5 component "P4": P3 would be made of itself'),
      expect.stringContaining('201 component "P2": P4 would be made of itself: P4 → P2 → P3 → P4')
    ])
    expect(countsOf(importLines(context, 'boms', HEADER, ...chain))).toEqual([199, 0, 0])
    expect(problemsOf(importLines(context, 'boms', HEADER, 'P199,,P0,1'))[0]).toContain('P199 → P0 → P1 →')
  })

  it('may turn a bill over, when the lines that would close a loop change in the same file', () => {
    const context = withParts()
    importLines(context, 'boms', `${HEADER},substitutes`, 'ARM,A,SCREW,1,DRONE')
    expect(problemsOf(importLines(context, 'boms', HEADER, 'DRONE,A,ARM,1'))).toHaveLength(1)
    expect(countsOf(importLines(context, 'boms', `${HEADER},substitutes`, 'DRONE,A,ARM,1,', 'ARM,A,SCREW,1,'))).toEqual(
      [1, 1, 0]
    )
  })

  it('has one line for a component, however the revision of its parent is named', () => {
    const context = withParts()
    expect(problemsOf(importLines(context, 'boms', HEADER, 'ARM,,SCREW,3', 'ARM,A,SCREW,4'))).toEqual([
      '3 component "SCREW": line 2 has the same part_number, revision, component with other values'
    ])
    expect(countsOf(importLines(context, 'boms', HEADER, 'ARM,,SCREW,3', 'ARM,A,SCREW,3'))).toEqual([1, 0, 0])
  })

  it('may have an untracked component made on assembly', () => {
    const context = withParts()
    const lines = [`${HEADER},made_on_assembly`, 'ARM,A,SCREW,3,yes']
    expect(countsOf(importLines(context, 'boms', ...lines))).toEqual([1, 0, 0])
  })

  it('tells of each part where it goes in', () => {
    const { db } = withBoms()
    const usesOf = (partNumber: string) => {
      const part = findPart(db, partNumber, '')
      return part && whereUsed(db, part.id, 10)
    }
    expect(usesOf('SCREW')).toMatchObject([
      { partNumber: 'ARM', revision: 'A', quantity: quantityOf(3), isSubstitute: 0 },
      { partNumber: 'DRONE', revision: 'A', quantity: quantityOf(12), isSubstitute: 0 }
    ])
    expect(usesOf('TAPE')).toMatchObject([{ partNumber: 'DRONE', component: 'CABLE', isSubstitute: 1 }])
  })
})

describe('an export of bills and runs', () => {
  it.each(['csv', 'json'])('as %s can be imported again, and changes nothing', (format) => {
    const context = withBoms()
    importLines(context, 'runs', ...RUNS)
    const folder = mkdtempSync(join(tmpdir(), 'dockside-boms-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const [boms, runs] = [join(folder, `boms.${format}`), join(folder, `runs.${format}`)]
    expect(exportRows(context.db, 'boms', boms)).toBe(5)
    expect(exportRows(context.db, 'runs', runs)).toBe(3)
    expect(countsOf(importFile(context, 'boms', boms))).toEqual([0, 0, 5])
    expect(countsOf(importFile(context, 'runs', runs))).toEqual([0, 0, 3])
    const other = withParts()
    expect(countsOf(importFile(other, 'boms', boms))).toEqual([5, 0, 0])
    expect(billOf(other, 'DRONE', 'A')).toEqual(billOf(context, 'DRONE', 'A'))
  })
})

describe('verify', () => {
  it('names a bill that contains itself, and a substitute that is no other part', () => {
    const { db } = withBoms()
    const idOf = (partNumber: string) => findPart(db, partNumber, 'A')?.id
    db.prepare(
      `INSERT INTO bom_line (id, part_id, revision, component_id, quantity, made_on_assembly)
       VALUES (99, ?, 'A', ?, 1000000, 0)`
    ).run(idOf('ARM'), idOf('DRONE'))
    db.prepare('INSERT INTO bom_substitute (bom_line_id, part_id) VALUES (99, ?)').run(idOf('DRONE'))
    expect(verifyStore(db).problems).toEqual([
      {
        rule: 'a substitute is another part',
        subject: 'bill line 99',
        found: 'substitute DRONE',
        expected: 'neither the component nor what it goes into'
      },
      {
        rule: 'a bill never contains itself',
        subject: 'ARM in DRONE A',
        found: 'DRONE A → ARM A → DRONE A',
        expected: 'no loop'
      },
      {
        rule: 'a bill never contains itself',
        subject: 'DRONE in ARM A',
        found: 'ARM A → DRONE A → ARM A',
        expected: 'no loop'
      }
    ])
  })
})

const RUNS = ['run,part_number,revision,quantity,due', 'R-1,DRONE,A,5,2026-12-01', 'R-2,ARM,,20,', 'R-3,CABLE,,2.5,']

function withRuns(): ImportContext {
  const context = withParts()
  expect(countsOf(importLines(context, 'runs', ...RUNS))).toEqual([3, 0, 0])
  return context
}

/** As a run stands once its first scan has started it, or its last has completed it. */
function mark({ db }: ImportContext, run: string, column: 'started_seq' | 'completed_seq'): void {
  transaction(db, () => {
    const seq = appendEvent(db, {
      kind: 'test',
      at: '2026-11-23T10:00:00.000Z' as never,
      operator: 'kim',
      station: 'DOCK-1',
      subjects: [],
      data: {}
    })
    db.prepare(`UPDATE run SET ${column} = ? WHERE run_no = ?`).run(seq, run)
  })
}

describe('a file of runs', () => {
  it('says what is to be built, at which revision, how much and by when', () => {
    const { db } = withRuns()
    expect(findRun(db, 'R-1')).toMatchObject({
      partNumber: 'DRONE',
      revision: 'A',
      quantity: quantityOf(5),
      due: '2026-12-01',
      startedSeq: null
    })
    expect(findRun(db, 'R-2')).toMatchObject({ revision: 'A', due: null })
    expect(findRun(db, 'R-3')?.quantity).toBe(2_500_000)
  })

  it('a second time changes nothing', () => {
    const context = withRuns()
    const before = everything(context.db)
    expect(countsOf(importLines(context, 'runs', ...RUNS))).toEqual([0, 0, 3])
    expect(everything(context.db)).toEqual(before)
  })

  it('names what the station does not know, row by row, and changes nothing', () => {
    const context = withRuns()
    const before = everything(context.db)
    const outcome = importLines(
      context,
      'runs',
      RUNS[0] ?? '',
      'R-4,NONE,,1,',
      'R-5,DRONE,Z,1,',
      'R-6,DRONE,,1,',
      'R-7,DRONE,A,1.5,',
      'R-8,DRONE,A,0,',
      'R-9,DRONE,A,1,soon',
      'DS:RUN:1,DRONE,A,1,'
    )
    expect(problemsOf(outcome)).toEqual([
      '2 part_number "NONE": there is no such part: import it first',
      '3 revision "Z": there is no such revision: DRONE has A, B',
      '4 revision "": say which revision: DRONE has A, B',
      '5 quantity "1.5": DRONE is tracked by serial, so its quantity is whole',
      '6 quantity "0": a quantity is more than 0',
      '7 due "soon": it is a day of the calendar, written YYYY-MM-DD',
      '8 run "DS:RUN:1": it begins as a command of the station does, so it could never be scanned'
    ])
    expect(everything(context.db)).toEqual(before)
  })

  it('changes a run that has not started, and records old and new', () => {
    const context = withRuns()
    const file = [RUNS[0] ?? '', 'R-1,DRONE,B,6,']
    expect(countsOf(importLines(context, 'runs', ...file))).toEqual([0, 1, 0])
    expect([...eachEvent(context.db)].at(-1)).toMatchObject({
      kind: 'run-changed',
      subjects: [{ kind: 'run', id: findRun(context.db, 'R-1')?.id }],
      data: {
        run: 'R-1',
        changes: {
          revision: { from: 'A', to: 'B' },
          quantity: { from: '5', to: '6' },
          due: { from: '2026-12-01', to: '' }
        }
      }
    })
  })

  it('may not change what a run that has started builds, only when it is due', () => {
    const context = withRuns()
    mark(context, 'R-1', 'started_seq')
    const before = everything(context.db)
    expect(problemsOf(importLines(context, 'runs', RUNS[0] ?? '', 'R-1,DRONE,B,6,'))).toEqual([
      '2 revision "B": the run has started, so its revision stays A: make what differs a run of its own',
      '2 quantity "6": the run has started, so its quantity stays 5 pcs: make what differs a run of its own'
    ])
    expect(problemsOf(importLines(context, 'runs', RUNS[0] ?? '', 'R-1,ARM,A,5,'))).toEqual([
      '2 part_number "ARM": the run has started, so its part_number stays DRONE: make what differs a run of its own'
    ])
    expect(everything(context.db)).toEqual(before)
    expect(countsOf(importLines(context, 'runs', RUNS[0] ?? '', 'R-1,DRONE,A,5,2026-12-24'))).toEqual([0, 1, 0])
  })

  it('may not change a run that is complete', () => {
    const context = withRuns()
    mark(context, 'R-1', 'started_seq')
    mark(context, 'R-1', 'completed_seq')
    expect(countsOf(importLines(context, 'runs', ...RUNS))).toEqual([0, 0, 3])
    expect(problemsOf(importLines(context, 'runs', RUNS[0] ?? '', 'R-1,DRONE,A,5,2027-01-01'))).toEqual([
      '2 due "2027-01-01": the run is complete, so its due stays 2026-12-01: make what differs a run of its own'
    ])
  })
})
