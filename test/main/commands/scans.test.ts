import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { dockside, docksideDone, docksideJson } from '../../../scripts/drive/command-line.ts'
import { openDatabase } from '../../../src/main/commands/open.ts'
import type { ScanOutside } from '../../../src/main/services/journal/outside.ts'
import { codesOf } from '../../../src/main/services/journal/scan-text.ts'
import { transaction, type WritableDb } from '../../../src/main/store/database.ts'
import { insertOperator } from '../../../src/main/store/operator.ts'
import { indexScans, unindexedScans } from '../../../src/main/store/scan-index.ts'
import { indexAll, makeScan } from '../../helpers/journal.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

/** Scans on three days, one of them of a badge that was nobody's then. */
function journal(): string {
  const folder = temporaryFolder()
  const db = openDatabase(folder)
  makeScan(db, { text: 'PO-1', at: '2026-11-21T23:59:59.999Z', outcome: 'Order PO-1.' })
  makeScan(db, { text: '=1+2\u001dX', at: '2026-11-22T00:00:00Z', sound: 'refused', outcome: '=HYPERLINK("x")' })
  makeScan(db, { text: 'BADGE-7', at: '2026-11-22T10:00:00Z', sound: 'refused', outcome: 'BADGE-7 is nothing here.' })
  makeScan(db, { text: '\u00e4\u0004', at: '2026-11-23T00:00:00Z', scanner: 'fixed', sound: null })
  insertOperator(db, { badge: 'BADGE-7', name: 'Kim', role: 'admin' })
  indexAll(db)
  db.close()
  return folder
}

/** A running station's database, which has one more scan found by the index before each read of anybody else. */
function stationThatIndexes(folder: string): WritableDb {
  const station = openDatabase(folder)
  const statement = Object.getPrototypeOf(station.prepare('SELECT 1')) as object
  const ways = ['get', 'all'] as const
  const reads = ways.map((way) => [way, Reflect.get(statement, way) as (...values: unknown[]) => unknown] as const)
  for (const [way, read] of reads) {
    Reflect.set(statement, way, function (this: { readonly database: unknown }, ...values: unknown[]): unknown {
      if (this.database !== station) {
        transaction(station, () => indexScans(station, unindexedScans(station, 1), codesOf))
      }
      return read.apply(this, values)
    })
  }
  onTestFinished(() => {
    for (const [way, read] of reads) Reflect.set(statement, way, read)
    station.close()
  })
  return station
}

async function numbers(folder: string, ...words: readonly string[]): Promise<readonly unknown[]> {
  return (await docksideJson<ScanOutside[]>(folder, 'scans', ...words)).map(({ scan }) => scan)
}

describe('dockside scans', () => {
  it('lists the scans of some days, of a scanner, with an answer or with a text, the oldest first', async () => {
    const folder = journal()
    expect(await numbers(folder)).toEqual([1, 2, 3, 4])
    expect(await numbers(folder, '--from', '2026-11-22')).toEqual([2, 3, 4])
    expect(await numbers(folder, '--to', '2026-11-22')).toEqual([1, 2, 3])
    expect(await numbers(folder, '--from', '2026-11-22T09:00:00Z', '--to', '2026-11-22')).toEqual([3])
    expect(await numbers(folder, '--scanner', 'fixed')).toEqual([4])
    expect(await numbers(folder, '--answer', 'unanswered')).toEqual([4])
    expect(await numbers(folder, '--search', 'po-1')).toEqual([1])
  })

  it.each([[[]], [['--scanner', 'gun']], [['--answer', 'accepted']], [['--search', 's-']]])(
    'lists each scan once while the station puts them into the index (%j)',
    async (words) => {
      const folder = temporaryFolder()
      const station = stationThatIndexes(folder)
      const made = Array.from({ length: 30 }, (_, index) => makeScan(station, { text: `S-${index}` }))
      expect(await numbers(folder, ...words)).toEqual(made)
      expect(unindexedScans(station, 30).length, 'some are in the index by now').toBeLessThan(30)
    }
  )

  it('tells a person what was scanned, its control characters visible', async () => {
    const text = await docksideDone(journal(), 'scans')
    expect(text).toContain('=1+2␝X')
    expect(text).toContain('Order PO-1.')
  })

  it('writes the bytes of each scan, in JSON Lines that can be played again', async () => {
    const lines = (await docksideDone(journal(), 'scans', '--format', 'jsonl')).trimEnd().split('\n')
    const scans = lines.map((line) => JSON.parse(line) as ScanOutside)
    expect(scans[1]).toMatchObject({ scan: 2, scanner: 'gun', source: 'other', sound: 'refused', first_event: null })
    expect(Buffer.from(String(scans[1]?.raw), 'base64')).toEqual(Buffer.from('=1+2\u001dX', 'latin1'))
    expect(Buffer.from(String(scans[3]?.raw), 'base64')).toEqual(Buffer.from([0xe4, 0x04]))
  })

  it.each(['--format', '--out'])(
    'writes what a spreadsheet would run as a formula so that it does not (%s)',
    async (how) => {
      const folder = journal()
      const file = join(folder, 'scans.csv')
      const said = await docksideDone(folder, 'scans', how, how === '--out' ? file : 'csv')
      const csv = how === '--out' ? readFileSync(file, 'utf8') : said
      expect(csv).toMatch(/^scan,at,station,scanner,source,aim,text,/)
      expect(csv).toContain("'=1+2␝X")
      expect(csv).toContain(`"'=HYPERLINK(""x"")"`)
      expect(csv).not.toMatch(/(^|,)"?=/m)
    }
  )

  it('gives the code of a badge to nobody, in no form', async () => {
    const folder = journal()
    for (const format of ['table', 'csv', 'jsonl']) {
      const text = await docksideDone(folder, 'scans', '--format', format)
      expect(text).not.toContain('BADGE-7')
      expect(text).not.toContain(Buffer.from('BADGE-7').toString('base64'))
      expect(text).toContain('••••')
    }
    expect(await numbers(folder, '--search', 'badge-7')).toEqual([])
    await docksideDone(folder, 'export', 'scans', join(folder, 'all.json'))
    expect(readFileSync(join(folder, 'all.json'), 'utf8')).not.toContain('BADGE-7')
  })

  it.each([
    [['--from', '2026-02-30'], '2026-02-30 is no day'],
    [['--answer', 'loud'], 'loud is no answer'],
    [['--format', 'xml'], 'xml is no format'],
    [['--out', 'scans.txt'], 'names no format']
  ])('says what is wrong with %j', async (words, problem) => {
    const { status, stderr } = await dockside(journal(), 'scans', ...words)
    expect(status).toBe(2)
    expect(stderr).toContain(problem)
  })
})
