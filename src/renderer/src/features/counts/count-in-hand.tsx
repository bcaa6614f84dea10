import { Button } from '@mantine/core'
import { useState } from 'react'
import { encodeCommand } from '../../../../core/barcode/commands.ts'
import { capitalised } from '../../../../core/words.ts'
import type { CountingView } from '../../../../ipc/counts-views.ts'
import { useSubmit } from '../../scanning.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { CodeEntry } from '../../ui/code-entry.tsx'
import { CodeText } from '../../ui/code-text.tsx'
import { CommandButton } from '../../ui/command-button.tsx'
import { groupedCount, groupedQuantity } from '../../ui/grouped-quantity.ts'
import { Panel } from '../../ui/panel.tsx'
import { QuantityDialog } from '../../ui/quantity-dialog.tsx'
import layout from '../../ui/work-layout.module.css'
import { BlindSwitch } from './blind-switch.tsx'
import classes from './count-in-hand.module.css'
import { CountedList } from './counted-list.tsx'
import { CountedPlaces } from './counted-places.tsx'
import { ExpectedList } from './expected-list.tsx'
import { UnknownList } from './unknown-list.tsx'

const DONE = encodeCommand({ kind: 'done' })

/** A count in hand: the place, what to scan next, and what was counted there so far. */
export function CountInHand({ view }: { readonly view: CountingView }) {
  const { count, location, pending, entries, last, expected, unknown } = view
  const submit = useSubmit()
  const [askingQuantity, setAskingQuantity] = useState(false)
  return (
    <div className={layout.columns}>
      <div className={layout.main}>
        <header className={classes.header}>
          <p className={classes.within}>
            <span>{count?.count ?? 'New count'}</span>
            {count && <span>{count.blind ? 'blind' : 'guided'}</span>}
          </p>
          <h1 className={classes.place}>{location === null ? 'Count' : <CodeText>{location}</CodeText>}</h1>
        </header>
        <div className={classes.work}>
          <p className={classes.next}>
            {pending ? (
              <span>
                <CodeText wrap>{capitalised(pending.name)}</CodeText>
                <span className={classes.ask}>{pending.next}</span>
              </span>
            ) : (
              nextWords(location, count !== null)
            )}
          </p>
          <p className={classes.number}>
            <strong>{pending ? amount(pending.quantity) : groupedCount(entries)}</strong>
            <span>{pending ? pending.unit : entries === 1 ? 'thing counted' : 'things counted'}</span>
          </p>
        </div>
        {pending && pending.revisions.length > 1 && pending.revision === null && (
          <div className={classes.revisions} role="group" aria-label="Revision">
            {pending.revisions.map((revision) => (
              <Button key={revision} size="xl" variant="default" onClick={() => submit(revision || '-')}>
                {revision === '' ? 'No revision' : `Revision ${revision}`}
              </Button>
            ))}
          </div>
        )}
        <UnknownList unknown={unknown} />
        {location !== null && (
          <div className={classes.lists} data-guided={expected !== null || undefined}>
            {expected && <ExpectedList expected={expected} />}
            <CountedList entries={last} total={entries} />
          </div>
        )}
      </div>
      <div className={layout.side}>
        <CommandButton
          command={DONE}
          kind={pending?.quantity === null ? 'other' : 'main'}
          title={pending ? 'Count it' : 'Show variance'}
          note="DONE"
        />
        {pending && (
          <ActionButton
            kind={pending.quantity === null ? 'main' : 'other'}
            title="Quantity"
            note="QTY"
            onClick={() => setAskingQuantity(true)}
          />
        )}
        <CommandButton command={encodeCommand({ kind: 'undo' })} kind="other" title="Undo scan" note="UNDO" />
        <CommandButton command={encodeCommand({ kind: 'home' })} kind="leave" title="Leave it open" note="HOME" />
        {count && (
          <Panel label="Places of this count">
            <CountedPlaces count={count} here={location} />
            <div className={classes.setting}>
              <BlindSwitch count={count.id} blind={count.blind} />
            </div>
          </Panel>
        )}
        <div className={layout.push}>
          <CodeEntry />
        </div>
      </div>
      <QuantityDialog
        opened={askingQuantity && pending !== null}
        open={null}
        unit={pending?.unit ?? ''}
        wholeOnly={false}
        onClose={() => setAskingQuantity(false)}
        onQuantity={(quantity) => {
          setAskingQuantity(false)
          submit(encodeCommand({ kind: 'quantity', quantity }))
        }}
      />
    </div>
  )
}

function nextWords(location: string | null, isOpen: boolean): string {
  if (location !== null) return 'Scan what is here: each unit, or a lot or part and how much of it.'
  return isOpen ? 'Scan the place that is counted next.' : 'Scan the place that is counted.'
}

function amount(quantity: NonNullable<CountingView['pending']>['quantity']): string {
  return quantity === null ? '?' : groupedQuantity(quantity)
}
