import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, it } from 'vitest'
import { StationError } from '../../../src/core/errors.ts'
import { readTable } from '../../../src/main/files/read-table.ts'
import { writeTable } from '../../../src/main/files/write-table.ts'

const folder = mkdtempSync(join(tmpdir(), 'dockside-write-'))
afterAll(() => rmSync(folder, { recursive: true }))
const path = (name: string) => join(folder, name)

describe('an exported CSV file', () => {
  it('has a header, CRLF, and empty values for what is absent', () => {
    const rows = [
      { serial: 'S-1', lot: null, quantity: '-1.5', copies: 2 },
      { serial: '007', lot: 'a "b", c', quantity: '1', copies: 1 }
    ]
    expect(writeTable(path('a.csv'), ['serial', 'lot', 'quantity', 'copies'], ['quantity'], rows)).toBe(2)
    expect(readFileSync(path('a.csv'), 'utf8')).toBe(
      'serial,lot,quantity,copies\r\nS-1,,-1.5,2\r\n007,"a ""b"", c",1,1\r\n'
    )
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r'=1"],
    ['\n=1', "'\n'=1"],
    ['\nx', "'\nx"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['=HYPERLINK("x";"y")', `'=HYPERLINK("x";"y")`],
    ['SN1;=1+1;@SUM(A1)', "SN1;'=1+1;'@SUM(A1)"],
    ['SN1;"=1+1', `SN1;"'=1+1`],
    ['SN1\t+1', "SN1\t'+1"],
    ["'=1", "''=1"]
  ])('makes %j harmless to a spreadsheet, and is read as it was', (text, harmless) => {
    writeTable(path('b.csv'), ['code', 'quantity'], ['quantity'], [{ code: text, quantity: text }])
    const [written] = parse(readFileSync(path('b.csv')), { columns: true, record_delimiter: '\r\n' })
    expect(written).toEqual({ code: harmless, quantity: text === '-1' ? '-1' : harmless })
    expect(readTable(path('b.csv')).table.records[0]?.cells).toEqual([text, text])
  })

  it('writes lists with semicolons, and what has parts as JSON', () => {
    writeTable(path('c.csv'), ['serials', 'evidence'], [], [{ serials: ['A', 'B'], evidence: { odometer: 12 } }])
    expect(readTable(path('c.csv')).table.records[0]?.cells).toEqual(['A;B', '{"odometer":12}'])
  })

  it('keeps every text that is no formula', () => {
    const texts = ['', '007', "'quoted", ' =1', 'a,b;c\td', 'two\r\nlines', 'ß漢']
    writeTable(
      path('d.csv'),
      ['first', 'text'],
      [],
      texts.map((text) => ({ first: 'x', text }))
    )
    expect(readTable(path('d.csv')).table.records.map(({ cells }) => cells[1])).toEqual(texts)
  })
})

describe('an exported JSON file', () => {
  it('has the same keys, with null for what is absent and nothing disguised', () => {
    const rows = [{ serial: '=1', lot: null, serials: ['A'], extra: 'not a column' }]
    writeTable(path('a.json'), ['serial', 'lot', 'serials', 'expiry'], [], rows)
    expect(JSON.parse(readFileSync(path('a.json'), 'utf8'))).toEqual([
      { serial: '=1', lot: null, serials: ['A'], expiry: null }
    ])
  })

  it('of no rows is an empty array', () => {
    writeTable(path('b.json'), ['serial'], [], [])
    expect(JSON.parse(readFileSync(path('b.json'), 'utf8'))).toEqual([])
  })

  it('of many rows is one array', () => {
    writeTable(
      path('c.JSON'),
      ['n'],
      [],
      (function* () {
        for (let n = 0; n < 1234; n++) yield { n }
      })()
    )
    expect(JSON.parse(readFileSync(path('c.JSON'), 'utf8'))).toHaveLength(1234)
  })
})

describe('an export', () => {
  it('asks for a format that there is', () => {
    expect(() => writeTable(path('a.xlsx'), [], [], [])).toThrow(expect.objectContaining({ code: 'usage' }))
    expect(existsSync(path('a.xlsx'))).toBe(false)
  })

  it('says why a file cannot be written', () => {
    expect(() => writeTable(path('none/a.csv'), [], [], [])).toThrow(/its folder does not exist/)
    expect(() => writeTable(path('none/a.csv'), [], [], [])).toThrow(StationError)
  })

  it('that fails half way leaves the file that was there, and nothing else', () => {
    writeFileSync(path('e.csv'), 'before')
    const rows = (function* () {
      for (let n = 0; n < 2000; n++) yield { n }
      throw new Error('the store fails')
    })()
    expect(() => writeTable(path('e.csv'), ['n'], [], rows)).toThrow('the store fails')
    expect(readFileSync(path('e.csv'), 'utf8')).toBe('before')
    expect(existsSync(path('e.csv.partial'))).toBe(false)
  })
})
