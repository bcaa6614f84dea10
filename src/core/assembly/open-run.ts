import { formatQuantity, withUnit } from '../quantity.ts'
import { refused, type Answer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import type { Session } from '../session/session.ts'
import type { KnownRun } from './directory.ts'
import { acceptedOnRun } from './on-run.ts'
import { atRun, type RunPlace } from './place.ts'
import { nextOnBuild } from './prompt.ts'

/** `DS:RUN:<no>`: opens a run. One that has not started starts with it, or says what keeps it from that. */
export function openRunNumbered(session: Session, number: string, directory: StationDirectory): Answer {
  const { assembly } = directory
  const run = assembly.run(number)
  if (!run) {
    return refused(
      'unknown-code',
      'Unknown run',
      `There is no production run ${number} on this station. Import it first, or check the number.`
    )
  }
  if (run.isStarted) return openRun(session, run, directory)
  const obstacle = assembly.startObstacle(run.id)
  if (obstacle) return refused(obstacle.reason, obstacle.title, obstacle.message, 'attention')
  return acceptedOnRun({ session }, atRun(run.id, null), `Run ${run.run}`, '', {
    effect: { kind: 'start-run', run: run.id, location: session.location ?? assembly.stationLocation }
  })
}

/** Opens a run that has started, at the first thing that is not complete. */
export function openRun(session: Session, run: KnownRun, directory: StationDirectory): Answer {
  const { at, message } = nextInRun(run, directory)
  const changes = directory.assembly.changesSince(run.id)
  const changed =
    changes.length === 0 ? '' : ` ${changes.join('. ')}. The run goes on by the bill that it started with.`
  return acceptedOnRun(
    { session },
    at,
    `Run ${run.run}`,
    `${progressOf(run)} ${message}${changed}`,
    changes.length === 0 && at.build !== null ? {} : { sound: 'attention' }
  )
}

/** The first thing of a run that is not complete, and what to scan for it. */
export function nextInRun(
  run: KnownRun,
  { assembly }: Pick<StationDirectory, 'assembly'>
): { readonly at: RunPlace; readonly message: string } {
  const next = assembly.firstOpen(run.id)
  return next
    ? { at: atRun(run.id, next), message: nextOnBuild(next, assembly.lines(next)) }
    : { at: atRun(run.id, null), message: 'Everything is built. DS:HOME leaves the run; DS:RUN opens another.' }
}

/** `3 of 10 pcs GEARBOX B are built.` */
export function progressOf(run: KnownRun): string {
  const part = run.revision === '' ? run.partNumber : `${run.partNumber} ${run.revision}`
  return `${formatQuantity(run.built)} of ${withUnit(run.quantity, run)} ${part} built.`
}
