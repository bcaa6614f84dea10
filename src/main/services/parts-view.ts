import type { PartPage, PartView, SetTrackingAnswer } from '../../ipc/views.ts'
import { countParts, searchParts, type PartSummary } from '../store/part.ts'
import type { StationContext } from './context.ts'
import { rowView } from './inventory-view.ts'
import type { SwitchOutcome } from './switch-tracking.ts'

/** More rows than anybody clears one by one; the message says how many there are. */
const MAX_ROWS_SHOWN = 200

export function partPage({ db }: Pick<StationContext, 'db'>, search: string, offset: number, limit: number): PartPage {
  return { rows: searchParts(db, search, offset, limit).map(partView), total: countParts(db, search) }
}

export function trackingAnswer(outcome: SwitchOutcome): SetTrackingAnswer {
  const { kind, message } = outcome
  if (kind !== 'refused') return { kind, message }
  const { rows } = outcome
  return { kind, message, rows: rows.slice(0, MAX_ROWS_SHOWN).map(rowView), total: rows.length }
}

function partView({ partNumber, revisions, description, tracking, unit, ...sources }: PartSummary): PartView {
  const named = (JSON.parse(revisions) as readonly string[]).filter((revision) => revision !== '')
  return { partNumber, revisions: named, description, tracking, unit, numbers: numbersInWords(sources) }
}

function numbersInWords({ serialSource, lotSource }: Pick<PartSummary, 'serialSource' | 'lotSource'>): string {
  if (serialSource !== null) return serialSource === 'generated' ? 'serials made here' : 'serials scanned at receipt'
  switch (lotSource) {
    case 'generated':
      return 'lots numbered here'
    case 'supplier':
      return 'lots of the supplier'
    case 'run':
      return 'lots of own runs'
    case null:
      return ''
  }
}
