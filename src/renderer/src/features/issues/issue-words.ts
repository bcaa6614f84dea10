import type { DispositionKind, IssueSubjectKind, Severity } from '../../../../core/quality/issue.ts'
import type { IssueShow } from '../../../../ipc/issue-views.ts'
import type { Tone } from '../../ui/tone.ts'

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  minor: 'Minor',
  major: 'Major',
  critical: 'Critical'
}

export const SEVERITY_TONES: Readonly<Record<Severity, Tone>> = { minor: 'quiet', major: 'warn', critical: 'bad' }

export const SUBJECT_WORDS: Readonly<Record<IssueSubjectKind, string>> = {
  unit: 'Unit',
  lot: 'Lot',
  row: 'Stock of'
}

export const SHOWS: readonly IssueShow[] = ['open', 'holding', 'closed', 'all']

export const SHOW_WORDS: Readonly<Record<IssueShow, string>> = {
  open: 'Open',
  holding: 'On hold',
  closed: 'Closed',
  all: 'All'
}

interface DispositionWords {
  readonly title: string
  readonly words: string
  readonly usualReasons: readonly string[]
}

export const DISPOSITION_WORDS: Readonly<Record<DispositionKind, DispositionWords>> = {
  'use-as-is': {
    title: 'Use as is',
    words: 'It is good enough. It stays in stock.',
    usualReasons: ['Within tolerance', 'Agreed with the customer']
  },
  rework: {
    title: 'Rework',
    words: 'It is put right here. It stays in stock.',
    usualReasons: ['Cleaned', 'Repaired']
  },
  return: {
    title: 'Return to supplier',
    words: 'It leaves the stock and goes back.',
    usualReasons: ['Delivered damaged', 'Not as ordered']
  },
  scrap: {
    title: 'Scrap',
    words: 'It leaves the stock and is thrown away.',
    usualReasons: ['Beyond repair', 'Contaminated']
  }
}

export const USUAL_TITLES: readonly string[] = ['Damaged', 'Failed inspection', 'Wrong part', 'Contaminated']

/** `820 kB`, `3.4 MB` */
export function fileSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
