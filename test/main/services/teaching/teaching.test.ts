import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCli } from '../../../../src/main/cli.ts'
import type { PortableFormat } from '../../../../src/main/services/teaching/format-file.ts'
import { exportFormats, importFormats } from '../../../../src/main/services/teaching/import-formats.ts'
import { reinstateFormat, renameFormat, retireFormat } from '../../../../src/main/services/teaching/formats.ts'
import { formatViews } from '../../../../src/main/services/teaching/view.ts'
import { receivingView } from '../../../../src/main/services/receiving-view.ts'
import type { StationContext } from '../../../../src/main/services/context.ts'
import { formatsInUse } from '../../../../src/main/store/label-format.ts'
import { verifyStore } from '../../../../src/main/store/verify.ts'
import { newStore, scan, stationWithOrder, stock } from '../../../helpers/store.ts'
import { temporaryFolder } from '../../../helpers/temporary-folder.ts'

const LABEL = 'NW|SUPPLIER-LOT|C88X|25|20271231'
const OTHER = 'NW|SUPPLIER-LOT|C91Z|10|20280630'

/** A station that was taught the label of its supplier. */
function taughtStation(): StationContext {
  const station = stationWithOrder()
  scan(station, 'PO-1', LABEL, 'DS:TEACH', OTHER, 'DS:PIECE:3', 'DS:PICK:2', 'DS:PICK:8', 'DS:DONE')
  return station
}

const idOf = ({ db }: StationContext) => formatViews(db, null)[0]?.format ?? (0 as never)

describe('a supplier’s label', () => {
  it('is refused, taught with the scan that was refused, and received by one scan from then on', () => {
    const station = stationWithOrder()
    const refused = scan(station, 'PO-1', LABEL).answer
    expect(refused).toMatchObject({ sound: 'refused', isTeachable: true })
    const taught = scan(station, 'DS:TEACH', OTHER, 'DS:PIECE:3', 'DS:PICK:2', 'DS:PICK:8', 'DS:DONE')
    expect(taught.answer).toMatchObject({ sound: 'line-complete', title: 'Label taught' })
    expect(taught.effects.formatsChanged).toBe(true)
    const next = scan(station, 'NW|SUPPLIER-LOT|C97K|15|20290131')
    expect(next.answer).toMatchObject({ sound: 'accepted', title: 'SUPPLIER-LOT' })
    expect(next.answer.message).toContain('Nordwerk 1')
    expect(scan(station, 'DS:DONE').answer.sound).toBe('line-complete')
    expect(stock(station)).toContain('SUPPLIER-LOT 97K DOCK 15')
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('is shown piece by piece while it is taught', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', LABEL, 'DS:TEACH', OTHER, 'DS:PIECE:3')
    const { teaching, order } = receivingView(station, null)
    expect(order).toBeNull()
    expect(teaching).toMatchObject({ supplier: 'Nordwerk', samples: [LABEL, OTHER], asked: 3 })
    expect(teaching?.parts.filter(({ kind }) => kind === 'piece')).toMatchObject([
      { number: 1, meaning: 'nothing', isConstant: true, shape: 'the same on all' },
      { number: 2, meaning: 'part', read: ['SUPPLIER-LOT'] },
      { number: 3, values: ['C88X', 'C91Z'], shape: '4 characters' },
      { number: 4, meaning: 'quantity', read: ['25', '10'] },
      { number: 5, meaning: 'expiry', read: ['2027-12-31', '2028-06-30'] }
    ])
  })

  it('is said in the journal by the fields of its format', () => {
    const station = taughtStation()
    scan(station, LABEL)
    const meaning = station.db.prepare('SELECT meaning FROM scan ORDER BY id DESC LIMIT 1').pluck().get()
    expect(meaning).toContain('Nordwerk 1: Lot=88X')
  })

  it('is taught only with what was scanned just before', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', LABEL, 'DS:LOC:DOCK', 'DS:TEACH')
    expect(receivingView(station, null).teaching?.samples).toEqual([])
  })
})

describe('a taught format', () => {
  it('keeps each version, and is used under the name it was given', () => {
    const station = taughtStation()
    expect(renameFormat(station, idOf(station), 'Carton')).toEqual({ kind: 'done' })
    scan(station, 'DS:TEACH:Carton', 'NX|SUPPLIER-LOT|C1|3|20281231', 'DS:DONE')
    expect(formatViews(station.db, 'Nordwerk')).toMatchObject([
      { name: 'Carton', version: 3, isUsed: true, samples: { length: 3 }, reads: 'Part number, Lot, Quantity, Expiry' }
    ])
    const versions = station.db.prepare('SELECT version, name FROM label_format_version ORDER BY id').all()
    expect(versions).toEqual([
      { version: 1, name: 'Nordwerk 1' },
      { version: 2, name: 'Carton' },
      { version: 3, name: 'Carton' }
    ])
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('is not read any more once it is retired, and again once it is used again', () => {
    const station = taughtStation()
    expect(retireFormat(station, idOf(station))).toEqual({ kind: 'done' })
    expect(scan(station, LABEL).answer.sound).toBe('refused')
    expect(formatViews(station.db, null)).toMatchObject([{ isUsed: false, samples: [LABEL, OTHER] }])
    expect(reinstateFormat(station, idOf(station))).toEqual({ kind: 'done' })
    expect(scan(station, LABEL).answer.title).toBe('SUPPLIER-LOT')
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('has a name of its own among those of its supplier', () => {
    const station = taughtStation()
    scan(station, 'DS:TEACH', 'A=1;B=2;LOT=7', 'A=2;B=3;LOT=8', 'DS:DONE')
    const [second] = formatViews(station.db, null)
    expect(second?.name).toBe('Nordwerk 2')
    expect(renameFormat(station, second?.format ?? idOf(station), 'Nordwerk 1')).toMatchObject({ kind: 'refused' })
    expect(renameFormat(station, idOf(station), '  ')).toMatchObject({ kind: 'refused' })
  })

  it('is of its supplier alone', () => {
    const { db } = taughtStation()
    expect(formatsInUse(db, 'Nordwerk')).toHaveLength(1)
    expect(formatsInUse(db, 'Südwerk')).toEqual([])
  })

  it('is not taught where it would read a serial that is here', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'CAPTURED', 'A|B|C', 'DS:DONE')
    const answer = scan(
      station,
      'DS:TEACH',
      'K|SUPPLIER-LOT|7',
      'L|SUPPLIER-LOT|8',
      'DS:PIECE:3',
      'DS:PICK:2',
      'DS:DONE'
    ).answer
    expect(answer).toMatchObject({ sound: 'attention', title: 'Would take other codes' })
    expect(answer.message).toContain('A|B|C, which is a serial')
  })

  it('is never changed in the store', () => {
    const { db } = taughtStation()
    expect(() => db.exec("UPDATE label_format_version SET name = 'x'")).toThrow('never changed')
    expect(() => db.exec('DELETE FROM label_format_sample')).toThrow('never deleted')
  })
})

describe('verify', () => {
  it.each([
    [
      'a format reads the labels that it was taught by',
      `DROP TRIGGER label_format_sample_never_changed; UPDATE label_format_sample SET text = 'other'`
    ],
    [
      'a format reads the labels that it was taught by',
      `DROP TRIGGER label_format_sample_never_deleted; DELETE FROM label_format_sample`
    ],
    [
      'versions of a format count from 1 without gaps',
      `DROP TRIGGER label_format_version_never_changed; UPDATE label_format_version SET version = 2`
    ],
    [
      'a version of a format comes of an event that concerns it',
      `DROP TRIGGER label_format_version_never_changed; UPDATE label_format_version SET seq = 1`
    ],
    ['a format has a version', `INSERT INTO label_format (supplier) VALUES ('Nobody')`],
    [
      'formats of one supplier have names of their own',
      `INSERT INTO label_format (id, supplier) VALUES (2, 'Nordwerk');
       INSERT INTO label_format_version (format_id, version, name, layout, seq) VALUES (2, 1, 'Nordwerk 1', NULL, 1)`
    ]
  ])('names what breaks the rule: %s', (rule, sql) => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'UNTRACKED', 'DS:QTY:1', 'DS:DONE')
    scan(station, 'DS:TEACH', LABEL, OTHER, 'DS:PIECE:3', 'DS:PICK:2', 'DS:DONE')
    station.db.exec(sql)
    expect(verifyStore(station.db).problems.map((problem) => problem.rule)).toContain(rule)
  })
})

function aMark(mark: string) {
  return { mark, field: { title: 'Lot', meaning: 'supplier-lot', format: 'text', characters: 'any' } }
}

describe('a file of formats', () => {
  it('makes another station read the same, and changes nothing a second time', () => {
    const { content, formats } = exportFormats(taughtStation().db)
    expect(formats).toBe(1)
    const other = stationWithOrder(newStore())
    expect(importFormats(other, content)).toEqual({ kind: 'imported', added: 1, changed: 0, unchanged: 0 })
    expect(importFormats(other, content)).toEqual({ kind: 'imported', added: 0, changed: 0, unchanged: 1 })
    expect(exportFormats(other.db).content).toBe(content)
    expect(scan(other, 'PO-1', LABEL).answer.title).toBe('SUPPLIER-LOT')
    expect(verifyStore(other.db).problems).toEqual([])
  })

  it('brings a new version of a format that is there', () => {
    const station = taughtStation()
    const { content } = exportFormats(station.db)
    expect(importFormats(station, content.replace('"Expiry"', '"Use by"'))).toMatchObject({ changed: 1 })
    expect(formatViews(station.db, null)).toMatchObject([{ version: 2 }])
  })

  it.each([
    ['no JSON', () => 'formats', /no JSON/],
    ['another kind of file', () => '{"dockside":"parts","version":1,"formats":[]}', /dockside/],
    ['a key that nobody knows', (text: string) => text.replace('"supplier"', '"suppliers"'), /formats\.0/],
    [
      'a layout that cannot be used',
      (text: string) => text.replaceAll(/"text": "(NW)?\|"/g, '"text": ""'),
      /formats\.0/
    ],
    [
      'labels that its format does not read',
      (text: string) => text.replaceAll('20271231', '20271399'),
      /does not read its own label/
    ],
    [
      'the same format twice',
      (text: string) => {
        const file = JSON.parse(text) as { formats: unknown[] }
        return JSON.stringify({ ...file, formats: [...file.formats, ...file.formats] })
      },
      /more than once/
    ],
    ['a name of control characters', (text: string) => text.replace('Nordwerk 1', '\\u0000'), /printable/],
    ['a text without an end', (text: string) => text.replace('Nordwerk 1', 'x'.repeat(100_000)), /longer/]
  ])('with %s is refused whole', (_, spoil, reason) => {
    const { content } = exportFormats(taughtStation().db)
    const other = stationWithOrder(newStore())
    const answer = importFormats(other, spoil(content))
    expect(answer.kind === 'refused' ? answer.problems.join('\n') : 'imported').toMatch(reason)
    expect(formatViews(other.db, null)).toEqual([])
  })

  it.each<[string, (format: PortableFormat) => unknown, RegExp]>([
    [
      'a layout of another kind',
      (format) => ({ ...format, layout: { kind: 'pattern' } }),
      /^Format 1, Nordwerk 1: a value is none of those that are possible there \(formats\.0\.layout\.kind\)\.$/
    ],
    ['no samples', (format) => ({ ...format, samples: [] }), /a value is missing or too small \(formats\.0\.samples\)/],
    [
      'a key of a later version',
      (format) => ({ ...format, colour: 'red' }),
      /colour is nothing that this version of Dockside knows/
    ],
    [
      'a mark that nobody prints',
      (format) => ({ ...format, layout: { kind: 'marked', separator: ';', fields: [aMark('A'.repeat(41))] } }),
      /larger than 40, or longer/
    ]
  ])('says in words what is wrong with %s, and where', (_, spoil, words) => {
    const file = JSON.parse(exportFormats(taughtStation().db).content) as { formats: PortableFormat[] }
    const spoilt = { ...file, formats: file.formats.map(spoil) }
    const answer = importFormats(stationWithOrder(newStore()), JSON.stringify(spoilt))
    expect(answer.kind === 'refused' ? answer.problems.join('\n') : 'imported').toMatch(words)
  })

  it('with more formats of a supplier than a scan can be tried by is refused', () => {
    const file = JSON.parse(exportFormats(taughtStation().db).content) as { formats: PortableFormat[] }
    const many = Array.from({ length: 51 }, (_, index) => ({ ...file.formats[0], name: `Format ${index}` }))
    const answer = importFormats(stationWithOrder(newStore()), JSON.stringify({ ...file, formats: many }))
    expect(answer).toMatchObject({
      kind: 'refused',
      problems: [expect.stringMatching(/51 formats, and 50 are the most/)]
    })
  })

  it('goes out and in by the command line', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'formats.json')
    writeFileSync(file, exportFormats(taughtStation().db).content)
    const run = async (...argv: readonly string[]) => {
      let out = ''
      const write = (text: string) => (out += text)
      const status = await runCli(['--data', join(folder, 'data'), ...argv], {
        stdout: { write },
        stderr: { write },
        env: {},
        platform: 'linux'
      })
      return { status, out }
    }
    expect(await run('import', 'formats', file)).toEqual({
      status: 0,
      out: `${file}: 1 added, 0 changed, 0 unchanged.\n`
    })
    const copy = join(folder, 'copy.json')
    expect(await run('export', 'formats', copy)).toMatchObject({ status: 0 })
    expect(readFileSync(copy, 'utf8')).toBe(readFileSync(file, 'utf8'))
    writeFileSync(file, '{}')
    expect(await run('import', 'formats', file, '--json')).toMatchObject({ status: 1 })
    expect(await run('export', 'formats', join(folder, 'formats.csv'))).toMatchObject({ status: 2 })
  })
})
