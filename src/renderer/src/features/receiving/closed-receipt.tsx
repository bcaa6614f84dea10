import { IconCircleCheckFilled, IconProgressAlert } from '@tabler/icons-react'
import type { ClosedReceiptView } from '../../../../ipc/views.ts'
import { openOf } from './line-progress.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { groupedQuantity } from '../../ui/grouped-quantity.ts'
import classes from './closed-receipt.module.css'

/** What the receipt that was closed last left open. */
export function ClosedReceipt({ closed }: { readonly closed: ClosedReceiptView }) {
  const { order, receipt, short } = closed
  const isShort = short.length > 0
  const Mark = isShort ? IconProgressAlert : IconCircleCheckFilled
  return (
    <section className={classes.closed} data-short={isShort || undefined} aria-label="Receipt closed last">
      <Mark size={34} aria-hidden className={classes.icon} />
      <div className={classes.text}>
        <h2 className={classes.title}>
          {receipt === null ? (
            'Left without receiving'
          ) : (
            <>
              Receipt <CodeText>{receipt}</CodeText> closed
            </>
          )}
        </h2>
        <p className={classes.order}>
          Order <CodeText>{order}</CodeText>
          {isShort
            ? `: ${short.length === 1 ? '1 line is' : `${short.length} lines are`} still open.`
            : ' is complete.'}
        </p>
      </div>
      {isShort && (
        <ul className={classes.lines}>
          {short.map((line) => (
            <li key={line.id}>
              <CodeText>{line.partNumber}</CodeText>
              <span className={classes.missing}>
                {groupedQuantity(openOf(line))} of {groupedQuantity(line.ordered)} {line.unit} missing
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
