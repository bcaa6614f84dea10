import { Button, SegmentedControl } from '@mantine/core'
import { IconAlertOctagon, IconPlus, IconSearchOff } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { RowId } from '../../../../core/ids.ts'
import { SEVERITIES } from '../../../../core/quality/issue.ts'
import type { Severity } from '../../../../core/quality/issue.ts'
import type { IssueShow, IssueView } from '../../../../ipc/issue-views.ts'
import { useStation } from '../../station-context.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { groupedCount } from '../../ui/grouped-quantity.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { Toolbar } from '../../ui/toolbar.tsx'
import { usePagedRows } from '../../ui/use-paged-rows.ts'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { ISSUE_COLUMNS } from './issue-columns.tsx'
import { IssueDetail } from './issue-detail.tsx'
import { SEVERITY_WORDS, SHOW_WORDS, SHOWS } from './issue-words.ts'
import type { About } from './queries.ts'
import { RaiseForm } from './raise-form.tsx'
import classes from './issues-screen.module.css'

const ROW_HEIGHT_PX = 58

/** What another screen or a scan asks this one to show; each time another object. */
export type IssueAim =
  | { readonly kind: 'open'; readonly issue: string }
  | { readonly kind: 'raise'; readonly row: RowId | null; readonly code: string | null; readonly part: string | null }

export interface IssuesScreenProps {
  readonly aim: IssueAim | null
  /** What was scanned while an issue was being raised; each time another object. */
  readonly scanned: { readonly code: string; readonly part: string | null } | null
  /** Tells whether an issue is being raised: what is scanned meanwhile comes here instead of opening its trace. */
  readonly onRaising: (isRaising: boolean) => void
  readonly onTrace: (code: string, part: string | null) => void
}

interface Filter {
  readonly search: string
  readonly show: IssueShow
  readonly severity: Severity | null
}

/** What is wrong with what, what holds, and what was decided: the open issues first. */
export function IssuesScreen({ aim, scanned, onRaising, onTrace }: IssuesScreenProps) {
  const station = useStation()
  const [search, setSearch] = useState('')
  const [show, setShow] = useState<IssueShow>('open')
  const [severity, setSeverity] = useState<Severity | null>(null)
  const [selected, setSelected] = useState<string | null>(null)
  const [raising, setRaising] = useState<{ readonly about: About | null } | null>(null)
  const [unattached, setUnattached] = useState<{ readonly issue: string; readonly words: string } | null>(null)
  const [answered, setAnswered] = useState<IssueAim | null>(null)
  if (aim !== null && answered !== aim) {
    setAnswered(aim)
    if (aim.kind === 'open') setSelected(aim.issue)
    setRaising(aim.kind === 'open' ? null : { about: aboutOf(aim) })
  }
  const isRaising = raising !== null
  useEffect(() => {
    onRaising(isRaising)
    return () => onRaising(false)
  }, [isRaising, onRaising])

  const leave = useMutation({ mutationFn: () => station.issues.leave({}) })

  const rows = usePagedRows<IssueView, Filter>('issues', { search, show, severity }, (filter, offset, limit) =>
    station.issues.list({ ...filter, offset, limit })
  )
  const shown = selected ?? rows.rowAt(0)?.number ?? null
  const choose = ({ number }: IssueView) => {
    setRaising(null)
    setSelected(number)
  }
  return (
    <>
      <Toolbar
        title="Issues"
        note={rows.isLoaded ? (rows.total === 1 ? '1 issue' : `${groupedCount(rows.total)} issues`) : ''}
        actions={
          <Button
            size="md"
            leftSection={<IconPlus size={20} aria-hidden />}
            onClick={() => setRaising({ about: null })}
          >
            Raise an issue
          </Button>
        }
      >
        <SearchField label="Search by number, title, part, serial, lot or place" value={search} onChange={setSearch} />
      </Toolbar>
      <div className={classes.filters}>
        <SegmentedControl
          aria-label="Which issues"
          transitionDuration={0}
          value={show}
          onChange={(value) => setShow(value)}
          data={SHOWS.map((value) => ({ value, label: SHOW_WORDS[value] }))}
        />
        <SegmentedControl
          aria-label="Of which severity"
          transitionDuration={0}
          value={severity ?? 'any'}
          onChange={(value) => setSeverity(SEVERITIES.find((each) => each === value) ?? null)}
          data={[
            { value: 'any', label: 'Any severity' },
            ...SEVERITIES.toReversed().map((value) => ({ value, label: SEVERITY_WORDS[value] }))
          ]}
        />
      </div>
      {rows.error && <Failure what="The issues could not be read" error={rows.error} onRetry={rows.retry} />}
      {rows.isLoaded && (
        <div className={classes.columns} data-alone={(shown === null && raising === null) || undefined}>
          <VirtualTable
            label="Issues"
            columns={ISSUE_COLUMNS}
            rowHeightPx={ROW_HEIGHT_PX}
            count={rows.total}
            rowAt={rows.rowAt}
            onRange={rows.onRange}
            isSelected={({ number }) => raising === null && number === shown}
            onOpen={choose}
            onMove={choose}
            resetKey={rows.shownFilter}
            empty={<NoIssues isFiltered={search !== '' || severity !== null} show={show} />}
          />
          {raising !== null && (
            <RaiseForm
              about={raising.about}
              scanned={scanned}
              onCancel={() => {
                setRaising(null)
                leave.mutate()
              }}
              onRaised={(issue, unattached) => {
                setRaising(null)
                setSelected(issue)
                setUnattached(unattached === null ? null : { issue, words: unattached })
              }}
            />
          )}
          {raising === null && shown !== null && (
            <IssueDetail
              key={shown}
              number={shown}
              notice={unattached?.issue === shown ? unattached.words : null}
              onTrace={onTrace}
              onRaiseAgain={(code, part) => setRaising({ about: { kind: 'code', code, part } })}
            />
          )}
        </div>
      )}
    </>
  )
}

function aboutOf({ row, code, part }: Extract<IssueAim, { kind: 'raise' }>): About | null {
  if (row !== null) return { kind: 'row', row }
  return code === null ? null : { kind: 'code', code, part }
}

function NoIssues({ isFiltered, show }: { readonly isFiltered: boolean; readonly show: IssueShow }) {
  if (isFiltered)
    return (
      <EmptyState icon={IconSearchOff} title="No issue matches">
        Search for a piece of a number, a title, a part, a serial, a lot or a place, or among all issues.
      </EmptyState>
    )
  return (
    <EmptyState icon={IconAlertOctagon} title={show === 'open' ? 'No issue is open' : 'No issue is here'}>
      When something is wrong with a unit, a lot or stock at a place, raise an issue: it can hold the thing wherever it
      is scanned, until somebody decides what becomes of it.
    </EmptyState>
  )
}
