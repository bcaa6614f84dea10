import {
  IconArrowRight,
  IconCircleCheckFilled,
  IconCircleXFilled,
  IconClock,
  IconHelpCircleFilled,
  IconProgressCheck,
  IconRosetteDiscountCheckFilled,
  IconTagOff
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import type { LabelState } from '../../../core/printing/label-state.ts'
import { StateMark } from './state-mark.tsx'
import type { Tone } from './tone.ts'

interface StateLook {
  readonly words: string
  readonly tone: Tone
  readonly icon: Icon
}

const LOOKS: Readonly<Record<LabelState, StateLook>> = {
  queued: { words: 'Queued', tone: 'wait', icon: IconClock },
  sending: { words: 'Sending', tone: 'wait', icon: IconArrowRight },
  sent: { words: 'Sent', tone: 'wait', icon: IconProgressCheck },
  printed: { words: 'Printed', tone: 'good', icon: IconCircleCheckFilled },
  verified: { words: 'Verified', tone: 'good', icon: IconRosetteDiscountCheckFilled },
  failed: { words: 'Failed', tone: 'bad', icon: IconCircleXFilled },
  unknown: { words: 'Unknown', tone: 'bad', icon: IconHelpCircleFilled },
  void: { words: 'Void', tone: 'quiet', icon: IconTagOff }
}

/** What is known of a label's paper: in words, with an icon of its own for each state. */
export function LabelStateMark({ state, filled = false }: { readonly state: LabelState; readonly filled?: boolean }) {
  const { words, tone, icon } = LOOKS[state]
  return (
    <StateMark tone={tone} icon={icon} filled={filled}>
      {words}
    </StateMark>
  )
}
