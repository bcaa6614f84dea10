import { Switch } from '@mantine/core'
import type { CountId } from '../../../../core/ids.ts'
import { useCountRequest } from './queries.ts'

export interface BlindSwitchProps {
  /** Null for the counts that begin from now on. */
  readonly count: CountId | null
  readonly blind: boolean
}

/** Whether whoever counts is told what the store expects at the place. */
export function BlindSwitch({ count, blind }: BlindSwitchProps) {
  const setBlind = useCountRequest<'setBlind'>((counts, input) => counts.setBlind(input))
  return (
    <Switch
      size="md"
      label={count === null ? 'New counts are blind' : 'Blind'}
      description="What is expected is shown with the variance only"
      checked={blind}
      disabled={setBlind.isPending}
      onChange={(event) => setBlind.mutate({ count, blind: event.currentTarget.checked })}
    />
  )
}
