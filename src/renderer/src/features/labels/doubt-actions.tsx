import { Button } from '@mantine/core'
import type { LabelView } from '../../../../ipc/views.ts'
import { Failure } from '../../ui/failure.tsx'
import { useDecide } from './queries.ts'

/** A person's word on a label of which nobody knows whether it came out. */
export function DoubtActions({ label }: { readonly label: LabelView }) {
  const decide = useDecide()
  return (
    <>
      <Button
        size="md"
        variant="default"
        disabled={decide.isPending}
        onClick={() => decide.mutate({ label: label.id, found: true })}
      >
        It is there
      </Button>
      <Button
        size="md"
        variant="default"
        disabled={decide.isPending}
        onClick={() => decide.mutate({ label: label.id, found: false })}
      >
        It is not there
      </Button>
      {decide.error && <Failure inline what="That was not kept" error={decide.error} />}
    </>
  )
}
