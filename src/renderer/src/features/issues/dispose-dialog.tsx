import { Button, Modal, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent, KeyboardEvent } from 'react'
import { saysWhy } from '../../../../core/reason.ts'
import { formatQuantity, ZERO } from '../../../../core/quantity.ts'
import { DISPOSITION_KINDS, takesOut } from '../../../../core/quality/issue.ts'
import type { DispositionKind } from '../../../../core/quality/issue.ts'
import type { IssueDetailView } from '../../../../ipc/issue-views.ts'
import type { InventoryRowView } from '../../../../ipc/views.ts'
import type { Station } from '../../station.ts'
import { Failure } from '../../ui/failure.tsx'
import { indexAfterKey } from '../../ui/grid-keys.ts'
import form from '../../ui/form.module.css'
import { ReasonField } from '../../ui/reason-field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { DISPOSITION_WORDS } from './issue-words.ts'
import { useChange } from './queries.ts'
import classes from './dialogs.module.css'

export interface DisposeDialogProps {
  readonly issue: IssueDetailView
  readonly opened: boolean
  readonly onClose: () => void
}

/** What becomes of it: of all, or of so much. */
export function DisposeDialog({ issue, opened, onClose }: DisposeDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={`What becomes of it? ${issue.number}`} size={640}>
      {opened && <DisposeForm issue={issue} onClose={onClose} />}
    </Modal>
  )
}

function DisposeForm({ issue, onClose }: Omit<DisposeDialogProps, 'opened'>) {
  const stocked = issue.rows.filter(({ quantity }) => quantity > ZERO)
  const [kind, setKind] = useState<DispositionKind>('use-as-is')
  const [row, setRow] = useState<InventoryRowView | null>(stocked.length === 1 ? (stocked[0] ?? null) : null)
  const [typed, setTyped] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const dispose = useChange<Parameters<Station['issues']['dispose']>[0]>((station, input) =>
    station.issues.dispose(input)
  )
  const isTaking = takesOut(kind)
  const all = isTaking ? row?.quantity : issue.undecided
  const quantity = typed ?? (all === undefined ? '' : formatQuantity(all))
  const isReady = saysWhy(reason) && !dispose.isPending

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (!isReady) return
    dispose.mutate(
      {
        issue: issue.number,
        kind,
        quantity: issue.isUnit || row?.serial != null ? null : quantity.trim(),
        row: isTaking ? (row?.id ?? null) : null,
        reason
      },
      {
        onSuccess: (answer) => {
          if (answer.kind === 'done') onClose()
        }
      }
    )
  }

  return (
    <form className={form.form} onSubmit={onSubmit}>
      <Kinds
        kind={kind}
        onKind={(next) => {
          setKind(next)
          setTyped(null)
        }}
      />
      {isTaking && stocked.length > 1 && (
        <Select
          label="From where"
          size="md"
          placeholder="Choose the place"
          data={stocked.map((each) => ({ value: String(each.id), label: placeWords(each) }))}
          value={row === null ? null : String(row.id)}
          onChange={(value) => {
            setRow(stocked.find(({ id }) => String(id) === value) ?? null)
            setTyped(null)
          }}
        />
      )}
      {!issue.isUnit && !(isTaking && row?.serial != null) && (
        <TextInput
          label={`Quantity in ${issue.unit}`}
          description={
            isTaking
              ? row === null
                ? 'Choose the place first.'
                : `${formatQuantity(row.quantity)} ${issue.unit} at ${row.location}`
              : `${formatQuantity(issue.undecided)} ${issue.unit} undecided`
          }
          size="md"
          inputMode="decimal"
          autoComplete="off"
          maxLength={40}
          value={quantity}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <ReasonField usual={DISPOSITION_WORDS[kind].usualReasons} value={reason} onChange={setReason} />
      {dispose.data?.kind === 'refused' && <Refusal>{dispose.data.message}</Refusal>}
      {dispose.error && <Failure inline what="It was not decided" error={dispose.error} />}
      <Button type="submit" size="lg" disabled={!isReady}>
        {DISPOSITION_WORDS[kind].title}
      </Button>
    </form>
  )
}

function Kinds({ kind, onKind }: { readonly kind: DispositionKind; readonly onKind: (kind: DispositionKind) => void }) {
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const key = { ArrowRight: 'ArrowDown', ArrowLeft: 'ArrowUp' }[event.key] ?? event.key
    const next = indexAfterKey(key, DISPOSITION_KINDS.indexOf(kind), DISPOSITION_KINDS.length, 2)
    const chosen = next === undefined ? undefined : DISPOSITION_KINDS[next]
    if (next === undefined || chosen === undefined) return
    event.preventDefault()
    onKind(chosen)
    event.currentTarget.querySelectorAll('button')[next]?.focus()
  }

  return (
    <div className={classes.kinds} role="radiogroup" aria-label="What becomes of it" onKeyDown={onKeyDown}>
      {DISPOSITION_KINDS.map((each) => (
        <button
          key={each}
          type="button"
          role="radio"
          className={classes.kind}
          aria-checked={each === kind}
          tabIndex={each === kind ? 0 : -1}
          data-autofocus={each === kind || undefined}
          onClick={() => onKind(each)}
        >
          <span className={classes.kindTitle}>{DISPOSITION_WORDS[each].title}</span>
          <span className={classes.quiet}>{DISPOSITION_WORDS[each].words}</span>
        </button>
      ))}
    </div>
  )
}

function placeWords({ serial, location, quantity, unit, revision }: InventoryRowView): string {
  if (serial !== null) return `${serial} at ${location}`
  return `${location}: ${formatQuantity(quantity)} ${unit}${revision === null ? '' : `, revision ${revision}`}`
}
