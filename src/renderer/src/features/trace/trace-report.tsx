import { IconMapPin } from '@tabler/icons-react'
import type { TraceView } from '../../../../ipc/trace-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { statusTone } from '../../ui/status-tone.ts'
import { TimeLine } from './time-line.tsx'
import { TracedLabels } from './traced-labels.tsx'
import classes from './trace-report.module.css'

const KIND_WORDS: Readonly<Record<TraceView['kind'], string>> = { serial: 'Unit', lot: 'Lot', part: 'Part' }

export interface TraceReportProps {
  readonly trace: TraceView
  readonly onTrace: (code: string, part: string | null) => void
}

export function TraceReport({ trace, onTrace }: TraceReportProps) {
  const { kind, code, partNumber, description, status, location, facts, history, labels } = trace
  return (
    <article className={classes.report}>
      <div className={classes.main}>
        <header className={classes.header}>
          <p className={classes.kind}>
            {KIND_WORDS[kind]}
            {kind !== 'part' && (
              <>
                {' of '}
                <button type="button" className={classes.part} onClick={() => onTrace(partNumber, partNumber)}>
                  <CodeText>{partNumber}</CodeText>
                </button>
              </>
            )}
          </p>
          <h2 className={classes.code}>
            <CodeText wrap>{code}</CodeText>
          </h2>
          {description !== '' && <p className={classes.description}>{description}</p>}
          <p className={classes.standing}>
            {status !== null && (
              <StateMark tone={statusTone(status)} filled>
                {status}
              </StateMark>
            )}
            {location !== null && (
              <span className={classes.place}>
                <IconMapPin size={18} aria-hidden /> {location}
              </span>
            )}
          </p>
        </header>
        <Panel fill title="What happened">
          <TimeLine key={`${kind} ${partNumber} ${code}`} history={history} />
        </Panel>
      </div>
      <div className={classes.side} role="region" aria-label="Facts and labels" tabIndex={0}>
        <Panel title="Facts">
          <div className={classes.facts}>
            <FactList facts={facts.map(({ name, value }) => ({ name, value: <CodeText wrap>{value}</CodeText> }))} />
          </div>
        </Panel>
        {labels.length > 0 && (
          <Panel title={labels.length === 1 ? '1 label' : `${labels.length} labels`}>
            <TracedLabels labels={labels} />
          </Panel>
        )}
      </div>
    </article>
  )
}
