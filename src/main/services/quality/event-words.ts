import type { DispositionKind } from '../../../core/quality/issue.ts'
import { textOf, type EventData } from '../event-data.ts'

const DISPOSED: Readonly<Record<DispositionKind, string>> = {
  'use-as-is': 'to be used as it is',
  rework: 'to be reworked',
  return: 'returned to the supplier',
  scrap: 'scrapped'
}

/** An event of an issue as a sentence; absent for any other event. What a person wrote stands beside it. */
export function issueEventInWords(event: string, data: EventData): string | undefined {
  const text = (key: string): string => textOf(data[key])
  const issue = text('issue')
  switch (event) {
    case 'issue-raised':
      return `${issue} raised, ${text('severity')}: ${text('title')}${data.holds === true ? '; it is on hold' : ''}`
    case 'issue-held':
      return `Put on hold by ${issue}: ${text('reason')}`
    case 'issue-released':
      return `Let go by ${issue}: ${text('reason')}`
    case 'issue-commented':
      return `Comment on ${issue}: ${text('text')}`
    case 'issue-attached':
      return `File ${text('file')} added to ${issue}`
    case 'issue-disposed':
      return `${goods(text)} ${DISPOSED[text('disposition') as DispositionKind] ?? text('disposition')} by ${issue}: ${text('reason')}`
    case 'issue-closed':
      return `${issue} closed: ${text('reason')}`
    default:
      return undefined
  }
}

/** `Unit S-1`, `3 pcs at A-01`. */
function goods(text: (key: string) => string): string {
  if (text('serial') !== '') return `Unit ${text('serial')}`
  const place = text('location')
  return `${text('quantity')} ${text('unit')}${place === '' ? '' : ` at ${place}`}`
}
