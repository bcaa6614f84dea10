import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleXFilled,
  IconClock
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './state-mark.module.css'
import type { Tone } from './tone.ts'

const ICONS: Readonly<Record<Tone, Icon>> = {
  good: IconCircleCheckFilled,
  wait: IconClock,
  warn: IconAlertTriangleFilled,
  bad: IconCircleXFilled,
  quiet: IconCircleDashed
}

export interface StateMarkProps {
  readonly tone: Tone
  readonly children: ReactNode
  /** With a surface of its own, where it stands alone. */
  readonly filled?: boolean
  readonly icon?: Icon
}

/** A state in words, with an icon and a colour that say the same. */
export function StateMark({ tone, children, filled = false, icon }: StateMarkProps) {
  const Mark = icon ?? ICONS[tone]
  return (
    <span className={classes.mark} data-tone={tone} data-filled={filled || undefined}>
      <Mark size={16} aria-hidden className={classes.icon} />
      <span className={classes.words}>{children}</span>
    </span>
  )
}
