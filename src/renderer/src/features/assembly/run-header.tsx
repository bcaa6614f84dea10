import { IconAlertTriangleFilled, IconChevronRight, IconInfoCircle } from '@tabler/icons-react'
import type { BuildView, RunView } from '../../../../ipc/assembly-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { DueDay } from '../../ui/due-day.tsx'
import { useToday } from '../../ui/use-today.ts'
import { builtWords, nameOfBuild } from './build-words.ts'
import { wayToBuild } from './find-build.ts'
import classes from './run-header.module.css'

export interface RunHeaderProps {
  readonly run: RunView
  /** The build that scans go to. */
  readonly inHand: BuildView | undefined
  readonly onTrace: (code: string, part: string | null) => void
}

/** Which run it is, and what is being built: of a child also what it is for. */
export function RunHeader({ run, inHand, onTrace }: RunHeaderProps) {
  const today = useToday()
  const build = inHand ?? run.top
  const above = wayToBuild(run.top, build?.id ?? null).slice(0, -1)
  const code = build?.serial ?? build?.lot ?? null
  return (
    <header className={classes.header}>
      <p className={classes.within}>
        <strong>
          <CodeText>{run.run}</CodeText>
        </strong>
        <span>{builtWords(run)}</span>
        <DueDay due={run.due} today={today} />
        <span>
          goes to <CodeText>{run.location}</CodeText>
        </span>
      </p>
      {above.length > 0 && (
        <p className={classes.above}>
          {above.map((each) => (
            <span key={each.id}>
              <CodeText>{nameOfBuild(each)}</CodeText>
              <IconChevronRight size={20} aria-hidden />
            </span>
          ))}
        </p>
      )}
      <h1 className={classes.name}>
        {build === null ? <CodeText>{run.partNumber}</CodeText> : <CodeText>{nameOfBuild(build)}</CodeText>}
        {code !== null && (
          <button type="button" className={classes.trace} onClick={() => onTrace(code, build?.partNumber ?? null)}>
            Trace
          </button>
        )}
      </h1>
      <p className={classes.about}>
        <span className={classes.part}>
          <CodeText>{build?.partNumber ?? run.partNumber}</CodeText>
        </span>
        {(build?.revision ?? run.revision) !== null && <span>rev {build?.revision ?? run.revision}</span>}
        <span className={classes.description}>{build?.description ?? run.description}</span>
      </p>
      {run.obstacle !== null && (
        <p className={classes.obstacle} role="alert">
          <IconAlertTriangleFilled size={22} aria-hidden /> {run.obstacle}
        </p>
      )}
      {run.changes.length > 0 && (
        <p className={classes.changes}>
          <IconInfoCircle size={20} aria-hidden />
          <span>The bill has changed since this run started, and the run keeps its own: {run.changes.join('; ')}.</span>
        </p>
      )}
    </header>
  )
}
