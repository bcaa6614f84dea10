import type { IssueId, LotId, RowId } from '../ids.ts'

/** An open issue that holds something. */
export interface Hold {
  readonly issue: IssueId
  /** `Q-2026-00001` */
  readonly number: string
  readonly title: string
}

/** What the rules may look up of issues. The answers are those of one moment. */
export interface QualityDirectory {
  /** What holds a row: its own issues and those of its lot, the oldest first. */
  holdsOnRow(row: RowId): readonly Hold[]
  holdsOnLot(lot: LotId): readonly Hold[]
  /** The number of the issue that a text names; absent for any other text. */
  issueNumbered(text: string): string | undefined
}

/** `On hold: Q-2026-00001 Cracked housing, Q-2026-00007 Wrong colour`; empty where nothing holds. */
export function holdWords(holds: readonly Hold[]): string {
  const distinct = holds.filter(({ issue }, index) => holds.findIndex((each) => each.issue === issue) === index)
  if (distinct.length === 0) return ''
  return `On hold: ${distinct.map(({ number, title }) => `${number} ${title}`).join(', ')}`
}

/** {@link holdWords} as the first sentence of a message. */
export function holdSentence(holds: readonly Hold[]): string {
  const words = holdWords(holds)
  return words === '' ? '' : `${words}. `
}
