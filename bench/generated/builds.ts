import { quantityOf } from '../../src/core/quantity.ts'
import { createBatchInsert } from './batch-insert.ts'
import type { BulkStore } from './bulk-store.ts'
import type { Product } from './catalogue.ts'
import { amount, subjectsOf } from './changes.ts'
import type { LabelBook } from './labels.ts'
import { UNIT, type Stock, type StockRow } from './stock.ts'

const LINE = 'DOCK'

/** What goes into one unit of a product, for each line of its bill in order. */
export type Components = readonly (readonly { readonly row: StockRow; readonly millionths: number }[])[]

export interface Building {
  /** Builds units in a run of their own, each of what `next` gives, and completes them. */
  build(product: Product, units: number, next: (unit: number) => Components): readonly StockRow[]
  flush(): void
}

export function createBuilding(store: BulkStore, stock: Stock, labels: LabelBook): Building {
  const { db, event, move } = store
  const runs = createBatchInsert(db, 'run', [
    'id',
    'run_no',
    'part_id',
    'revision',
    'quantity',
    'started_seq',
    'completed_seq'
  ])
  const runLines = createBatchInsert(db, 'run_line', [
    'id',
    'run_id',
    'part_id',
    'revision',
    'component_id',
    'quantity',
    'made_on_assembly'
  ])
  const builds = createBatchInsert(db, 'build', [
    'id',
    'run_id',
    'part_id',
    'revision',
    'tracking',
    'row_id',
    'quantity',
    'started_seq',
    'completed_seq'
  ])
  const installations = createBatchInsert(db, 'installation', ['seq', 'build_id', 'run_line_id', 'row_id', 'quantity'])
  let runCount = 0
  let lineCount = 0
  let buildCount = 0

  function build(product: Product, units: number, next: (unit: number) => Components): readonly StockRow[] {
    const run = (runCount += 1)
    const runNo = `RUN-${String(run).padStart(6, '0')}`
    const about = { part_number: product.number, revision: '', run: runNo }
    const started = event(
      'run-started',
      [
        ['run', run],
        ['part', product.id]
      ],
      { ...about, quantity: String(units) }
    )
    const lines = product.bill.map(({ component, millionths }) => {
      const line = (lineCount += 1)
      runLines.add(line, run, product.id, '', component.id, millionths, 0)
      return line
    })
    const rows = Array.from({ length: units }, (_, unit) => {
      const row = stock.addUnit(product, LINE, null)
      const build = (buildCount += 1)
      next(unit).forEach((installed, index) => {
        const line = lines[index]
        if (line === undefined) throw new Error(`${product.number} has no line ${index}`)
        for (const { row: from, millionths } of installed) install(build, line, row, from, millionths, runNo)
      })
      const completed = event(
        'unit-completed',
        [
          ['build', build],
          ['run', run],
          ['row', row.id],
          ['part', product.id]
        ],
        {
          label: labels.print(row, null, null, null),
          location: LINE,
          ...about,
          serial: row.serial
        }
      )
      move(completed, row.id, 'built', LINE, UNIT)
      row.millionths = UNIT
      builds.add(build, run, product.id, '', 'serial', row.id, UNIT, started, completed)
      return row
    })
    const ended = event(
      'run-completed',
      [
        ['run', run],
        ['part', product.id]
      ],
      about
    )
    runs.add(run, runNo, product.id, '', quantityOf(units), started, ended)
    return rows
  }

  function install(build: number, line: number, into: StockRow, from: StockRow, millionths: number, run: string): void {
    const { part, lot, serial, location } = from
    const seq = event(
      'component-installed',
      [['build', build], ['row', from.id], ['row', into.id], ...subjectsOf(from)],
      {
        into: into.serial,
        location,
        lot: lot && lot.text,
        part_number: part.number,
        quantity: amount(millionths),
        revision: '',
        run,
        serial,
        unit: part.unit
      }
    )
    move(seq, from.id, 'installed', location, 0 - millionths)
    from.millionths -= millionths
    installations.add(seq, build, line, from.id, millionths)
  }

  return {
    build,
    flush() {
      for (const batch of [runs, runLines, builds, installations]) batch.flush()
    }
  }
}
