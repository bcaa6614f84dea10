import { ONE, type Quantity } from '../quantity.ts'
import { refused, type Answer } from '../session/answer.ts'
import type { BuildLine } from './directory.ts'
import { takeInHand } from './install-unit.ts'
import { acceptedOnRun, openOf, putAwayPlaceOf, type OnBuild } from './on-run.ts'
import { atRun } from './place.ts'
import { moreThanNeeded } from './refusals.ts'

/** The part number of a line that is made on assembly: its child is begun, or the one that was begun is gone on with. */
export function startChild(on: OnBuild, line: BuildLine): Answer {
  const { build, at, directory } = on
  const { assembly } = directory
  const begun = assembly.openChild(build.id, line.id)
  if (begun) return takeInHand(on, begun)
  const open = openOf(line)
  if (open === 0 || (at.quantity !== null && at.quantity > open)) return moreThanNeeded(line, build, at.quantity)
  if (line.tracking === 'serial' && at.quantity !== null && at.quantity !== ONE) {
    return refused(
      'quantity-wrong',
      'One by one',
      `Each ${line.component} has a serial and is made by itself. DS:CANCEL takes the quantity back; then scan the part number again.`
    )
  }
  const obstacle = assembly.childObstacle(build, line)
  if (obstacle) return refused(obstacle.reason, obstacle.title, obstacle.message, 'attention')
  const quantity: Quantity = line.tracking === 'serial' ? ONE : (at.quantity ?? open)
  return acceptedOnRun(on, atRun(on.run.id, build), line.component, '', {
    effect: {
      kind: 'start-child',
      child: { parent: build.id, line: line.id, quantity, location: putAwayPlaceOf(on) }
    }
  })
}
