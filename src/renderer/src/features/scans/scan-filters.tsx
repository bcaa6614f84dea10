import { CloseButton, Select, TextInput } from '@mantine/core'
import type { Instant } from '../../../../core/clock.ts'
import { formatMoment } from '../../ui/moments.ts'
import { useJournalOverview } from './queries.ts'
import { ANY } from './scan-filter.ts'
import type { ScanFacets } from './scan-filter.ts'
import { OUTCOME_CHOICES, scannerWord } from './scan-words.ts'
import classes from './scan-filters.module.css'

export interface ScanFiltersProps {
  readonly facets: ScanFacets
  readonly onChange: (facets: ScanFacets) => void
}

/** Narrows the list to a scanner, an answer or some days, and says how far it goes back. */
export function ScanFilters({ facets, onChange }: ScanFiltersProps) {
  const overview = useJournalOverview().data
  const change = (change: Partial<ScanFacets>) => {
    const next = { ...facets, ...change }
    onChange(Object.values(next).every((value) => value === '') ? ANY : next)
  }
  return (
    <div className={classes.filters} role="group" aria-label="Only scans of">
      <Select
        aria-label="Scanner"
        placeholder="Any scanner"
        clearable
        data={(overview?.scanners ?? []).map((value) => ({ value, label: scannerWord(value) }))}
        value={facets.scanner === '' ? null : facets.scanner}
        onChange={(scanner) => change({ scanner: scanner ?? '' })}
      />
      <Select
        aria-label="Answer"
        placeholder="Any answer"
        clearable
        data={OUTCOME_CHOICES}
        value={facets.outcome === '' ? null : facets.outcome}
        onChange={(outcome) => change({ outcome: outcome ?? '' })}
      />
      <DayField label="From" value={facets.fromDay} onChange={(fromDay) => change({ fromDay })} />
      <DayField label="To" value={facets.toDay} onChange={(toDay) => change({ toDay })} />
      {facets !== ANY && <CloseButton aria-label="All scanners, answers and days" onClick={() => onChange(ANY)} />}
      {overview && (
        <p className={classes.kept}>
          Kept for {overview.keepDays} days{overview.oldest !== null && `, here since ${dayOf(overview.oldest)}`}
        </p>
      )}
    </div>
  )
}

interface DayFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (day: string) => void
}

function DayField({ label, value, onChange }: DayFieldProps) {
  return (
    <label className={classes.day}>
      {label}
      <TextInput
        type="date"
        aria-label={`${label} day`}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  )
}

function dayOf(instant: Instant): string {
  return formatMoment(instant).slice(0, 'YYYY-MM-DD'.length)
}
