import type { Tally } from '../../../../core/counts/tally.ts'
import { groupedCount, groupedQuantity } from '../../ui/grouped-quantity.ts'
import classes from './tally-figures.module.css'

/** A count in figures, by unit of measure. */
export function TallyFigures({ tally: { agrees, byUnit } }: { readonly tally: Tally }) {
  return (
    <dl className={classes.figures}>
      <div className={classes.figure} data-tone="good">
        <dt>as expected</dt>
        <dd>{groupedCount(agrees)}</dd>
      </div>
      {byUnit.flatMap(({ unit, found, missing, misplaced }) =>
        [
          { name: 'found', tone: 'warn', quantity: found },
          { name: 'missing', tone: 'bad', quantity: missing },
          { name: 'misplaced', tone: 'warn', quantity: misplaced }
        ]
          .filter(({ quantity }) => quantity > 0)
          .map(({ name, tone, quantity }) => (
            <div key={`${unit} ${name}`} className={classes.figure} data-tone={tone}>
              <dt>
                {unit} {name}
              </dt>
              <dd>{groupedQuantity(quantity)}</dd>
            </div>
          ))
      )}
    </dl>
  )
}
