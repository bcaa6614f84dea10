import type { LedgerRow } from './ledger.ts'
import type { PaperTray } from './paper-tray.ts'

/** Each way in which the ledger says other things than the paper does; empty when it tells the truth. */
export function liesOf(rows: readonly LedgerRow[], tray: PaperTray): readonly string[] {
  const known = new Set(rows.map(({ label }) => label))
  return [
    ...rows.flatMap((row) => {
      const lie = lieOf(row, tray.good(row.label))
      return lie === undefined ? [] : [`${row.label} ${row.serial}: ${lie}; ${row.evidence}`]
    }),
    ...tray.labels().flatMap((label) => (known.has(label) ? [] : [`${label} is on paper and not in the ledger`]))
  ]
}

function lieOf({ state }: LedgerRow, good: number): string | undefined {
  if (good > 1) return `${state}, and came out ${good} times`
  switch (state) {
    case 'printed':
    case 'verified':
      return good === 1 ? undefined : `${state}, and never came out`
    case 'failed':
    case 'queued':
      return good === 0 ? undefined : `${state}, and came out`
    case 'sending':
    case 'sent':
    case 'unknown':
    case 'void':
      return undefined
  }
}
