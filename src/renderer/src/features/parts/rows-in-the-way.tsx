import type { InventoryRowView, SetTrackingAnswer } from '../../../../ipc/views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { groupedCount, groupedQuantity } from '../../ui/grouped-quantity.ts'
import { Refusal } from '../../ui/refusal.tsx'
import classes from './tracking-dialog.module.css'

export interface RowsInTheWayProps {
  readonly answer: Extract<SetTrackingAnswer, { kind: 'refused' }>
  readonly onFind: (text: string, alsoGone: boolean) => void
}

/** Why a part cannot be tracked in another way yet, with the rows that keep it from it and the way to each. */
export function RowsInTheWay({ answer: { message, rows, total }, onFind }: RowsInTheWayProps) {
  return (
    <Refusal label="What keeps it from being switched">
      <p>{message}</p>
      {rows.length > 0 && (
        <ul className={classes.rows}>
          {rows.map((row) => (
            <li key={row.id}>
              <button type="button" className={classes.row} onClick={() => onFind(codeOf(row), row.quantity === 0)}>
                <CodeText>{codeOf(row)}</CodeText>
                <span>
                  {groupedQuantity(row.quantity)} {row.unit} at {row.location}, {row.status}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {rows.length < total && (
        <p>
          {groupedCount(rows.length)} of {groupedCount(total)} are listed.
        </p>
      )}
    </Refusal>
  )
}

function codeOf({ serial, lot, partNumber }: InventoryRowView): string {
  return serial ?? lot ?? partNumber
}
