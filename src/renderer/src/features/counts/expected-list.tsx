import type { ExpectedView } from '../../../../ipc/counts-views.ts'
import { groupedCount, groupedQuantity } from '../../ui/grouped-quantity.ts'
import { Panel } from '../../ui/panel.tsx'
import classes from './entry-list.module.css'
import { GoodsCell } from './goods-cell.tsx'

/** What the store says lies here and was not counted yet: shown in a guided count. */
export function ExpectedList({ expected: { rows, total } }: { readonly expected: ExpectedView }) {
  return (
    <Panel fill title={total === 0 ? 'Nothing else is expected here' : `Still expected here: ${groupedCount(total)}`}>
      <ul className={classes.list} aria-label="Still expected here">
        {rows.map((row) => (
          <li key={`${row.partNumber} ${row.serial ?? ''} ${row.lot ?? ''}`} className={classes.entry}>
            <GoodsCell {...row} />
            <span className={classes.quantity}>
              {row.serial === null ? `${groupedQuantity(row.quantity)} ${row.unit}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
