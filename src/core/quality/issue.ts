/** What an issue is attached to: a unit, a lot wherever its rows are, or untracked stock at a place. */
export type IssueSubjectKind = 'unit' | 'lot' | 'row'

export type Severity = 'minor' | 'major' | 'critical'

export const SEVERITIES: readonly Severity[] = ['minor', 'major', 'critical']

/** What becomes of things with an issue. */
export type DispositionKind = 'use-as-is' | 'rework' | 'return' | 'scrap'

export const DISPOSITION_KINDS: readonly DispositionKind[] = ['use-as-is', 'rework', 'return', 'scrap']

/** Whether a disposition takes stock out; the others let it be used. */
export function takesOut(kind: DispositionKind): kind is 'return' | 'scrap' {
  return kind === 'return' || kind === 'scrap'
}

/** What an issue is called that is raised by scan alone, until a person writes into it what is wrong. */
export const SCANNED_TITLE = 'Held by scan, reason to follow'
export const SCANNED_SEVERITY: Severity = 'major'

/** How issues are numbered. */
export const ISSUE_PATTERN = 'Q-{YYYY}-{#####}'

export const MIN_TITLE_LENGTH = 3
export const MAX_TITLE_LENGTH = 120
/** Of a description, a comment and a reason. */
export const MAX_TEXT_LENGTH = 4000

/** A title as it is kept: one line, without outer blanks, and without characters that steer a screen or a printer. */
export function cleanTitle(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
}

/** A longer text as it is kept: its lines, without outer blanks and without other control characters. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
}
