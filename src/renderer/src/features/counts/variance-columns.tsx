import type { VarianceLineView } from '../../../../ipc/counts-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { groupedQuantity } from '../../ui/grouped-quantity.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Column } from '../../ui/table-column.ts'
import { FINDINGS } from './finding-words.ts'
import { GoodsCell } from './goods-cell.tsx'
import classes from './variance-columns.module.css'

export function varianceColumns(): readonly Column<VarianceLineView>[] {
  return [
    {
      key: 'finding',
      title: 'Finding',
      width: '132px',
      cell: ({ finding }) => <StateMark tone={FINDINGS[finding].tone}>{FINDINGS[finding].words}</StateMark>
    },
    {
      key: 'goods',
      title: 'What',
      width: 'minmax(150px, 1.2fr)',
      cell: (line) => <GoodsCell {...line} stacked />
    },
    {
      key: 'place',
      title: 'Place',
      width: 'minmax(72px, 0.5fr)',
      cell: ({ location }) => <CodeText>{location}</CodeText>
    },
    {
      key: 'expected',
      title: 'Expected',
      width: '92px',
      align: 'end',
      cell: ({ expected }) => groupedQuantity(expected)
    },
    {
      key: 'counted',
      title: 'Counted',
      width: '92px',
      align: 'end',
      cell: ({ counted }) => groupedQuantity(counted)
    },
    {
      key: 'difference',
      title: 'Difference',
      width: 'minmax(96px, 120px)',
      align: 'end',
      cell: ({ adjusted, unit }) =>
        adjusted !== 0 && (
          <strong className={classes.difference}>
            {adjusted > 0 ? '+' : ''}
            {groupedQuantity(adjusted)} {unit}
          </strong>
        )
    },
    {
      key: 'words',
      title: 'What posting does',
      width: 'minmax(220px, 2.2fr)',
      fromWidthPx: 860,
      cell: ({ words }) => (
        <span className={classes.words} title={words}>
          {words}
        </span>
      )
    }
  ]
}
