import type { CellValue, RowProblem, SourceColumn, SourceRecord, SourceTable } from '../../core/importing/table.ts'

/** Reads a JSON array of objects. A key that an object leaves out is a column of which it says nothing. */
export function readJson(text: string): SourceTable {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (error) {
    return refused(lineOfFailure(error, text), `this is no JSON: ${messageOf(error)}`)
  }
  if (!Array.isArray(content))
    return refused(1, 'the file is no JSON array: it begins with [ and holds one object a row')
  const lines = linesOfElements(text)
  const columns = new Map<string, SourceColumn>()
  const problems: RowProblem[] = []
  const objects: { readonly line: number; readonly cells: ReadonlyMap<string, CellValue> }[] = []
  for (const [index, element] of content.entries()) {
    const line = lines[index] ?? 1
    if (typeof element !== 'object' || element === null || Array.isArray(element)) {
      problems.push({
        line,
        column: null,
        value: JSON.stringify(element),
        reason: 'a row is an object: { "column": "value" }'
      })
      continue
    }
    const cells = new Map<string, CellValue>()
    for (const [name, value] of Object.entries(element)) {
      if (!columns.has(name)) columns.set(name, { name, line })
      const cell = value ?? ''
      if (isCell(cell)) cells.set(name, cell)
      else {
        problems.push({
          line,
          column: name,
          value: JSON.stringify(cell),
          reason: 'a value is a text, a number, true, false or null'
        })
      }
    }
    objects.push({ line, cells })
  }
  const names = [...columns.keys()]
  const records: SourceRecord[] = objects.map(({ line, cells }) => ({
    line,
    cells: names.map((name) => cells.get(name))
  }))
  return { columns: [...columns.values()], records, problems }
}

function isCell(value: unknown): value is CellValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

/** The line on which each element of the outermost array begins, in text that is known to be JSON. */
function linesOfElements(text: string): readonly number[] {
  const lines: number[] = []
  let depth = 0
  let line = 1
  let awaitsElement = false
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    if (character === '\n') line += 1
    if (/\s/.test(character)) continue
    if (awaitsElement && character !== ']') lines.push(line)
    awaitsElement = false
    if (character === '"') index = endOfString(text, index)
    else if (character === '[' || character === '{') depth += 1
    else if (character === ']' || character === '}') depth -= 1
    if (depth === 1 && (character === ',' || (character === '[' && lines.length === 0))) awaitsElement = true
  }
  return lines
}

function endOfString(text: string, start: number): number {
  let index = start + 1
  while (text.charAt(index) !== '"') index += text.charAt(index) === '\\' ? 2 : 1
  return index
}

/** How much text V8 shows on either side of what it cannot read, where it does not name the position. */
const SHOWN_AROUND = 10

function lineOfFailure(error: unknown, text: string): number {
  return text.slice(0, positionOfFailure(messageOf(error), text)).split('\n').length
}

/** V8 names the position of a failure, or shows the text around it, or has come to the end. */
function positionOfFailure(message: string, text: string): number {
  const excerpt = /, (\.\.\.)?"([^]*)"(\.\.\.)? is not valid JSON$/.exec(message)
  if (!excerpt) return Number(/ in JSON at position (\d+)/.exec(message)?.[1] ?? text.length)
  const [, before, shown = '', after] = excerpt
  if (before) return text.indexOf(shown) + SHOWN_AROUND
  return after ? shown.length - SHOWN_AROUND : 0
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function refused(line: number, reason: string): SourceTable {
  return { columns: [], records: [], problems: [{ line, column: null, value: null, reason }] }
}
