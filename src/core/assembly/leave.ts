import { formatQuantity, withUnit } from '../quantity.ts'
import { accepted, refused, type Answer } from '../session/answer.ts'
import type { Session } from '../session/session.ts'
import { capitalised } from '../words.ts'
import { acceptedOnRun, nameOfBuild, type OnRun } from './on-run.ts'
import { atRun } from './place.ts'
import { nextOnBuild } from './prompt.ts'

/** `DS:UNDO`: what was said last is forgotten; else the last component of the build in hand is taken out again. */
export function takeBack(on: OnRun): Answer {
  const { build, directory } = on
  const dropped = drop(on)
  if (dropped) return dropped
  const last = build && directory.assembly.lastInstalled(build.id)
  if (!build || !last) {
    const what = build ? `Nothing is installed in ${nameOfBuild(build)}.` : 'Nothing is in hand.'
    return refused('nothing-to-undo', 'Nothing to take back', `${what} What is completed is reworked, never undone.`)
  }
  const name =
    last.serial ?? `${withUnit(last.quantity, last)} ${last.lot === null ? last.partNumber : `of lot ${last.lot}`}`
  return acceptedOnRun(
    on,
    atRun(on.run.id, build),
    'Taken back',
    `${name} is out of ${nameOfBuild(build)}, and back at ${last.location}.`,
    { effect: { kind: 'take-back', installation: last.id } }
  )
}

/** `DS:CANCEL`: leaves what is innermost, what was said, then the child, then the run. Nothing is lost. */
export function cancel(on: OnRun): Answer {
  const { build, directory, run } = on
  const dropped = drop(on)
  if (dropped) return dropped
  const parent = build?.parentId == null ? undefined : directory.assembly.build(build.parentId)
  if (build && parent) {
    return acceptedOnRun(
      on,
      atRun(run.id, parent),
      capitalised(nameOfBuild(parent)),
      `${capitalised(nameOfBuild(build))} stays as it is; its part number goes on with it. ${nextOnBuild(parent, directory.assembly.lines(parent))}`
    )
  }
  return leaveRun(on)
}

/** `DS:HOME`: leaves the run from wherever. */
export function leaveRun({ session, at, run }: OnRun): Answer {
  const waiting = at.pending === null ? '' : ` Nothing of ${at.pending.name} was installed.`
  const next: Session = { ...session, at: { kind: 'idle' } }
  return accepted(
    next,
    'Run left',
    `What is installed in run ${run.run} stays installed.${waiting} Scan an order number, a place, or DS:RUN.`,
    { show: { kind: 'assembly' } }
  )
}

function drop(on: OnRun): Answer | undefined {
  const { at, run, build } = on
  const plain = atRun(run.id, build)
  if (at.pending !== null) {
    return acceptedOnRun(on, plain, 'Taken back', `Nothing of ${at.pending.name} was installed. ${next(on)}`)
  }
  if (at.quantity !== null) {
    return acceptedOnRun(on, plain, 'Taken back', `${formatQuantity(at.quantity)} are no longer said. ${next(on)}`)
  }
  return undefined
}

function next({ build, directory }: OnRun): string {
  return build ? nextOnBuild(build, directory.assembly.lines(build)) : ''
}
