import { IconMapPin } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { TraceView } from '../../../../ipc/trace-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { groupedQuantity } from '../../ui/grouped-quantity.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { statusTone } from '../../ui/status-tone.ts'
import classes from './trace-header.module.css'

const KIND_WORDS: Readonly<Record<TraceView['kind'], string>> = { serial: 'Unit', lot: 'Lot', part: 'Part' }

/** Facts that the title says already. */
const IN_TITLE: Readonly<Record<TraceView['kind'], readonly string[]>> = {
  serial: ['Part', 'Serial'],
  lot: ['Part', 'Lot'],
  part: ['Part']
}

export interface TraceHeaderProps {
  readonly trace: TraceView
  readonly onTrace: (code: string, part: string | null) => void
  /** Its open issues, and the way to raise one. */
  readonly openIssues: ReactNode
}

/** Which thing it is, how it stands and where, and what there was of it. */
export function TraceHeader({ trace, onTrace, openIssues }: TraceHeaderProps) {
  const { kind, code, partNumber, description, unit, status, location, facts, totals } = trace
  const shown = [
    ...facts.filter(({ name }) => !IN_TITLE[kind].includes(name)),
    ...(totals ?? []).map(({ name, quantity }) => ({ name, value: `${groupedQuantity(quantity)} ${unit}` }))
  ]
  return (
    <header className={classes.header}>
      <div className={classes.identity}>
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
          {description !== '' && <span className={classes.description}>{description}</span>}
        </p>
        <h2 className={classes.code}>
          <CodeText wrap>{code}</CodeText>
        </h2>
      </div>
      <p className={classes.now}>
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
      <div className={classes.issues}>{openIssues}</div>
      <div className={classes.numbers}>
        <dl className={classes.facts}>
          {shown.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <CodeText>{value}</CodeText>
              </dd>
            </div>
          ))}
        </dl>
        {totals === null && (
          <p className={classes.note}>
            There are too many to add up here. <code>dockside trace {partNumber}</code> does.
          </p>
        )}
      </div>
    </header>
  )
}
