import type { CountRequestAnswer } from '../../../../ipc/counts-views.ts'
import { Refusal } from '../../ui/refusal.tsx'

/** Why what was asked for is not done; nothing while it is. */
export function Refused({ answer }: { readonly answer: CountRequestAnswer | undefined }) {
  return answer?.kind === 'refused' && <Refusal>{answer.message}</Refusal>
}
