import type { OpenLineView } from '../../../../ipc/views.ts'
import { groupedQuantity } from '../../ui/grouped-quantity.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { capturedOf, shareCaptured } from './line-progress.ts'
import classes from './line-count.module.css'

/** How much of what is open has been captured: the number that a clerk looks for from across the dock. */
export function LineCount({ view }: { readonly view: OpenLineView }) {
  const captured = capturedOf(view)
  const open = groupedQuantity(view.open)
  return (
    <div className={classes.count} data-complete={shareCaptured(view) === 1 || undefined}>
      <p className={classes.numbers}>
        <strong className={classes.done}>{captured === null ? open : groupedQuantity(captured)}</strong>
        <span className={classes.open}>
          {captured === null ? `${view.line.unit} open` : `of ${open} ${view.line.unit}`}
        </span>
      </p>
      <ProgressBar label="Captured of what is open" done={shareCaptured(view)} thick />
    </div>
  )
}
