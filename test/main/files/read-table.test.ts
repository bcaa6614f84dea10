import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { StationError } from '../../../src/core/errors.ts'
import { readTable } from '../../../src/main/files/read-table.ts'

const folder = mkdtempSync(join(tmpdir(), 'dockside-read-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0

function fileOf(content: string | Uint8Array): string {
  const file = join(folder, `${(files += 1)}.csv`)
  writeFileSync(file, content)
  return file
}

function tableOf(content: string | Uint8Array) {
  return readTable(fileOf(content)).table
}

function refusalOf(file: string): StationError {
  try {
    readTable(file)
  } catch (error) {
    if (error instanceof StationError) return error
    throw error
  }
  throw new Error('the file was read')
}

describe('a CSV file', () => {
  it('is read by its header, with the lines of the file', () => {
    expect(tableOf('code,description\nDOCK,Dock 1\nA-01,\n')).toEqual({
      columns: [
        { name: 'code', line: 1 },
        { name: 'description', line: 1 }
      ],
      records: [
        { line: 2, cells: ['DOCK', 'Dock 1'] },
        { line: 3, cells: ['A-01', ''] }
      ],
      problems: []
    })
  })

  it.each([
    ['LF', 'a,b\n1,2\n3,4'],
    ['CRLF', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['CR', 'a,b\r1,2\r3,4\r'],
    ['a byte order mark', '\ufeffa,b\n1,2\n3,4\n'],
    ['semicolons', 'a;b\n1;2\n3;4\n'],
    ['tabs', 'a\tb\n1\t2\n3\t4\n'],
    ['quotes', '"a","b"\n"1","2"\n"3","4"\n']
  ])('with %s is the same table', (_, content) => {
    const { columns, records } = tableOf(content)
    expect(columns.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(records).toEqual([
      { line: 2, cells: ['1', '2'] },
      { line: 3, cells: ['3', '4'] }
    ])
  })

  it.each(['\n', '\r\n', '\r'])('counts the lines that a quoted value goes over (%j)', (end) => {
    const content = ['a,b', '"one', 'two', '",1', '', 'x,"y""', 'z,"', 'w,2', ''].join(end)
    expect(tableOf(content).records).toEqual([
      { line: 2, cells: [`one${end}two${end}`, '1'] },
      { line: 6, cells: ['x', `y"${end}z,`] },
      { line: 8, cells: ['w', '2'] }
    ])
  })

  it('keeps text as it stands: blanks, leading zeros, separators in quotes, other scripts', () => {
    expect(tableOf('a,b\n 007 ,"x;y,z"\nß漢,"=1+1"\n').records.map(({ cells }) => cells)).toEqual([
      [' 007 ', 'x;y,z'],
      ['ß漢', '=1+1']
    ])
  })

  it('keeps a semicolon inside the values of a file with semicolons', () => {
    expect(tableOf('a;b\n"x;y";1,5\n').records[0]?.cells).toEqual(['x;y', '1,5'])
  })

  it('names the row that has too many or too few values, and reads the others', () => {
    const { records, problems } = tableOf('a,b\n1\n1,2,3\n1,2\n')
    expect(records).toHaveLength(1)
    expect(problems).toEqual([
      { line: 2, column: null, value: null, reason: 'the row has 1 values, and the header names 2 columns' },
      { line: 3, column: null, value: null, reason: 'the row has 3 values, and the header names 2 columns' }
    ])
  })

  it.each([
    ['a,b\r\n"x\r\ny",1\r\nz,"never closed\r\n1,2\r\n', 4, 'never closed'],
    ['a,b\n1,2\n1,"x" y\n', 3, 'text follows a closing quotation mark'],
    ['a,b\n1,2\n1,x"y"\n', 3, 'a quotation mark stands inside a value'],
    [`a,b\n1,"${'x'.repeat(200_000)}"\n`, 2, 'longer than 100000']
  ])('says where its quotation marks are wrong (%#)', (content, line, words) => {
    const { problems } = tableOf(content)
    expect(problems).toHaveLength(1)
    expect(problems[0]?.line).toBe(line)
    expect(problems[0]?.reason).toContain(words)
  })

  it('of blank lines alone has no header', () => {
    expect(tableOf('\n\n').problems[0]?.reason).toContain('blank lines alone')
  })
})

describe('a JSON file', () => {
  it('is read by its keys, with the line on which each object begins', () => {
    const content =
      '\ufeff [\n  { "order": "PO-1", "line": 1 },\n\n  {\n "line": "2", "due": null, "x": "},\\" {[" }\n]\n'
    expect(tableOf(content)).toEqual({
      columns: [
        { name: 'order', line: 2 },
        { name: 'line', line: 2 },
        { name: 'due', line: 4 },
        { name: 'x', line: 4 }
      ],
      records: [
        { line: 2, cells: ['PO-1', 1, undefined, undefined] },
        { line: 4, cells: [undefined, '2', '', '}," {['] }
      ],
      problems: []
    })
  })

  it('of no rows is an empty table', () => {
    expect(tableOf('[]')).toEqual({ columns: [], records: [], problems: [] })
  })

  it('names rows and values that have no place in a table', () => {
    const { problems } = tableOf('[\n1,\n{"a": [2]},\n[],\n{"b": {"c": 1}}, null]')
    expect(problems.map(({ line, column, value }) => [line, column, value])).toEqual([
      [2, null, '1'],
      [3, 'a', '[2]'],
      [4, null, '[]'],
      [5, 'b', '{"c":1}'],
      [5, null, 'null']
    ])
  })

  it.each([
    ['{"a": 1}', 1, 'no JSON array'],
    ['[\n{"a": 1},\n{"a": 2,}\n]', 3, 'no JSON'],
    ['[\n{"a": 1},\n{"a": x}\n]', 3, 'no JSON'],
    [`[\n{"a": "${'y'.repeat(99)}"},\n{"a": x},\n{"a": "${'y'.repeat(99)}"}]`, 3, 'no JSON'],
    ['[\n{"a": 1},\n{"a": 2}\n', 4, 'no JSON']
  ])('that is none says where (%#)', (content, line, words) => {
    const { problems } = tableOf(content)
    expect(problems).toHaveLength(1)
    expect(problems[0]?.line).toBe(line)
    expect(problems[0]?.reason).toContain(words)
  })
})

describe('a file', () => {
  it('is known again by the SHA-256 of its bytes', () => {
    const content = '\ufeffcode\r\nDOCK\r\n'
    expect(readTable(fileOf(content)).sha256).toBe(createHash('sha256').update(content).digest('hex'))
  })

  it.each([
    ['that is empty', '', 'it is empty'],
    [
      'in Windows-1252',
      Buffer.from('code,description\nA-01,Halle\nA-02,Tür\n', 'latin1'),
      'line 3 holds a byte (0xFC)'
    ],
    ['in UTF-16', Buffer.from('\ufeffcode\nA-01\n', 'utf16le'), 'UTF-16'],
    ['of bytes', Buffer.from([1, 2, 0, 3]), 'no text file'],
    ['that is a workbook', Buffer.from('PK\u0003\u0004...'), 'workbook']
  ])('%s is refused in words', (_, content, words) => {
    const refusal = refusalOf(fileOf(content))
    expect(refusal.code).toBe('file-unreadable')
    expect(refusal.message).toContain(words)
  })

  it('that is not there, or a folder, is refused in words', () => {
    const inside = join(folder, 'folder')
    mkdirSync(inside)
    expect(refusalOf(join(folder, 'none.csv')).message).toContain('there is no such file')
    expect(refusalOf(inside).message).toContain('it is a folder')
    expect(refusalOf(join(inside, 'none', 'x.csv')).code).toBe('file-unreadable')
  })

  it('of more than 64 MB is refused unread', () => {
    const file = fileOf('a')
    truncateSync(file, 64 * 1024 * 1024 + 1)
    expect(refusalOf(file).message).toContain('more than 64 MB')
  })
})
