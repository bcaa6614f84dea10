import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { instantOf } from '../src/core/clock.ts'
import type { LabelState } from '../src/core/printing/label-state.ts'
import { openDatabase } from '../src/main/commands/open.ts'
import { transaction, type WritableDb } from '../src/main/store/database.ts'
import { insertLabel } from '../src/main/store/label.ts'
import { stepLabel, stepToSending } from '../src/main/store/label-step.ts'
import { ANY_LABEL, type LabelFacets } from '../src/main/store/label-facets.ts'
import { searchLabels } from '../src/main/store/label-search.ts'
import type { Measurement } from './figure.ts'

const ROWS = 100_000
const ORDERS = 400
const PARTS = 150
const RUNS = 20
const PAGE = 60
const TARGET = { statistic: 'p95', atMost: 50 } as const

interface Filter {
  readonly name: string
  readonly search?: string
  readonly states?: readonly LabelState[]
  readonly facets?: Partial<LabelFacets>
}

const FILTERS: readonly Filter[] = [
  { name: 'all' },
  { name: 'what needs a person', states: ['unknown', 'failed'] },
  { name: 'what is printed', states: ['printed', 'verified'] },
  { name: 'an order', facets: { order: 'PO-0123' } },
  { name: 'a part', facets: { part: 'PART-042' } },
  { name: 'the printer of nearly all', facets: { printer: 'units' } },
  { name: 'what is printed by the printer of nearly all', facets: { printer: 'units' }, states: ['printed'] },
  { name: 'what waits for a printer', facets: { printer: 'lots' }, states: ['queued', 'sending', 'sent'] },
  {
    name: 'an order, a part, a printer and a state',
    facets: { order: 'PO-0123', part: 'PART-123', printer: 'units' },
    states: ['printed']
  },
  { name: 'a word within a printer', search: '0421', facets: { printer: 'units' } }
]

/** The print ledger, filtered as the Labels screen filters it. */
export async function measureFiltering(): Promise<readonly Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dockside-bench-'))
  const db = openDatabase(folder)
  try {
    transaction(db, () => fill(db))
    return FILTERS.map(({ name, search = '', states = [], facets }) => {
      const samples = Array.from({ length: RUNS }, () => {
        const from = performance.now()
        searchLabels(db, search, states, 0, PAGE, { ...ANY_LABEL, ...facets })
        return performance.now() - from
      })
      return { name: `labels filtered: ${name}`, scale: '100,000 in the ledger', unit: 'ms', samples, target: TARGET }
    })
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function fill(db: WritableDb): void {
  const zpl = Buffer.alloc(800, 0x20)
  for (let row = 0; row < ROWS; row += 1) {
    const at = instantOf(Date.UTC(2026, 0, 1) + row * 1_000)
    const { id } = insertLabel(
      db,
      {
        label: null,
        copy: 1,
        kind: 'unit',
        partNumber: `PART-${String(row % PARTS).padStart(3, '0')}`,
        serial: `SN-26-${String(row).padStart(6, '0')}`,
        lot: null,
        order: `PO-${String(row % ORDERS).padStart(4, '0')}`,
        row: null,
        lotId: null,
        receiptLine: null,
        printer: row % 20 === 0 ? 'lots' : 'units',
        at,
        operator: 'bench'
      },
      (label) => ({ kind: 'unit', label, copy: 1, description: 'A description of usual length for a part' })
    )
    if (row >= ROWS - 300) continue
    stepToSending(db, id, at, 'DOCK-1', zpl, { reading: { labels: row, printer: 'D4J0001' } })
    const evidence = { rank: 'counter', before: row, after: row + 1, hostStatus: ['030,0,0,1245,000,0,0,0,000,0,0,0'] }
    stepLabel(db, id, at, 'DOCK-1', row % 1_000 === 0 ? 'unknown' : 'printed', evidence)
  }
}
