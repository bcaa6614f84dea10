export type Statistic = 'p50' | 'p95' | 'p99' | 'max'

/** What a figure must not go over. */
export interface Target {
  readonly statistic: Statistic
  readonly atMost: number
}

/** What was measured: one number for each run, all in the same unit. */
export interface Measurement {
  readonly name: string
  /** How much there was already when it was measured, in words: `1,000 units in stock`. */
  readonly scale: string
  /** How many units there were, where the same is measured with few and with many: growth is told from one to the other. */
  readonly grownTo?: number
  readonly unit: 'ms'
  readonly samples: readonly number[]
  /** Absent for what is shown for comparison alone. */
  readonly target?: Target
}

export interface Figure extends Omit<Measurement, 'samples'> {
  readonly runs: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
  /** Null where there is no target. */
  readonly holds: boolean | null
}

export function figureOf(measurement: Measurement): Figure {
  const { samples, ...rest } = measurement
  const { target } = rest
  const sorted = samples.toSorted((a, b) => a - b)
  const statistics = {
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
    max: percentile(sorted, 1)
  }
  return {
    ...rest,
    runs: samples.length,
    ...statistics,
    holds: target ? statistics[target.statistic] <= target.atMost : null
  }
}

/** The smallest sample that at least this share of all samples does not go over (nearest rank). */
function percentile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new Error('Nothing was measured')
  return Math.round(value * 1_000) / 1_000
}
