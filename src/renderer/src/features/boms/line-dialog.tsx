import { Button, Modal, Select, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { formatQuantity } from '../../../../core/quantity.ts'
import { atRevision } from '../../../../core/words.ts'
import type { BomAnswer, BomField, BomLineView, BomView, ComponentChoice } from '../../../../ipc/bom-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { Failure } from '../../ui/failure.tsx'
import form from '../../ui/form.module.css'
import { Refusal } from '../../ui/refusal.tsx'
import { ComponentSelect } from './component-select.tsx'
import { usePutLine, useRemoveLine } from './queries.ts'
import { SubstitutesSelect } from './substitutes-select.tsx'
import classes from './line-dialog.module.css'

/** A line to change, or a new one. */
export type OpenLine = { readonly mode: 'add' } | { readonly mode: 'change'; readonly line: BomLineView }

export interface LineDialogProps {
  readonly bom: Pick<BomView, 'partNumber' | 'revision' | 'unit'>
  /** Null while no line is open. */
  readonly open: OpenLine | null
  readonly onClose: () => void
}

/** One line of a bill: what goes in, how much of it, at which revision, and what may take its place. */
export function LineDialog({ bom, open, onClose }: LineDialogProps) {
  const title = open?.mode === 'change' ? open.line.component : `A component of ${atRevision(bom)}`
  return (
    <Modal opened={open !== null} onClose={onClose} title={title} size={620}>
      {open !== null && <LineForm bom={bom} open={open} onClose={onClose} />}
    </Modal>
  )
}

const ANY = ''

function LineForm({ bom, open, onClose }: LineDialogProps & { readonly open: OpenLine }) {
  const stored = open.mode === 'change' ? open.line : null
  const [component, setComponent] = useState<ComponentChoice | null>(null)
  const [revision, setRevision] = useState(stored?.componentRevision ?? ANY)
  const [quantity, setQuantity] = useState(stored === null ? '1' : formatQuantity(stored.quantity))
  const [madeOnAssembly, setMadeOnAssembly] = useState(stored?.madeOnAssembly ?? false)
  const [substitutes, setSubstitutes] = useState<readonly string[]>(stored?.substitutes ?? [])
  const [isRemoving, setRemoving] = useState(false)
  const put = usePutLine(open.mode)
  const remove = useRemoveLine()
  const partNumber = stored?.component ?? component?.partNumber ?? ''
  const revisions = stored?.componentRevisions ?? component?.revisions ?? []
  const unit = stored?.unit ?? component?.unit ?? ''
  const answer = remove.data ?? put.data
  const wrong = (field: BomField) => problemOf(answer, field)
  const onSuccess = (answer: BomAnswer) => {
    if (answer.kind !== 'refused') onClose()
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    put.mutate(
      {
        partNumber: bom.partNumber,
        revision: bom.revision,
        component: partNumber,
        componentRevision: revision === ANY ? null : revision,
        quantity: quantity.trim(),
        madeOnAssembly,
        substitutes
      },
      { onSuccess }
    )
  }

  if (isRemoving && stored) {
    const { partNumber, revision } = bom
    return (
      <div className={form.form}>
        <p className={form.words}>
          <CodeText>{stored.component}</CodeText> is taken off the bill of {atRevision(bom)}. What is built from now on
          goes without it; runs that have started keep it.
        </p>
        {answer?.kind === 'refused' && <Problems answer={answer} field={null} />}
        {remove.error && <Failure inline what="The line is still there" error={remove.error} />}
        <div className={form.choices}>
          <Button size="lg" variant="default" onClick={() => setRemoving(false)}>
            Back
          </Button>
          <Button
            size="lg"
            color="red"
            autoFocus
            disabled={remove.isPending}
            onClick={() => remove.mutate({ partNumber, revision, component: stored.component }, { onSuccess })}
          >
            Take it off
          </Button>
        </div>
      </div>
    )
  }
  return (
    <form className={form.form} onSubmit={onSubmit}>
      {stored === null ? (
        <ComponentSelect
          value={component}
          onChange={(choice) => {
            setComponent(choice)
            setRevision(ANY)
          }}
          error={wrong('component')}
        />
      ) : (
        <>
          <p className={form.words}>{stored.description}</p>
          <Problems answer={answer} field="component" />
        </>
      )}
      <div className={classes.pair}>
        <TextInput
          label={unit === '' ? `Quantity for 1 ${bom.unit}` : `Quantity in ${unit}, for 1 ${bom.unit}`}
          size="md"
          inputMode="decimal"
          autoComplete="off"
          autoFocus={stored !== null}
          maxLength={40}
          value={quantity}
          onChange={(event) => setQuantity(event.currentTarget.value)}
          error={wrong('quantity')}
        />
        <Select
          label="Revision"
          size="md"
          disabled={revisions.length === 0}
          data={[{ value: ANY, label: 'Any' }, ...revisions.map((each) => ({ value: each, label: each }))]}
          value={revision}
          onChange={(value) => setRevision(value ?? ANY)}
          error={wrong('component_revision')}
        />
      </div>
      <Switch
        size="md"
        label="Made on assembly"
        description="It is built inside the run of what it goes into, with its own serial or lot, and not taken from stock."
        checked={madeOnAssembly}
        onChange={(event) => setMadeOnAssembly(event.currentTarget.checked)}
      />
      <SubstitutesSelect value={substitutes} onChange={setSubstitutes} error={wrong('substitutes')} />
      <Problems answer={answer} field={null} />
      {put.error && <Failure inline what="The line was not written" error={put.error} />}
      <div className={form.choices}>
        {stored === null ? (
          <Button size="lg" variant="default" onClick={onClose}>
            Cancel
          </Button>
        ) : (
          <Button size="lg" variant="default" onClick={() => setRemoving(true)}>
            Take it off the bill
          </Button>
        )}
        <Button type="submit" size="lg" disabled={partNumber === '' || put.isPending}>
          {stored === null ? 'Add it' : 'Save'}
        </Button>
      </div>
    </form>
  )
}

function Problems({ answer, field }: { readonly answer: BomAnswer | undefined; readonly field: BomField }) {
  const words = problemOf(answer, field)
  if (words === undefined) return null
  return <Refusal>{words}</Refusal>
}

function problemOf(answer: BomAnswer | undefined, field: BomField): string | undefined {
  if (answer?.kind !== 'refused') return undefined
  const words = answer.problems.filter((problem) => problem.field === field).map(({ message }) => message)
  return words.length === 0 ? undefined : words.join(' ')
}
