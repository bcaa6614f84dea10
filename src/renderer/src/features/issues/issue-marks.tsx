import { IconCircleCheck, IconCircleDot, IconHandStop } from '@tabler/icons-react'
import type { Severity } from '../../../../core/quality/issue.ts'
import type { IssueView } from '../../../../ipc/issue-views.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { SEVERITY_TONES, SEVERITY_WORDS } from './issue-words.ts'

export function SeverityMark({ severity, filled = false }: { readonly severity: Severity; readonly filled?: boolean }) {
  return (
    <StateMark tone={SEVERITY_TONES[severity]} filled={filled}>
      {SEVERITY_WORDS[severity]}
    </StateMark>
  )
}

export interface IssueStateMarkProps {
  readonly issue: Pick<IssueView, 'isOpen' | 'holds'>
  readonly filled?: boolean
}

/** Whether an issue is open, and whether it holds. */
export function IssueStateMark({ issue: { isOpen, holds }, filled = false }: IssueStateMarkProps) {
  if (!isOpen)
    return (
      <StateMark tone="quiet" icon={IconCircleCheck} filled={filled}>
        Closed
      </StateMark>
    )
  return holds ? (
    <StateMark tone="warn" icon={IconHandStop} filled={filled}>
      On hold
    </StateMark>
  ) : (
    <StateMark tone="wait" icon={IconCircleDot} filled={filled}>
      Open
    </StateMark>
  )
}
