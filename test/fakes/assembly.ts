import type {
  AssemblyDirectory,
  BuildLine,
  ComponentRow,
  KnownBuild,
  KnownRun
} from '../../src/core/assembly/directory.ts'
import type { Day } from '../../src/core/clock.ts'
import type { BuildId, LotId, PartId, RunId, RunLineId } from '../../src/core/ids.ts'
import type { StockRow } from '../../src/core/inventory/stock-directory.ts'
import { ONE, quantityOf, ZERO } from '../../src/core/quantity.ts'

export interface AssemblyContents {
  readonly runs?: readonly KnownRun[]
  readonly builds?: readonly KnownBuild[]
  readonly lines?: readonly BuildLine[]
  readonly stock?: readonly StockRow[]
}

/** Runs that have started, whose builds all have the same lines; nothing is installed anywhere. */
export function fakeAssembly({ runs = [], builds = [], lines = [], stock = [] }: AssemblyContents): AssemblyDirectory {
  const component = (row: StockRow): ComponentRow => ({ ...row, expiry: null })
  return {
    today: '2026-11-23' as Day,
    stationLocation: 'DOCK',
    run: (number) => runs.find(({ run }) => run === number),
    runAt: (id) => runs.find((run) => run.id === id),
    startObstacle: () => undefined,
    changesSince: () => [],
    build: (id) => builds.find((build) => build.id === id),
    firstOpen: (run) =>
      builds.find(({ runId, parentId, isCompleted }) => runId === run && parentId === null && !isCompleted),
    buildOfUnit: (row) => builds.find(({ rowId }) => rowId === row),
    lines: () => lines,
    openChild: (parent, line) => builds.find(({ parentId, runLineId }) => parentId === parent && runLineId === line),
    childTaking: () => undefined,
    childObstacle: () => undefined,
    unit(serial) {
      const row = stock.find((each) => each.serial === serial)
      return row && component(row)
    },
    lotRows: (lot) => stock.filter((row) => row.tracking === 'lot' && row.lotId === lot).map(component),
    untrackedRows: (part) => stock.filter((row) => row.tracking === 'untracked' && row.partId === part).map(component),
    installedIn: () => undefined,
    lastInstalled: () => undefined,
    rowsAbove: (id) => builds.flatMap((build) => (build.id === id && build.rowId !== null ? [build.rowId] : []))
  }
}

/** A started run of two units; what matters to a test is given. */
export function aRun(id: number, more: Partial<KnownRun> = {}): KnownRun {
  return {
    id: id as RunId,
    run: `RUN-${id}`,
    partNumber: 'PRODUCT',
    revision: '',
    tracking: 'serial',
    unit: 'pcs',
    quantity: quantityOf(2),
    built: ZERO,
    isStarted: true,
    isCompleted: false,
    ...more
  }
}

/** The unit P1 of the first run, being built; what matters to a test is given. */
export function aBuild(id: number, more: Partial<KnownBuild> = {}): KnownBuild {
  return {
    id: id as BuildId,
    runId: 1 as RunId,
    run: 'RUN-1',
    parentId: null,
    runLineId: null,
    partId: 100 as PartId,
    partNumber: 'PRODUCT',
    revision: '',
    tracking: 'serial',
    unit: 'pcs',
    rowId: null,
    serial: `P${id}`,
    lotId: null as LotId | null,
    lot: null,
    quantity: ONE,
    isCompleted: false,
    ...more
  }
}

/** A line that needs two of a part and has none; what matters to a test is given. */
export function aBuildLine(id: number, part: PartId, more: Partial<BuildLine> = {}): BuildLine {
  return {
    id: id as RunLineId,
    componentId: part,
    component: `PART-${part}`,
    tracking: 'untracked',
    unit: 'pcs',
    componentRevision: null,
    quantity: quantityOf(2),
    needed: quantityOf(2),
    installed: ZERO,
    madeOnAssembly: false,
    substitutes: [],
    ...more
  }
}
