import { Button, Modal } from '@mantine/core'
import { IconBinaryTree2 } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { RowId } from '../../../../core/ids.ts'
import type { InventoryRowView } from '../../../../ipc/views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { groupedQuantity } from '../../ui/grouped-quantity.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { statusTone } from '../../ui/status-tone.ts'
import { ACTION_WORDS, ROW_ACTIONS } from './row-actions.ts'
import type { RowAction } from './row-actions.ts'
import { RowActionForm } from './row-action-form.tsx'
import classes from './row-dialog.module.css'

export interface RowDialogProps {
  /** Null while no row is open. */
  readonly row: InventoryRowView | null
  readonly onClose: () => void
  readonly onTrace: (code: string, part: string | null) => void
  /** The issues of a row, with the way to raise one. Where they lead to is another screen. */
  readonly issuesOf: (row: RowId) => ReactNode
}

/** One row of the inventory, and what can be done with it. */
export function RowDialog({ row, onClose, onTrace, issuesOf }: RowDialogProps) {
  return (
    <Modal opened={row !== null} onClose={onClose} title={row === null ? '' : titleOf(row)} size={560}>
      {row !== null && <RowBody key={row.id} row={row} onClose={onClose} onTrace={onTrace} issuesOf={issuesOf} />}
    </Modal>
  )
}

function RowBody({ row, onClose, onTrace, issuesOf }: RowDialogProps & { readonly row: InventoryRowView }) {
  const [action, setAction] = useState<RowAction | null>(null)
  if (action !== null)
    return <RowActionForm row={row} action={action} onBack={() => setAction(null)} onDone={onClose} />
  const { partNumber, revision, serial, lot, supplierLot, location, quantity, unit, status, expiry } = row
  return (
    <div className={classes.body}>
      <FactList
        facts={[
          { name: 'Part', value: <CodeText wrap>{partNumber}</CodeText> },
          { name: 'Revision', value: revision },
          { name: 'Serial', value: serial !== null && <CodeText wrap>{serial}</CodeText> },
          { name: 'Lot', value: lot !== null && <CodeText wrap>{lot}</CodeText> },
          { name: 'Supplier’s lot', value: supplierLot !== null && <CodeText wrap>{supplierLot}</CodeText> },
          { name: 'Place', value: <CodeText>{location}</CodeText> },
          { name: 'Quantity', value: `${groupedQuantity(quantity)} ${unit}` },
          { name: 'Status', value: <StateMark tone={statusTone(status)}>{status}</StateMark> },
          { name: 'Expiry', value: expiry }
        ]}
      />
      <div className={classes.actions}>
        <Button
          size="md"
          data-autofocus
          autoFocus
          leftSection={<IconBinaryTree2 size={20} aria-hidden />}
          onClick={() => {
            onClose()
            onTrace(serial ?? lot ?? partNumber, partNumber)
          }}
        >
          Trace
        </Button>
        {quantity > 0 &&
          ROW_ACTIONS.map((each) => (
            <Button key={each} size="md" variant="default" onClick={() => setAction(each)}>
              {ACTION_WORDS[each].title}
            </Button>
          ))}
      </div>
      {/* What is pressed in there leads to another screen, which this dialog must not cover. */}
      <div onClick={(event) => event.target instanceof Element && event.target.closest('button') && onClose()}>
        {issuesOf(row.id)}
      </div>
    </div>
  )
}

function titleOf({ partNumber, serial, lot }: InventoryRowView): string {
  if (serial !== null) return serial
  return lot === null ? partNumber : `Lot ${lot}`
}
