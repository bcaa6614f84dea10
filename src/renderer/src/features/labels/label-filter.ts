import type { LabelState } from '../../../../core/printing/label-state.ts'

/** Which labels are listed. */
export type LabelFilter = 'all' | 'person' | 'waiting' | 'out' | 'void'

export const LABEL_FILTERS: readonly LabelFilter[] = ['all', 'person', 'waiting', 'out', 'void']

/** The states of each filter; none means all. */
export const FILTER_STATES: Readonly<Record<LabelFilter, readonly LabelState[]>> = {
  all: [],
  person: ['unknown', 'failed'],
  waiting: ['queued', 'sending', 'sent'],
  out: ['printed', 'verified'],
  void: ['void']
}

export const FILTER_WORDS: Readonly<Record<LabelFilter, string>> = {
  all: 'All',
  person: 'Need a person',
  waiting: 'On the way',
  out: 'Printed',
  void: 'Void'
}
