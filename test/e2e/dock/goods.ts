import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { docksideDone } from '../../../scripts/drive/command-line.ts'

/** One part of each kind. */
export const SENSOR = 'SENSOR-12'
export const BOARD = 'BOARD-7'
export const RESIN = 'RESIN-2'
export const PAINT = 'PAINT-1'
export const SCREW = 'SCREW-M8'
/** Bears serials of its maker in any form. */
export const VALVE = 'VALVE-3'

/** Other names of the sensor. */
export const SENSOR_OF_SUPPLIER = 'ACME-PS'
export const SENSOR_GTIN = '4006381333931'

const PARTS = [
  'part_number,revision,description,tracking,unit,serial_source,serial_pattern,serial_mask,lot_source,lot_pattern,shelf_life_days,supplier_part_numbers,gtin',
  `${SENSOR},A,Pressure sensor 0 to 10 bar,serial,pcs,captured,,PS-####,,,,${SENSOR_OF_SUPPLIER},${SENSOR_GTIN}`,
  `${BOARD},B,Controller board,serial,pcs,generated,BD-{YY}-{#####},,,,,,`,
  `${RESIN},,Casting resin,lot,kg,,,,supplier,,,,`,
  `${PAINT},,Primer,lot,l,,,,generated,LOT-{YYYY}-{####},365,,`,
  `${SCREW},,Screw M8 x 30,untracked,pcs,,,,,,,,`,
  `${VALVE},,Ball valve 3/8,serial,pcs,captured,,,,,,,`
].join('\n')

const LOCATIONS = ['code,description', 'A-01,Rack A', 'A-02,Rack A'].join('\n')

/** What each order is for, line by line. */
const LINES = [
  [SENSOR, 12],
  [BOARD, 25],
  [RESIN, 50],
  [PAINT, 40],
  [SCREW, 500],
  [VALVE, 20]
] as const

/** The numbers of the orders that a data folder holds, each with all parts. */
export function orderNumbers(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `PO-${String(index + 1).padStart(3, '0')}`)
}

/** Imports parts, places and orders by the command line, as an integrator does. */
export async function importGoods(dataFolder: string, orders = 1): Promise<void> {
  const orderLines = orderNumbers(orders).flatMap((order) =>
    LINES.map(([part, quantity], index) => `${order},Acme,${index + 1},${part},${quantity},2026-12-01`)
  )
  await importText(dataFolder, 'parts', PARTS)
  await importText(dataFolder, 'locations', LOCATIONS)
  await importText(dataFolder, 'orders', ['order,supplier,line,part_number,quantity,due', ...orderLines].join('\n'))
}

async function importText(dataFolder: string, kind: string, text: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dockside-goods-'))
  try {
    const file = join(folder, `${kind}.csv`)
    writeFileSync(file, text)
    await docksideDone(dataFolder, 'import', kind, file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
