import { useState } from 'react'
import { encodeCommand } from '../../../../core/barcode/commands.ts'
import type { PutAwayView } from '../../../../ipc/views.ts'
import { useSubmit } from '../../scanning.tsx'
import { CodeText } from '../../ui/code-text.tsx'
import { groupedQuantity } from '../../ui/grouped-quantity.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { CodeEntry } from '../../ui/code-entry.tsx'
import { CommandButton } from '../../ui/command-button.tsx'
import layout from '../../ui/work-layout.module.css'
import { QuantityDialog } from '../../ui/quantity-dialog.tsx'
import { PutAwayPlace } from './put-away-place.tsx'
import classes from './put-away.module.css'

const NEXT = 'Scan what goes there: a unit, a lot or a part.'

/** A place was scanned and nothing is open: what is scanned next moves there. */
export function PutAway({ view: { location, pending } }: { readonly view: PutAwayView }) {
  const submit = useSubmit()
  const [askingQuantity, setAskingQuantity] = useState(false)
  return (
    <div className={layout.columns}>
      <div className={layout.main}>
        <header className={classes.header}>
          <p className={classes.caption}>Put away at</p>
          <h1 className={classes.place}>
            <CodeText>{location}</CodeText>
          </h1>
        </header>
        <div className={classes.work}>
          {pending && (
            <p className={classes.goods}>
              <CodeText>{pending.name}</CodeText>
              <strong>
                {pending.quantity === null ? 'all' : groupedQuantity(pending.quantity)} of{' '}
                {groupedQuantity(pending.available)} {pending.unit}
              </strong>
              {pending.source !== null && (
                <span>
                  from <CodeText>{pending.source}</CodeText>
                </span>
              )}
            </p>
          )}
          <p className={classes.next}>{pending?.next ?? NEXT}</p>
        </div>
      </div>
      <div className={layout.side}>
        {pending ? (
          <>
            <CommandButton command={encodeCommand({ kind: 'done' })} kind="main" title="Move it" note="DONE" />
            <ActionButton kind="other" title="Quantity" note="QTY" onClick={() => setAskingQuantity(true)} />
            <CommandButton command={encodeCommand({ kind: 'cancel' })} kind="leave" title="Leave it" note="CANCEL" />
            <QuantityDialog
              opened={askingQuantity}
              open={pending.available}
              unit={pending.unit}
              wholeOnly={false}
              onClose={() => setAskingQuantity(false)}
              onQuantity={(quantity) => {
                setAskingQuantity(false)
                submit(encodeCommand({ kind: 'quantity', quantity }))
              }}
            />
          </>
        ) : (
          <>
            <CommandButton
              command={encodeCommand({ kind: 'home' })}
              kind="leave"
              title="End putting away"
              note="HOME"
            />
            <PutAwayPlace location={location} />
          </>
        )}
        <div className={layout.push}>
          <CodeEntry />
        </div>
      </div>
    </div>
  )
}
