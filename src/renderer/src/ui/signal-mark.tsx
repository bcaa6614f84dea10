import { IconQuestionMark } from '@tabler/icons-react'
import type { Sound } from '../../../core/scan-sound.ts'
import { SIGNAL_LOOKS } from './signal-looks.ts'
import classes from './signal-mark.module.css'

export interface SignalMarkProps {
  /** Null for a scan that was never answered. */
  readonly sound: Sound | null
  readonly small?: boolean
  /** The word of the sound, where no word stands beside the mark. */
  readonly label?: string
}

/** The sound of a scan as a square in its colour, with its icon. */
export function SignalMark({ sound, small = false, label }: SignalMarkProps) {
  const Mark = sound === null ? IconQuestionMark : SIGNAL_LOOKS[sound].icon
  return (
    <span className={classes.mark} data-signal={sound ?? 'none'} data-small={small || undefined}>
      <Mark
        size={small ? 15 : 18}
        stroke={2.4}
        {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
      />
    </span>
  )
}
