import type { Sound } from '../../../../core/scan-sound.ts'
import { SignalMark } from '../../ui/signal-mark.tsx'
import { outcomeOf, outcomeWord } from './scan-words.ts'
import classes from './outcome-mark.module.css'

/** The sound of a scan as the panel of the last scan shows it: colour, icon and word. */
export function OutcomeMark({ sound }: { readonly sound: Sound | null }) {
  return (
    <span className={classes.mark}>
      <SignalMark sound={sound} small />
      <span className={classes.word}>{outcomeWord(outcomeOf(sound))}</span>
    </span>
  )
}
