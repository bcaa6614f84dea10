import type { OpenLineView } from '../../../../ipc/views.ts'
import { groupedQuantity } from '../../ui/grouped-quantity.ts'
import { ProgressCount } from '../../ui/progress-count.tsx'
import { capturedOf, shareCaptured } from './line-progress.ts'

/** How much of what is open has been captured: the number that a clerk looks for from across the dock. */
export function LineCount({ view }: { readonly view: OpenLineView }) {
  const captured = capturedOf(view)
  const open = groupedQuantity(view.open)
  return (
    <ProgressCount
      done={captured === null ? open : groupedQuantity(captured)}
      of={captured === null ? `${view.line.unit} open` : `of ${open} ${view.line.unit}`}
      label="Captured of what is open"
      share={shareCaptured(view)}
      large
    />
  )
}
