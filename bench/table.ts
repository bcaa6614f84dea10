import type { Figure } from './figure.ts'

const COLUMNS = ['what', 'with', 'runs', 'p50', 'p95', 'p99', 'max', 'target', ''] as const
const TEXT_COLUMNS = 2

/** The figures for a terminal, all times in milliseconds. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = [COLUMNS, ...figures.map(cellsOf)]
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows
    .map((row) =>
      row
        .map((text, column) => {
          const width = widths[column] ?? 0
          return column < TEXT_COLUMNS || column === COLUMNS.length - 1 ? text.padEnd(width) : text.padStart(width)
        })
        .join('  ')
        .trimEnd()
    )
    .join('\n')
}

function cellsOf({ name, scale, runs, p50, p95, p99, max, target, holds }: Figure): readonly string[] {
  return [
    name,
    scale,
    String(runs),
    ...[p50, p95, p99, max].map(milliseconds),
    target ? `${target.statistic} ≤ ${target.atMost}` : '',
    holds === null ? '' : holds ? 'holds' : 'MISSED'
  ]
}

function milliseconds(value: number): string {
  return value < 100 ? value.toFixed(2) : value.toFixed(0)
}
