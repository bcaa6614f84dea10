import { useState } from 'react'
import { encodeCommand } from '../../../../core/barcode/commands.ts'
import type { OpenLineView, OpenOrderView } from '../../../../ipc/views.ts'
import { useSubmit } from '../../scanning.tsx'
import { CodeText } from '../../ui/code-text.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { CodeEntry } from '../../ui/code-entry.tsx'
import { CommandButton } from '../../ui/command-button.tsx'
import layout from '../../ui/work-layout.module.css'
import { LineCount } from './line-count.tsx'
import { LineFacts } from './line-facts.tsx'
import classes from './open-line.module.css'
import { QuantityDialog } from '../../ui/quantity-dialog.tsx'
import { MODE_WORDS } from './mode-words.ts'
import { TeachButton } from './teaching/teach-button.tsx'
import { SerialGrid } from './serial-grid.tsx'

export interface OpenLineProps {
  readonly order: OpenOrderView
  readonly view: OpenLineView
}

/** The line being captured: what to scan next above all, and what was scanned so far. */
export function OpenLine({ order, view }: OpenLineProps) {
  const submit = useSubmit()
  const [askingQuantity, setAskingQuantity] = useState(false)
  const { line, mode } = view
  return (
    <div className={layout.columns}>
      <div className={layout.main}>
        <header className={classes.header}>
          <p className={classes.within}>
            <CodeText>{order.order}</CodeText>
            <span>line {line.line}</span>
            <span>{order.receipt === null ? 'new receipt' : `receipt ${order.receipt}`}</span>
          </p>
          <h1 className={classes.part}>
            <CodeText>{line.partNumber}</CodeText>
            {line.revision !== null && <span className={classes.revision}>rev {line.revision}</span>}
          </h1>
          <p className={classes.about}>
            <span className={classes.description} title={line.description}>
              {line.description}
            </span>
            <span className={classes.mode}>{MODE_WORDS[mode]}</span>
          </p>
        </header>
        <div className={classes.work} data-large={mode !== 'serial-captured' || undefined}>
          <p className={classes.next}>{view.next}</p>
          <LineCount view={view} />
        </div>
        <LineFacts view={view} />
        {mode === 'serial-captured' && <SerialGrid serials={view.serials} />}
      </div>
      <div className={layout.side}>
        <CommandButton
          command={encodeCommand({ kind: 'done' })}
          kind={view.canFinish ? 'main' : 'other'}
          title="Done"
          note="DONE"
        />
        {mode !== 'serial-captured' && (
          <ActionButton kind="other" title="Quantity" note="QTY" onClick={() => setAskingQuantity(true)} />
        )}
        {mode === 'lot' && (
          <CommandButton command={encodeCommand({ kind: 'generate' })} kind="other" title="Own lot" note="GENERATE" />
        )}
        <CommandButton command={encodeCommand({ kind: 'undo' })} kind="other" title="Undo scan" note="UNDO" />
        <TeachButton />
        <CommandButton command={encodeCommand({ kind: 'cancel' })} kind="leave" title="Leave line" note="CANCEL" />
        <div className={layout.push}>
          <CodeEntry />
        </div>
      </div>
      <QuantityDialog
        opened={askingQuantity}
        open={view.open}
        unit={line.unit}
        wholeOnly={mode === 'serial-generated'}
        onClose={() => setAskingQuantity(false)}
        onQuantity={(quantity) => {
          setAskingQuantity(false)
          submit(encodeCommand({ kind: 'quantity', quantity }))
        }}
      />
    </div>
  )
}
