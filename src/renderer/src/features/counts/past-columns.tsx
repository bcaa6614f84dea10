import type { CountResultView, EndedCountView } from '../../../../ipc/counts-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { groupedCount, groupedQuantity } from '../../ui/grouped-quantity.ts'
import { formatMoment } from '../../ui/moments.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Column } from '../../ui/table-column.ts'
import { FINDINGS } from './finding-words.ts'
import { GoodsCell } from './goods-cell.tsx'

export function endedColumns(): readonly Column<EndedCountView>[] {
  return [
    { key: 'count', title: 'Count', width: '150px', cell: ({ count }) => <strong>{count}</strong> },
    {
      key: 'places',
      title: 'Places',
      width: 'minmax(120px, 1.4fr)',
      cell: ({ places }) => <CodeText>{places}</CodeText>
    },
    { key: 'at', title: 'Ended', width: '160px', cell: ({ at }) => formatMoment(at).slice(0, 16) },
    { key: 'operator', title: 'By', width: 'minmax(90px, 0.6fr)', cell: ({ operator }) => operator },
    {
      key: 'differs',
      title: 'Differences',
      width: '170px',
      cell: ({ state, results, differs }) =>
        state === 'cancelled' ? (
          <StateMark tone="quiet">thrown away</StateMark>
        ) : (
          <StateMark tone={differs === 0 ? 'good' : 'warn'}>
            {groupedCount(differs)} of {groupedCount(results)}
          </StateMark>
        )
    },
    {
      key: 'reason',
      title: 'Reason',
      width: 'minmax(140px, 1.4fr)',
      fromWidthPx: 900,
      cell: ({ reason }) => <span title={reason}>{reason}</span>
    }
  ]
}

export function resultColumns(): readonly Column<CountResultView>[] {
  return [
    {
      key: 'finding',
      title: 'Finding',
      width: '140px',
      cell: ({ finding }) => <StateMark tone={FINDINGS[finding].tone}>{FINDINGS[finding].words}</StateMark>
    },
    { key: 'goods', title: 'What', width: 'minmax(160px, 2fr)', cell: (result) => <GoodsCell {...result} /> },
    {
      key: 'place',
      title: 'Place',
      width: 'minmax(80px, 0.7fr)',
      cell: ({ location }) => <CodeText>{location}</CodeText>
    },
    {
      key: 'expected',
      title: 'Expected',
      width: '100px',
      align: 'end',
      cell: ({ expected }) => groupedQuantity(expected)
    },
    { key: 'found', title: 'Counted', width: '100px', align: 'end', cell: ({ found }) => groupedQuantity(found) },
    {
      key: 'adjusted',
      title: 'Posted',
      width: '130px',
      align: 'end',
      cell: ({ adjusted, unit }) =>
        adjusted !== 0 && (
          <strong>
            {adjusted > 0 ? '+' : ''}
            {groupedQuantity(adjusted)} {unit}
          </strong>
        )
    }
  ]
}
