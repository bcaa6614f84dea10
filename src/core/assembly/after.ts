import { holdSentence } from '../quality/hold.ts'
import type { Answer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import type { Session } from '../session/session.ts'
import { capitalised } from '../words.ts'
import type { KnownBuild, KnownRun } from './directory.ts'
import { acceptedOnRun, nameOfBuild } from './on-run.ts'
import { nextInRun, openRun, progressOf } from './open-run.ts'
import { atRun } from './place.ts'
import { nextOnBuild } from './prompt.ts'

/** What the assembler is told once a run has started. */
export function afterStart(session: Session, run: KnownRun, numbers: string, directory: StationDirectory): Answer {
  const opened = openRun(session, run, directory)
  return { ...opened, title: `Run ${run.run} started`, message: `${numbers}${opened.message}` }
}

/** Scans go to a child that was begun just now. */
export function afterChildStart(
  session: Session,
  run: KnownRun,
  child: KnownBuild,
  { assembly }: StationDirectory
): Answer {
  return acceptedOnRun(
    { session },
    atRun(run.id, child),
    `${capitalised(nameOfBuild(child))} begun`,
    nextOnBuild(child, assembly.lines(child))
  )
}

/** What comes after something was completed: the parent of a child, or the next thing of the run. */
export function afterCompletion(
  session: Session,
  run: KnownRun,
  completed: KnownBuild,
  into: KnownBuild | null,
  directory: StationDirectory
): Answer {
  const { assembly, quality } = directory
  const title = `${capitalised(nameOfBuild(completed))} completed`
  const parent = completed.parentId === null ? undefined : assembly.build(completed.parentId)
  if (parent) {
    const holds = completed.rowId === null ? [] : quality.holdsOnRow(completed.rowId)
    const aside =
      holds.length > 0
        ? `${holdSentence(holds)}It is in stock and goes into nothing until quality lets it go. `
        : 'It is in stock: its parent needs no more of it. '
    const where = into ? `Installed in ${nameOfBuild(into)}. ` : aside
    return acceptedOnRun(
      { session },
      atRun(run.id, parent),
      title,
      `${where}${nextOnBuild(parent, assembly.lines(parent))}`,
      { sound: into ? 'line-complete' : 'attention' }
    )
  }
  const { at, message } = nextInRun(run, directory)
  return acceptedOnRun(
    { session },
    at,
    run.isCompleted ? `Run ${run.run} complete` : title,
    `${progressOf(run)} ${message}`,
    { sound: 'line-complete' }
  )
}
