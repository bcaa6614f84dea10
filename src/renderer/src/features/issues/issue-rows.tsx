import type { IssueDetailView } from '../../../../ipc/issue-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { groupedCount, groupedQuantity } from '../../ui/grouped-quantity.ts'
import { Panel } from '../../ui/panel.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { statusTone } from '../../ui/status-tone.ts'
import classes from './issue-detail.module.css'

/** What an issue is about as it lies there now, and how much of it is decided. */
export function IssueRows({ issue }: { readonly issue: IssueDetailView }) {
  const { rows, rowCount, isUnit, there, released, takenOut, undecided, unit } = issue
  return (
    <Panel title="What it is about">
      <ul className={classes.rows}>
        {rows.map((row) => (
          <li key={row.id} className={classes.row}>
            <span>
              <CodeText>{row.location}</CodeText>
              {row.serial !== null && (
                <>
                  {' '}
                  <CodeText>{row.serial}</CodeText>
                </>
              )}
            </span>
            <span>{row.serial === null && `${groupedQuantity(row.quantity)} ${row.unit}`}</span>
            <StateMark tone={statusTone(row.status)}>{row.status}</StateMark>
          </li>
        ))}
        {rowCount === 0 && <li className={classes.row}>Nothing of it is here.</li>}
        {rows.length < rowCount && (
          <li className={classes.row}>
            {groupedCount(rows.length)} of {groupedCount(rowCount)} are listed.
          </li>
        )}
      </ul>
      {!isUnit && (
        <p className={classes.sum}>
          <span>
            There: <strong>{groupedQuantity(there)}</strong> {unit}
          </span>
          <span>
            Let through: <strong>{groupedQuantity(released)}</strong> {unit}
          </span>
          <span>
            Scrapped or returned: <strong>{groupedQuantity(takenOut)}</strong> {unit}
          </span>
          <span>
            Undecided: <strong>{groupedQuantity(undecided)}</strong> {unit}
          </span>
        </p>
      )}
    </Panel>
  )
}
