import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { codeProblem, describeCodeProblem } from '../../../../core/code.ts'
import { Failure } from '../../ui/failure.tsx'
import form from '../../ui/form.module.css'
import { usePrintLocation } from './queries.ts'

export function PlaceLabelForm({ onDone }: { readonly onDone: () => void }) {
  const print = usePrintLocation()
  const [code, setCode] = useState('')
  const problem = code === '' ? undefined : codeProblem(code)

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (code !== '' && problem === undefined) print.mutate(code, { onSuccess: onDone })
  }

  return (
    <form className={form.form} onSubmit={onSubmit}>
      <TextInput
        label="Place"
        description="Scanning this label says where goods are put."
        size="lg"
        data-autofocus
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={problem === undefined ? undefined : `This cannot be a place: ${describeCodeProblem(problem)}`}
        spellCheck={false}
        autoComplete="off"
      />
      {print.error && <Failure inline what="The label was not printed" error={print.error} />}
      <Button type="submit" size="lg" disabled={code === '' || problem !== undefined || print.isPending}>
        Print the label
      </Button>
    </form>
  )
}
