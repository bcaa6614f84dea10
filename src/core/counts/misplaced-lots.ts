import type { RowId } from '../ids.ts'
import { subtract, ZERO, type Quantity } from '../quantity.ts'
import type { CountedGoods, CountSubject, LotElsewhere, VarianceLine } from './variance.ts'

/** Stock of a lot that the store says is somewhere, and that was not found there or was not looked for. */
interface Source {
  readonly row: RowId
  readonly location: string
  left: Quantity
}

/**
 * Takes what is too much of a lot at one place from where the store says that it lies: first from counted places where
 * it was missing, then from places that are not counted. What is left over is found, and what is still short is missing.
 *
 * A lot is one thing wherever it lies, so that more of it here is less of it there. Untracked parts are not: their
 * differences stay differences.
 */
export function misplacedLots(
  piles: readonly CountSubject[],
  lines: readonly VarianceLine[],
  elsewhere: readonly LotElsewhere[]
): readonly VarianceLine[] {
  const sources = new Map<string, Source[]>()
  const offer = (key: string, source: Source) => sources.set(key, [...(sources.get(key) ?? []), source])
  for (const { goods, row, location, adjusted } of lines) {
    const key = lotKey(goods)
    if (key !== null && row !== null && adjusted < ZERO) offer(key, { row, location, left: subtract(ZERO, adjusted) })
  }
  const counted = new Set(piles.map(({ location }) => location))
  for (const { row, location, quantity, ...lot } of elsewhere) {
    if (!counted.has(location)) offer(keyOf(lot), { row, location, left: quantity })
  }
  const moved = lines.flatMap((line) => takeFrom(line, sources.get(lotKey(line.goods) ?? '') ?? []))
  return moved.flatMap((line) => stillShort(line, sources.get(lotKey(line.goods) ?? '') ?? []))
}

function takeFrom(line: VarianceLine, sources: readonly Source[]): readonly VarianceLine[] {
  if (line.adjusted <= ZERO) return [line]
  const lines: VarianceLine[] = []
  let wanted = line.adjusted
  for (const source of sources) {
    const taken = Math.min(wanted, source.left) as Quantity
    if (taken === ZERO) continue
    source.left = subtract(source.left, taken)
    wanted = subtract(wanted, taken)
    lines.push({ ...line, finding: 'misplaced', adjusted: taken, from: { row: source.row, location: source.location } })
  }
  if (wanted > ZERO)
    lines.push({
      ...line,
      finding: line.finding === 'found' && lines.length > 0 ? 'more' : line.finding,
      adjusted: wanted
    })
  return lines
}

/** Of what is short at a counted place, what turned up at another is told there. */
function stillShort(line: VarianceLine, sources: readonly Source[]): readonly VarianceLine[] {
  if (line.adjusted >= ZERO) return [line]
  const source = sources.find(({ row }) => row === line.row)
  if (!source) return [line]
  return source.left === ZERO ? [] : [{ ...line, adjusted: subtract(ZERO, source.left) }]
}

function lotKey({ partId, revision, lotId }: CountedGoods): string | null {
  return lotId === null ? null : keyOf({ partId, revision, lotId })
}

function keyOf({ partId, revision, lotId }: Pick<LotElsewhere, 'partId' | 'revision' | 'lotId'>): string {
  return `${partId} ${lotId} ${revision}`
}
