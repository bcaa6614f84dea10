import { Button } from '@mantine/core'
import type { SeriesLabelView } from '../../../../../ipc/printer-setup-views.ts'
import { Failure } from '../../../ui/failure.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useKeepSetting, type Vary } from './queries.ts'
import classes from './series.module.css'

export interface SeriesProps {
  readonly printer: string
  readonly vary: Vary
  readonly labels: readonly SeriesLabelView[]
  /** What was scanned. */
  readonly read: ReadonlySet<string>
}

const HEADS: Readonly<Record<Vary, string>> = {
  darkness:
    'Scan each label that comes out. Keep the lightest that reads at once: a dark one costs the print head its life. 0 is the printer’s own.',
  speed:
    'Scan each label that comes out. Keep the fastest that reads at once. Until one is kept, the printer goes on at the last speed; off and on gives it back its own.'
}

/** Labels that differ in one thing: which of them were read, and which is kept. */
export function Series({ printer, vary, labels, read }: SeriesProps) {
  const keep = useKeepSetting()
  return (
    <div className={classes.series}>
      <p>{HEADS[vary]}</p>
      <ul className={classes.labels} aria-label={`Test of ${vary} on ${printer}`}>
        {labels.map(({ code, value }) => (
          <li key={code} className={classes.label} title={code}>
            <span className={classes.value}>{vary === 'darkness' ? signed(value) : `${value} in/s`}</span>
            <StateMark tone={read.has(code) ? 'good' : 'quiet'}>{read.has(code) ? 'Read' : 'Not scanned'}</StateMark>
            <Button
              size="sm"
              variant="default"
              aria-label={`Keep ${vary} ${value}`}
              disabled={keep.isPending}
              onClick={() => keep.mutate({ printer, vary, value })}
            >
              Keep
            </Button>
          </li>
        ))}
      </ul>
      {keep.data && (
        <p role="status">
          Kept in the settings:{' '}
          {vary === 'darkness' ? `darkness ${signed(keep.data.value)}` : `${keep.data.value} inches a second`}. Start
          Dockside again for it to take effect.
        </p>
      )}
      {keep.error && <Failure inline what="It was not kept" error={keep.error} />}
    </div>
  )
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value).replace('-', '−')
}
