import { quantityOf } from '../../src/core/quantity.ts'
import { createBatchInsert } from './batch-insert.ts'
import type { BulkStore } from './bulk-store.ts'
import type { Product } from './catalogue.ts'
import { amount, subjectsOf } from './changes.ts'
import type { LabelBook } from './labels.ts'
import { UNIT, type Stock, type StockRow } from './stock.ts'

/** Where products are completed. */
const PLACE = 'DOCK'

/** What goes into one unit of a product, for each line of its bill in order. */
export type Components = readonly (readonly { readonly row: StockRow; readonly millionths: number }[])[]

export interface Building {
  /** Builds units in a run of their own, each of what `next` gives, and completes them. */
  build(product: Product, units: number, next: (unit: number) => Components): readonly StockRow[]
  flush(): void
}

interface UnitInBuild {
  readonly run: { readonly id: number; readonly number: string }
  readonly lines: readonly number[]
  readonly id: number
  readonly product: Product
  readonly row: StockRow
}

export function createBuilding(store: BulkStore, stock: Stock, labels: LabelBook): Building {
  const { event, move } = store
  const tables = createTables(store)
  let runs = 0
  let runLines = 0
  let builds = 0

  function build(product: Product, units: number, next: (unit: number) => Components): readonly StockRow[] {
    const run = { id: (runs += 1), number: `RUN-${String(runs).padStart(6, '0')}` }
    const subjects = [['run', run.id] as const, ['part', product.id] as const]
    const about = { part_number: product.number, revision: '', run: run.number, unit: product.unit, lot: null }
    const rows = Array.from({ length: units }, () => stock.addUnit(product, PLACE, null))
    const started = event('run-started', subjects, {
      ...about,
      quantity: String(units),
      first_serial: rows[0]?.serial ?? null,
      last_serial: rows.at(-1)?.serial ?? null,
      revisions: ['']
    })
    const lines = product.bill.map(({ component, millionths }) => {
      const line = (runLines += 1)
      tables.runLine.add(line, run.id, product.id, '', component.id, millionths, 0)
      return line
    })
    const begun = rows.map((row) => {
      const id = (builds += 1)
      const unit: UnitInBuild = { run, lines, id, product, row }
      const seq = event('build-started', subjectsOfBuild(unit), {
        ...about,
        quantity: '1',
        serial: row.serial,
        parent_part_number: null,
        parent_revision: null,
        parent_serial: null,
        parent_lot: null
      })
      return { unit, seq }
    })
    begun.forEach(({ unit, seq }, index) => {
      installAll(unit, next(index))
      const completed = complete(unit)
      tables.build.add(unit.id, run.id, product.id, '', 'serial', unit.row.id, UNIT, seq, completed)
    })
    const ended = event('run-completed', subjects, { run: run.number })
    tables.run.add(run.id, run.number, product.id, '', quantityOf(units), started, ended)
    return rows
  }

  function installAll(into: UnitInBuild, components: Components): void {
    components.forEach((installed, index) => {
      const line = into.lines[index]
      if (line === undefined) throw new Error(`${into.product.number} has no line ${index}`)
      for (const { row, millionths } of installed) install(into, line, row, millionths)
    })
  }

  function install(into: UnitInBuild, line: number, from: StockRow, millionths: number): void {
    const { part, lot, serial, location } = from
    const subjects = [['row', from.id] as const, ...subjectsOf(from), ...subjectsOfBuild(into)]
    const seq = event('component-installed', subjects, {
      part_number: part.number,
      revision: '',
      serial,
      lot: lot && lot.text,
      unit: part.unit,
      quantity: amount(millionths),
      location,
      run: into.run.number,
      parent_part_number: into.product.number,
      parent_revision: '',
      parent_serial: into.row.serial,
      parent_lot: null
    })
    move(seq, from.id, 'installed', location, 0 - millionths)
    from.millionths -= millionths
    tables.installation.add(seq, into.id, line, from.id, millionths)
  }

  function complete(unit: UnitInBuild): number {
    const { product, row, run } = unit
    const seq = event('build-completed', subjectsOfBuild(unit), {
      run: run.number,
      part_number: product.number,
      revision: '',
      serial: row.serial,
      lot: null,
      unit: product.unit,
      quantity: '1',
      location: PLACE,
      expiry: null,
      label: labels.print(row, null, run.number, null),
      open: [],
      reason: null
    })
    move(seq, row.id, 'built', PLACE, UNIT)
    row.millionths = UNIT
    return seq
  }

  return { build, flush: () => Object.values(tables).forEach((table) => table.flush()) }
}

function subjectsOfBuild({ id, run, product, row }: UnitInBuild) {
  return [['build', id] as const, ['run', run.id] as const, ['part', product.id] as const, ['row', row.id] as const]
}

function createTables({ db }: BulkStore) {
  return {
    run: createBatchInsert(db, 'run', [
      'id',
      'run_no',
      'part_id',
      'revision',
      'quantity',
      'started_seq',
      'completed_seq'
    ]),
    runLine: createBatchInsert(db, 'run_line', [
      'id',
      'run_id',
      'part_id',
      'revision',
      'component_id',
      'quantity',
      'made_on_assembly'
    ]),
    build: createBatchInsert(db, 'build', [
      'id',
      'run_id',
      'part_id',
      'revision',
      'tracking',
      'row_id',
      'quantity',
      'started_seq',
      'completed_seq'
    ]),
    installation: createBatchInsert(db, 'installation', ['seq', 'build_id', 'run_line_id', 'row_id', 'quantity'])
  }
}
