import { assertNever } from '../assert.ts'
import type { PlaceCommand } from '../barcode/commands.ts'
import type { PlaceReading } from '../barcode/reading.ts'
import { formatQuantity, type Quantity } from '../quantity.ts'
import { factsOfOwnLabel, factsOfSupplierLabel } from '../barcode/label-facts.ts'
import { reprintNeedsReason, unknownPlace } from '../session/anywhere.ts'
import { accepted, refused, type Answer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import type { Session } from '../session/session.ts'
import { shown } from '../words.ts'
import type { AssemblyDirectory, KnownBuild } from './directory.ts'
import { completeInHand } from './complete.ts'
import { pendingComponent, takeLabel, takeText } from './goods.ts'
import { chooseCount, confirmCount, takeLot, type Asked, type StockComponent } from './install-stock.ts'
import { cancel, leaveRun, takeBack } from './leave.ts'
import { acceptedOnRun, nameOfBuild, type OnBuild, type OnRun } from './on-run.ts'
import { openRunNumbered } from './open-run.ts'
import { atRun, type RunPlace } from './place.ts'
import { nextOnBuild } from './prompt.ts'
import { everythingBuilt, finishPending } from './refusals.ts'
import { startResume } from '../printing/resume.ts'

/** A run is open: units, lots and counts go into the build in hand until DONE. */
export function decideOnRun(
  session: Session,
  at: RunPlace,
  reading: PlaceReading,
  directory: StationDirectory
): Answer {
  const { assembly } = directory
  const run = assembly.runAt(at.run)
  if (!run) {
    return accepted({ ...session, at: { kind: 'idle' } }, 'Run is gone', 'The open run is no longer there.', {
      sound: 'attention'
    })
  }
  const build = buildInHand(at, assembly)
  const on: OnRun = { session, at, run, build, directory }
  const hasGoneOn = at.build !== null && build?.id !== at.build
  if (hasGoneOn && (at.pending || (reading.kind === 'command' && reading.command.kind === 'done'))) return goneOn(on)
  switch (reading.kind) {
    case 'command':
      return decideCommand(on, reading.command)
    case 'own-label':
      return at.pending ? finishPending(at.pending.name) : takeLabel(on, factsOfOwnLabel(reading.label))
    case 'supplier-label':
      return at.pending ? finishPending(at.pending.name) : takeLabel(on, factsOfSupplierLabel(reading.label))
    case 'gtin':
    case 'text':
      return decideText(on, reading.text)
    default:
      return refused('unknown-code', 'Not known', 'Scan a component of this run.')
  }
}

function decideCommand(on: OnRun, command: PlaceCommand): Answer {
  const { at, session, directory, run } = on
  switch (command.kind) {
    case 'done':
      return done(on)
    case 'quantity':
      return say(on, command.quantity)
    case 'location':
      return scanPlace(on, command.code)
    case 'undo':
      return takeBack(on)
    case 'cancel':
      return cancel(on)
    case 'home':
      return leaveRun(on)
    case 'run':
      if (at.pending) return finishPending(at.pending.name)
      return command.number === run.run && on.build
        ? acceptedOnRun(on, atRun(run.id, on.build), `Run ${run.run}`, `It is open already. ${next(on, on.build)}`)
        : openRunNumbered(session, command.number, directory)
    case 'order':
    case 'count':
      return notWhileBuilding(on, command.kind === 'order' ? `Order ${command.number}` : 'Counting')
    case 'hold':
      return notWhileBuilding(on, 'To put something on hold')
    case 'generate':
      return refused('wrong-kind', 'Numbers come by themselves', 'What is built has its number. Scan a component.')
    case 'reprint':
      return reprintNeedsReason()
    case 'resume':
      return startResume(session, directory)
    default:
      return assertNever(command)
  }
}

function decideText(on: OnRun, text: string): Answer {
  const { at, directory } = on
  const isPlace = directory.location(text)
  if (at.pending) return isPlace ? scanPlace(on, text) : finishPending(at.pending.name)
  const taken = takeText(on, text)
  if (taken) return taken
  if (isPlace) return scanPlace(on, text)
  const order = directory.order(text)
  if (order) return notWhileBuilding(on, `Order ${order.order}`)
  return refused(
    'unknown-code',
    'Not known',
    `${shown(text)} is no serial, lot, part or place of this station. Scan a component, or our own label of it.`
  )
}

function done(on: OnRun): Answer {
  const { build, at } = on
  if (!build) return everythingBuilt()
  const onBuild: OnBuild = { ...on, build, lines: on.directory.assembly.lines(build) }
  if (!at.pending) return completeInHand(onBuild)
  const component = pendingComponent(onBuild)
  if (!component) return goneOn(on)
  return component.goods.kind === 'lot'
    ? takeLot(onBuild, component, at.pending)
    : confirmCount(onBuild, component, at.pending)
}

/** `DS:QTY:n`: of what is pending, else of what is scanned next, else of what is completed. */
function say(on: OnRun, quantity: Quantity): Answer {
  const { at, build } = on
  if (!build) return everythingBuilt()
  const lines = on.directory.assembly.lines(build)
  if (at.pending) return withPending({ ...on, build, lines }, { ...at.pending, quantity })
  const done = build.tracking === 'serial' ? '' : ` DS:DONE completes so many ${build.unit} of ${build.partNumber}.`
  return acceptedOnRun(
    on,
    { ...atRun(on.run.id, build), quantity },
    `Quantity ${formatQuantity(quantity)}`,
    `Scan the lot or the part number that it is of.${done}`
  )
}

/** A place: where what is pending is taken from, else where what is built goes. */
function scanPlace(on: OnRun, code: string): Answer {
  const { at, session, build, directory } = on
  if (!directory.location(code)) return unknownPlace(code)
  if (at.pending && build) {
    return withPending({ ...on, build, lines: directory.assembly.lines(build) }, { ...at.pending, source: code })
  }
  return acceptedOnRun(
    { session: { ...session, location: code } },
    at,
    `Put away at ${code}`,
    'What is completed goes there from now on, and what lies there is installed first.'
  )
}

function withPending(on: OnBuild, asked: Asked): Answer {
  const component: StockComponent | undefined = pendingComponent(on)
  if (!component) return goneOn(on)
  const { quantity, source } = asked
  return component.goods.kind === 'lot'
    ? takeLot(on, component, { quantity, source })
    : chooseCount(on, component, { quantity, source })
}

/** What scans go to: what was completed elsewhere meanwhile gives way to its parent, or to the next that is open. */
export function buildInHand(at: RunPlace, assembly: AssemblyDirectory): KnownBuild | null {
  const build = at.build === null ? undefined : assembly.build(at.build)
  if (build && (!build.isCompleted || at.rework)) return build
  const parent = build?.parentId == null ? undefined : assembly.build(build.parentId)
  return parent && !parent.isCompleted ? parent : (assembly.firstOpen(at.run) ?? null)
}

/** The build that was in hand was completed elsewhere: what was meant for it goes into no other. */
function goneOn(on: OnRun): Answer {
  const { run, build } = on
  return acceptedOnRun(
    on,
    atRun(run.id, build),
    'The run has gone on',
    `What was in hand was completed meanwhile, and this scan did nothing. ${build ? next(on, build) : ''}`.trim(),
    { sound: 'attention' }
  )
}

function notWhileBuilding({ run, build }: OnRun, what: string): Answer {
  const name = build ? `${nameOfBuild(build)} of run ${run.run}` : `Run ${run.run}`
  return refused('finish-first', 'A run is open', `${what} has to wait: ${name} is in hand. DS:HOME leaves the run.`)
}

function next({ directory }: OnRun, build: KnownBuild): string {
  return nextOnBuild(build, directory.assembly.lines(build))
}
