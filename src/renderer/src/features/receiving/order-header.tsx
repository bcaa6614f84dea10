import type { OpenOrderView } from '../../../../ipc/views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { openOf } from './line-progress.ts'
import classes from './order-header.module.css'

export function OrderHeader({ order }: { readonly order: OpenOrderView }) {
  const open = order.lines.filter((line) => openOf(line) > 0).length
  return (
    <header className={classes.header}>
      <h1 className={classes.order}>
        <CodeText>{order.order}</CodeText>
      </h1>
      <p className={classes.facts}>
        <span className={classes.supplier} title={order.supplier}>
          {order.supplier}
        </span>
        <span>{order.receipt === null ? 'New receipt' : <>Receipt {order.receipt}</>}</span>
        <strong>{open === 0 ? 'Everything has come' : `${open} of ${order.lines.length} lines open`}</strong>
      </p>
    </header>
  )
}
