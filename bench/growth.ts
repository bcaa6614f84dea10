import type { Figure } from './figure.ts'

/** What was measured with few units and with many, and how many times as long it took with many. */
export interface Growth {
  readonly name: string
  readonly from: { readonly units: number; readonly p95: number }
  readonly to: { readonly units: number; readonly p95: number }
  readonly times: number
}

export function growthOf(figures: readonly Figure[]): readonly Growth[] {
  return figures.flatMap((large) => {
    const small = figures.find(({ name, grownTo }) => name === large.name && isLess(grownTo, large.grownTo))
    if (small?.grownTo === undefined || large.grownTo === undefined) return []
    return [
      {
        name: large.name,
        from: { units: small.grownTo, p95: small.p95 },
        to: { units: large.grownTo, p95: large.p95 },
        times: Math.round((large.p95 / small.p95) * 10) / 10
      }
    ]
  })
}

function isLess(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && a < b
}

/** `any scan sent, committed, shown: 21.3 → 24.9 ms (× 1.2) from 10,000 to 1,000,000 units`, a line each. */
export function growthLines(growth: readonly Growth[]): string {
  return growth
    .map(
      ({ name, from, to, times }) =>
        `${name}: p95 ${from.p95} → ${to.p95} ms (× ${times}) from ${from.units.toLocaleString('en')} to ${to.units.toLocaleString('en')} units`
    )
    .join('\n')
}
