import { refused, type Answer } from '../session/answer.ts'
import { holdSentence, type Hold } from './hold.ts'

/** A scan of what is on hold where it may not leave its place. */
export function staysOnHold(name: string, holds: readonly Hold[]): Answer {
  return refused(
    'on-hold',
    'On hold',
    `${holdSentence(holds)}${name} stays where it is until quality lets it go. Put it aside and go on with the next.`
  )
}
