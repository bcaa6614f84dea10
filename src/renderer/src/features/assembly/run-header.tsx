import { IconAlertTriangleFilled, IconChevronRight, IconInfoCircle } from '@tabler/icons-react'
import type { BuildView, RunView } from '../../../../ipc/assembly-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { dueWords } from '../../ui/day-words.ts'
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
  const { partNumber, revision, description } = build ?? run
  const due = run.due === null || run.state === 'completed' ? null : dueWords(run.due, today)
  return (
    <header className={classes.header}>
      <p className={classes.within}>
        <strong>
          <CodeText>{run.run}</CodeText>
        </strong>
        <span>{builtWords(run)}</span>
        {due && (
          <span data-tone={due.tone}>
            {due.words}, {run.due}
          </span>
        )}
        <span>
          goes to <CodeText>{run.location}</CodeText>
        </span>
      </p>
      <div className={classes.what}>
        {above.map((each) => (
          <span key={each.id} className={classes.above}>
            <CodeText>{nameOfBuild(each)}</CodeText>
            <IconChevronRight size={22} aria-hidden />
          </span>
        ))}
        <h1 className={classes.name}>
          <CodeText>{build === null ? run.run : nameOfBuild(build)}</CodeText>
        </h1>
        <p className={classes.about} title={description}>
          <span className={classes.part}>
            <CodeText>{partNumber}</CodeText>
          </span>
          {revision !== null && <span>rev {revision}</span>}
          <span className={classes.description}>{description}</span>
          {code !== null && (
            <button type="button" className={classes.trace} onClick={() => onTrace(code, partNumber)}>
              Trace
            </button>
          )}
        </p>
      </div>
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
