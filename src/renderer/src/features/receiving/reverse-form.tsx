import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { saysWhy } from '../../../../core/reason.ts'
import type { ReceivedLineView, ReversalAnswer } from '../../../../ipc/receipts-api.ts'
import { useStation } from '../../station-context.tsx'
import { CodeText } from '../../ui/code-text.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { Failure } from '../../ui/failure.tsx'
import { groupedCount, groupedQuantity } from '../../ui/grouped-quantity.ts'
import { formatMoment } from '../../ui/moments.ts'
import form from '../../ui/form.module.css'
import { Outcome } from '../../ui/outcome.tsx'
import { ReasonField } from '../../ui/reason-field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { numbersOf } from './received-columns.tsx'

const USUAL_REASONS = ['Wrong delivery', 'Wrong order', 'Counted wrongly', 'Went back with the driver']

export interface ReverseFormProps {
  readonly line: ReceivedLineView
  readonly onBack: () => void
}

/** One line that was received, and taking it back: with a reason, and a lead's badge where one is needed. */
export function ReverseForm({ line, onBack }: ReverseFormProps) {
  const station = useStation()
  const [reason, setReason] = useState('')
  const reverse = useMutation<ReversalAnswer, Error, string>({
    mutationFn: (reason) => station.receipts.reverse({ line: line.id, reason })
  })
  const answer = reverse.data
  const isReady = saysWhy(reason)

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (isReady) reverse.mutate(reason.trim())
  }

  if (answer?.kind === 'reversed') {
    return <Outcome words={answer.message} back="Back to what was received" onBack={onBack} />
  }
  return (
    <form className={form.form} onSubmit={onSubmit}>
      <Facts line={line} />
      {line.reversed === null && (
        <>
          <p className={form.words}>
            Its stock goes, its labels become void, and the order line is open again. Serials stay taken. All of it must
            still be there.
          </p>
          <ReasonField usual={USUAL_REASONS} value={reason} onChange={setReason} />
        </>
      )}
      {answer?.kind === 'refused' && <Reasons answer={answer} />}
      {reverse.error && <Failure inline what="It was not taken back" error={reverse.error} />}
      <div className={form.choices}>
        <Button size="lg" variant="default" onClick={onBack}>
          Back
        </Button>
        {line.reversed === null && (
          <Button type="submit" size="lg" color="red" disabled={!isReady || reverse.isPending}>
            Take it back
          </Button>
        )}
      </div>
    </form>
  )
}

function Facts({ line }: { readonly line: ReceivedLineView }) {
  const { receipt, order, partNumber, quantity, unit, lot, serials, location, operator, at, reversed } = line
  return (
    <FactList
      facts={[
        { name: 'Part', value: <CodeText wrap>{partNumber}</CodeText> },
        { name: 'Quantity', value: `${groupedQuantity(quantity)} ${unit}` },
        { name: 'Numbers', value: numbersOf(lot, serials) || null },
        { name: 'Receipt', value: `${receipt}, order ${order}` },
        { name: 'Received', value: `${formatMoment(at)} by ${operator}, at ${location}` },
        {
          name: 'Taken back',
          value: reversed && `${formatMoment(reversed.at)} by ${reversed.operator}: ${reversed.reason}`
        }
      ]}
    />
  )
}

function Reasons({ answer }: { readonly answer: Extract<ReversalAnswer, { kind: 'refused' }> }) {
  const { message, rows, total } = answer
  return (
    <Refusal>
      <p>{message}</p>
      {rows.length > 0 && (
        <ul>
          {rows.map(({ code, words }) => (
            <li key={code}>
              <CodeText wrap>{code}</CodeText> {words}
            </li>
          ))}
        </ul>
      )}
      {rows.length < total && (
        <p>
          {groupedCount(rows.length)} of {groupedCount(total)} are listed.
        </p>
      )}
    </Refusal>
  )
}
