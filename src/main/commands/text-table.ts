/** Rows for a terminal: columns as wide as their widest text, `-` for what is absent. */
export function textTable(rows: readonly object[], columns: readonly string[], empty: string): string {
  if (rows.length === 0) return empty
  const lines = [columns, ...rows.map((row) => columns.map((column) => cell(row, column)))]
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((text, index) => text.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd()
    )
    .join('\n')
}

function cell(row: object, column: string): string {
  const value = (row as Readonly<Record<string, unknown>>)[column]
  if (value === null || value === undefined || value === '') return '-'
  const text = Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : JSON.stringify(value)
  return visible(text)
}

/** Control characters of imported or scanned text must not steer the terminal. */
export function visible(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f]/g,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`
  )
}
