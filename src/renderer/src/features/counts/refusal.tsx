import type { CountRequestAnswer } from '../../../../ipc/counts-views.ts'
import classes from './form.module.css'

/** Why what was asked for is not done; nothing while it is. */
export function Refusal({ answer }: { readonly answer: CountRequestAnswer | undefined }) {
  if (answer?.kind !== 'refused') return null
  return (
    <p className={classes.refusal} role="alert">
      {answer.message}
    </p>
  )
}
