import { assert } from '../../../core/assert.ts'
import type { RaiseEffect } from '../../../core/quality/effect.ts'
import { SCANNED_SEVERITY, SCANNED_TITLE } from '../../../core/quality/issue.ts'
import type { AcceptedAnswer } from '../../../core/session/answer.ts'
import type { StationContext } from '../context.ts'
import { raiseIssue } from './raise-issue.ts'

/** Raises the issue that a scan asked for, and has the window show it. */
export function raiseByScan(context: StationContext, answer: AcceptedAnswer, { subject }: RaiseEffect): AcceptedAnswer {
  const outcome = raiseIssue(context, {
    subject,
    title: SCANNED_TITLE,
    description: '',
    severity: SCANNED_SEVERITY,
    holds: true
  })
  assert(outcome.kind === 'raised', 'the station’s own words are a title')
  const { issue } = outcome
  return { ...answer, message: `${issue}: ${answer.message}`, show: { kind: 'issue', issue } }
}
