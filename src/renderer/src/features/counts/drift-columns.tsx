import type { DriftView } from '../../../../ipc/counts-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { groupedCount, groupedQuantity } from '../../ui/grouped-quantity.ts'
import { dayHere } from '../../ui/moments.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Column } from '../../ui/table-column.ts'

export function driftColumns(by: 'part' | 'place'): readonly Column<DriftView>[] {
  return [
    {
      key: 'name',
      title: by === 'part' ? 'Part' : 'Place',
      width: 'minmax(150px, 1.6fr)',
      cell: ({ name }) => (
        <strong>
          <CodeText>{name}</CodeText>
        </strong>
      )
    },
    {
      key: 'off',
      title: 'Off',
      width: 'minmax(150px, 1fr)',
      cell: ({ off, counts }) => (
        <StateMark tone={off === 0 ? 'good' : off * 2 >= counts ? 'bad' : 'warn'}>
          {groupedCount(off)} of {groupedCount(counts)} counts
        </StateMark>
      )
    },
    {
      key: 'amount',
      title: 'By how much',
      width: '170px',
      align: 'end',
      cell: ({ amount, unit }) => `${groupedQuantity(amount)} ${unit}`
    },
    {
      key: 'net',
      title: 'Net',
      width: '150px',
      align: 'end',
      cell: ({ net, unit }) => `${net > 0 ? '+' : ''}${groupedQuantity(net)} ${unit}`
    },
    {
      key: 'last-off',
      title: 'Off last',
      width: '130px',
      cell: ({ lastOff }) => (lastOff === null ? 'never' : dayHere(lastOff))
    },
    { key: 'last', title: 'Counted last', width: '130px', cell: ({ lastCounted }) => dayHere(lastCounted) }
  ]
}
