import { atRevision } from '../../../../core/words.ts'
import type { BomView } from '../../../../ipc/bom-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { groupedCount, groupedQuantity } from '../../ui/grouped-quantity.ts'
import { Panel } from '../../ui/panel.tsx'
import classes from './bom-screen.module.css'

export interface UsedInProps {
  readonly bom: Pick<BomView, 'partNumber' | 'usedIn' | 'usedInTotal'>
  readonly onBom: (partNumber: string, revision: string | null) => void
}

/** The bills that a part is on, each a step up. */
export function UsedIn({ bom: { partNumber, usedIn, usedInTotal }, onBom }: UsedInProps) {
  return (
    <Panel fill title="Goes into" label="Goes into">
      {usedIn.length === 0 ? (
        <p className={classes.none}>Nothing that is built here takes it.</p>
      ) : (
        <ul className={classes.uses}>
          {usedIn.map((use) => (
            <li key={`${atRevision(use)} ${use.component}`}>
              <button type="button" className={classes.use} onClick={() => onBom(use.partNumber, use.revision)}>
                <span className={classes.component}>
                  <strong>
                    <CodeText>{atRevision(use)}</CodeText>
                  </strong>
                  <span className={classes.quiet}>{use.description}</span>
                  {use.isSubstitute && <span className={classes.quiet}>in place of {use.component}</span>}
                </span>
                <span className={classes.amount}>
                  {groupedQuantity(use.quantity)} {use.unit}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {usedIn.length < usedInTotal && (
        <p className={classes.none}>
          {groupedCount(usedIn.length)} of {groupedCount(usedInTotal)} bills with {partNumber} are listed.
        </p>
      )}
    </Panel>
  )
}
