import { assert, assertNever } from '../../../core/assert.ts'
import { afterChildStart, afterCompletion, afterStart } from '../../../core/assembly/after.ts'
import type { AssemblyEffect } from '../../../core/assembly/effect.ts'
import type { AcceptedAnswer, Answer } from '../../../core/session/answer.ts'
import { buildAt } from '../../store/build.ts'
import { installationAt } from '../../store/installation.ts'
import { listedRun } from '../../store/run-list.ts'
import type { StationContext } from '../context.ts'
import { createDirectory } from '../directory.ts'
import { completeBuild, type Completed } from './complete.ts'
import { knownBuild, knownRun } from './directory.ts'
import { install, takeOut } from './install.ts'
import { startChild, startRun, type StartedRun } from './start.ts'

export interface AssemblyOutcome {
  readonly answer: Answer
  readonly labels: number
}

/** Why a scan took something out again: nobody was asked. */
const TAKEN_BACK = 'taken back'

/**
 * Writes what was decided on a run, and says what it came to: numbers are known only once they are taken.
 *
 * Call it inside the transaction of the decision.
 */
export function carryOutAssembly(
  context: StationContext,
  answer: AcceptedAnswer,
  effect: AssemblyEffect
): AssemblyOutcome {
  const { db } = context
  switch (effect.kind) {
    case 'start-run': {
      const numbers = startRun(context, effect.run, effect.location)
      const run = knownRun(listedRun(db, effect.run))
      assert(run, 'a run that has started exists')
      return written(answer, afterStart(answer.session, run, numberWords(numbers), createDirectory(context)))
    }
    case 'start-child': {
      const child = buildAt(db, startChild(context, effect.child))
      const run = child && knownRun(listedRun(db, child.runId))
      assert(run, 'a child that was begun is there')
      return written(answer, afterChildStart(answer.session, run, knownBuild(child), createDirectory(context)))
    }
    case 'install':
      install(context, effect.component)
      return { answer, labels: 0 }
    case 'take-back': {
      const installation = installationAt(db, effect.installation)
      assert(installation, 'what is taken back was installed')
      takeOut(context, effect.installation, installation.quantity, null, TAKEN_BACK)
      return { answer, labels: 0 }
    }
    case 'complete': {
      const completed = completeBuild(context, effect.completion)
      const next = answerAfter(context, answer, completed)
      return { ...written(answer, next), labels: completed.labels }
    }
    default:
      return assertNever(effect)
  }
}

function answerAfter(context: StationContext, answer: AcceptedAnswer, { build, into }: Completed): Answer {
  const { db } = context
  const run = knownRun(listedRun(db, build.runId))
  assert(run, 'what was completed belongs to a run')
  const parent = into === null ? null : knownBuild(buildAt(db, into))
  return afterCompletion(answer.session, run, knownBuild(build), parent ?? null, createDirectory(context))
}

/** The answer that the writing came to, with the lead’s word that the decision was made on. */
function written(before: AcceptedAnswer, after: Answer): AssemblyOutcome {
  assert(after.kind === 'accepted', 'what was written was accepted')
  return {
    answer: before.approval
      ? {
          ...after,
          message: `Approved by ${before.approval.by.name}. ${after.message}`,
          approval: before.approval
        }
      : after,
    labels: 0
  }
}

function numberWords({ firstSerial, lastSerial, lot }: StartedRun): string {
  if (firstSerial !== null && lastSerial !== null) {
    return firstSerial === lastSerial ? `${firstSerial}. ` : `${firstSerial} to ${lastSerial}. `
  }
  return lot === null ? '' : `Lot ${lot}. `
}
