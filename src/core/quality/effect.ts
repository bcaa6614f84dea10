import type { LotId, RowId } from '../ids.ts'

/** What an issue is attached to: the row of a unit or of untracked stock, or a lot wherever it lies. */
export type IssueSubject = { readonly kind: 'row'; readonly row: RowId } | { readonly kind: 'lot'; readonly lot: LotId }

/** An issue that is raised by scan alone, and holds: what is wrong is written into it by a person later. */
export interface RaiseEffect {
  readonly kind: 'raise-issue'
  readonly subject: IssueSubject
}
