import type { Day, Instant } from '../clock.ts'
import type { BuildId, InstallationId, LotId, PartId, RowId, RunId, RunLineId } from '../ids.ts'
import type { StockRow } from '../inventory/stock-directory.ts'
import type { Quantity } from '../quantity.ts'
import type { Refusal } from '../session/answer.ts'
import type { TrackingType } from '../tracking/tracking-type.ts'

/** A run with how far it has come. */
export interface KnownRun {
  readonly id: RunId
  readonly run: string
  readonly partNumber: string
  readonly revision: string
  readonly tracking: TrackingType
  readonly unit: string
  readonly quantity: Quantity
  readonly built: Quantity
  readonly isStarted: boolean
  readonly isCompleted: boolean
}

/** One thing that is built, or was. */
export interface KnownBuild {
  readonly id: BuildId
  readonly runId: RunId
  readonly run: string
  readonly parentId: BuildId | null
  readonly runLineId: RunLineId | null
  readonly partId: PartId
  readonly partNumber: string
  readonly revision: string
  readonly tracking: TrackingType
  readonly unit: string
  readonly rowId: RowId | null
  readonly serial: string | null
  readonly lotId: LotId | null
  readonly lot: string | null
  readonly quantity: Quantity
  readonly isCompleted: boolean
}

/** One line of the bill of a build, with how far it has come. Quantities are those of the whole build. */
export interface BuildLine {
  readonly id: RunLineId
  readonly componentId: PartId
  readonly component: string
  readonly tracking: TrackingType
  readonly unit: string
  /** Null where any revision will do. */
  readonly componentRevision: string | null
  /** What one of what is built takes. */
  readonly quantity: Quantity
  readonly needed: Quantity
  readonly installed: Quantity
  readonly madeOnAssembly: boolean
  readonly substitutes: readonly { readonly partId: PartId; readonly partNumber: string }[]
}

/** A row that may be installed, with what speaks for and against it. */
export interface ComponentRow extends StockRow {
  readonly expiry: Day | null
}

/** Where a unit is installed. */
export interface KnownInstallation {
  readonly id: InstallationId
  readonly build: BuildId
  readonly run: string
  readonly partNumber: string
  /** The parent's serial or lot, where it has one. */
  readonly serial: string | null
  readonly lot: string | null
  readonly at: Instant
  readonly operator: string
}

/** The last thing that went into a build. */
export interface LastInstalled {
  readonly id: InstallationId
  readonly rowId: RowId
  readonly quantity: Quantity
  readonly unit: string
  readonly partNumber: string
  readonly serial: string | null
  readonly lot: string | null
  readonly location: string
}

/** Why something cannot begin. */
export interface Obstacle {
  readonly reason: Refusal
  readonly title: string
  readonly message: string
}

/** What the rules of building may look up. The answers are those of one moment. */
export interface AssemblyDirectory {
  readonly today: Day
  /** Where things are when nobody has said otherwise. */
  readonly stationLocation: string
  run(number: string): KnownRun | undefined
  runAt(id: RunId): KnownRun | undefined
  /** What keeps a run from starting. Uses no number up. */
  startObstacle(run: RunId): Obstacle | undefined
  /** What is different by now from the bill that a run builds by, in sentences without their full stop. */
  changesSince(run: RunId): readonly string[]
  build(id: BuildId): KnownBuild | undefined
  /** The first of what a run itself builds that is not complete. */
  firstOpen(run: RunId): KnownBuild | undefined
  buildOfUnit(row: RowId): KnownBuild | undefined
  lines(build: KnownBuild): readonly BuildLine[]
  /** The child that is being made for a line of a build. */
  openChild(parent: BuildId, line: RunLineId): KnownBuild | undefined
  /** What is made inside a build and takes a part itself, one step down, by its part number. */
  childTaking(parent: KnownBuild, part: PartId): string | undefined
  /** What keeps a child from being made for a line. Uses no number up. */
  childObstacle(parent: KnownBuild, line: BuildLine): Obstacle | undefined
  unit(serial: string): ComponentRow | undefined
  /** All rows of a lot as such, those that are empty by now too; units that came from it are not among them. */
  lotRows(lot: LotId): readonly ComponentRow[]
  /** All untracked rows of a part, those that are empty by now too. */
  untrackedRows(part: PartId): readonly ComponentRow[]
  installedIn(row: RowId): KnownInstallation | undefined
  lastInstalled(build: BuildId): LastInstalled | undefined
  /** The rows of a build and of all that it is a part of, up to the top. */
  rowsAbove(build: BuildId): readonly RowId[]
}
