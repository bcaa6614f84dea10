import type { StaffAnswer } from '../../../../ipc/operators-views.ts'
import { Failure } from '../../ui/failure.tsx'
import { Refusal } from '../../ui/refusal.tsx'

export interface StaffRefusalProps {
  readonly answer: StaffAnswer | undefined
  readonly error: Error | null
}

/** Why nothing was changed. */
export function StaffRefusal({ answer, error }: StaffRefusalProps) {
  if (error) return <Failure inline what="Nothing was changed" error={error} />
  if (answer?.kind !== 'refused') return null
  return <Refusal>{answer.message}</Refusal>
}
