import { formatQuantity } from '../../../core/quantity.ts'
import { attachmentsOf } from '../../store/attachment.ts'
import type { ReadableDb } from '../../store/database.ts'
import { dispositionsOf, type Issue } from '../../store/issue.ts'

/** An issue as other programs see it. */
export interface IssueOutside {
  readonly issue: string
  readonly state: 'open' | 'closed'
  readonly on_hold: boolean
  readonly severity: string
  readonly title: string
  readonly description: string
  readonly subject: string
  readonly part_number: string
  readonly serial: string | null
  readonly lot: string | null
  readonly location: string | null
  readonly raised_at: string
  readonly raised_by: string
  readonly closed_at: string | null
  readonly closed_by: string | null
  readonly closed_for: string | null
  readonly dispositions: readonly {
    readonly disposition: string
    readonly quantity: string
    readonly reason: string
    readonly at: string
    readonly operator: string
  }[]
  readonly attachments: readonly { readonly name: string; readonly sha256: string; readonly size_bytes: number }[]
}

const SUBJECTS = { unit: 'unit', lot: 'lot', row: 'stock' } as const

export function issueOutside(db: ReadableDb, issue: Issue): IssueOutside {
  return {
    issue: issue.number,
    state: issue.closedAt === null ? 'open' : 'closed',
    on_hold: issue.holds === 1,
    severity: issue.severity,
    title: issue.title,
    description: issue.description,
    subject: SUBJECTS[issue.subject],
    part_number: issue.partNumber,
    serial: issue.serial,
    lot: issue.lot,
    location: issue.location,
    raised_at: issue.raisedAt,
    raised_by: issue.raisedBy,
    closed_at: issue.closedAt,
    closed_by: issue.closedBy,
    closed_for: issue.closedFor,
    dispositions: dispositionsOf(db, issue.id).map(({ kind, quantity, reason, at, operator }) => ({
      disposition: kind,
      quantity: formatQuantity(quantity),
      reason,
      at,
      operator
    })),
    attachments: attachmentsOf(db, issue.id).map(({ name, sha256, sizeBytes }) => ({
      name,
      sha256,
      size_bytes: sizeBytes
    }))
  }
}
