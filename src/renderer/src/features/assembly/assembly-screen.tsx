import { Failure } from '../../ui/failure.tsx'
import { OpenRun } from './open-run.tsx'
import { useOpenRun } from './queries.ts'
import { RunList } from './run-list.tsx'
import classes from './assembly-screen.module.css'

export interface AssemblyScreenProps {
  readonly onTrace: (code: string, part: string | null) => void
}

/** Follows the scans: the runs, or the one that is open. */
export function AssemblyScreen({ onTrace }: AssemblyScreenProps) {
  const run = useOpenRun()
  if (run.error)
    return (
      <div className={classes.screen}>
        <Failure what="The run could not be read" error={run.error} onRetry={() => void run.refetch()} />
      </div>
    )
  if (run.data === undefined) return null
  return run.data === null ? <RunList /> : <OpenRun key={run.data.id} run={run.data} onTrace={onTrace} />
}
