import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { docksideDone } from '../scripts/drive/command-line.ts'

/** A new data folder on a real disk, with parts and one order of everything. */
export interface BenchFolder {
  readonly path: string
  remove(): void
}

export interface BenchOrder {
  readonly order: string
  readonly lines: readonly { readonly part: string; readonly quantity: number }[]
}

/** `OWN` gets its serials here, `CAPTURED` and `CAPTURED-2` bear the supplier's. */
const PARTS = `part_number,description,tracking,serial_source,serial_pattern
OWN,Controller board,serial,generated,SN-{YY}{X######}{C}
CAPTURED,Pressure sensor,serial,captured,
CAPTURED-2,Flow sensor,serial,captured,
`

export async function createBenchFolder(orders: readonly BenchOrder[], config: unknown): Promise<BenchFolder> {
  const path = mkdtempSync(join(tmpdir(), 'dockside-bench-'))
  writeFileSync(join(path, 'station.json'), JSON.stringify(config, null, 2))
  const lines = orders.flatMap(({ order, lines }) =>
    lines.map(({ part, quantity }, index) => `${order},Supplier,${index + 1},${part},${quantity}`)
  )
  await importText(path, 'parts', PARTS)
  await importText(path, 'orders', ['order,supplier,line,part_number,quantity', ...lines].join('\n'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

async function importText(folder: string, kind: string, text: string): Promise<void> {
  const file = join(folder, `${kind}.csv`)
  writeFileSync(file, text)
  await docksideDone(folder, 'import', kind, file)
}
