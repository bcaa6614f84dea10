import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { docksideDone } from '../../../scripts/drive/command-line.ts'

/** What is built: a drone, with a gimbal that is made inside its run. */
export const DRONE = 'QUAD-1'
export const GIMBAL = 'GIMBAL-2'
/** What goes in: a part of each kind, and one that may take another's place. */
export const CONTROLLER = 'FC-7'
export const OTHER_CONTROLLER = 'FC-8'
export const MOTOR = 'MOTOR-3'
export const POTTING = 'RESIN-P'
export const SCREW = 'SCREW-M3'

export const RUN = 'R-2026-117'
export const LATER_RUN = 'R-2026-118'
/** The order that brings what goes in. */
export const ORDER = 'PO-BUILD'

const PARTS = [
  'part_number,revision,description,tracking,unit,serial_source,serial_pattern,lot_source',
  `${DRONE},A,Survey drone,serial,pcs,generated,QD-{YY}-{####},`,
  `${GIMBAL},B,Camera gimbal,serial,pcs,generated,GB-{YY}-{####},`,
  `${CONTROLLER},C,Flight controller,serial,pcs,captured,,`,
  `${CONTROLLER},B,Flight controller,serial,pcs,captured,,`,
  `${OTHER_CONTROLLER},,Flight controller of the other maker,serial,pcs,captured,,`,
  `${MOTOR},,Gimbal motor,serial,pcs,captured,,`,
  `${POTTING},,Potting resin,lot,kg,,,supplier`,
  `${SCREW},,Screw M3 x 8,untracked,pcs,,,`
]

const BOMS = [
  'part_number,revision,component,component_revision,quantity,made_on_assembly,substitutes',
  `${DRONE},A,${CONTROLLER},C,1,no,${OTHER_CONTROLLER}`,
  `${DRONE},A,${GIMBAL},,1,yes,`,
  `${DRONE},A,${POTTING},,0.25,no,`,
  `${DRONE},A,${SCREW},,12,no,`,
  `${GIMBAL},B,${MOTOR},,2,no,`,
  `${GIMBAL},B,${SCREW},,4,no,`
]

const RUNS = [
  'run,part_number,revision,quantity,due',
  `${RUN},${DRONE},A,2,2026-11-30`,
  `${LATER_RUN},${DRONE},A,10,2027-01-15`
]

const ORDERS = [
  'order,supplier,line,part_number,revision,quantity',
  `${ORDER},Nordwerk,1,${CONTROLLER},C,4`,
  `${ORDER},Nordwerk,2,${CONTROLLER},B,1`,
  `${ORDER},Nordwerk,3,${OTHER_CONTROLLER},,2`,
  `${ORDER},Nordwerk,4,${MOTOR},,8`,
  `${ORDER},Nordwerk,5,${POTTING},,10`,
  `${ORDER},Nordwerk,6,${SCREW},,500`
]

/** Imports what a workshop builds by the command line, as an integrator does. */
export async function importWorkshop(dataFolder: string): Promise<void> {
  const files = { parts: PARTS, boms: BOMS, runs: RUNS, orders: ORDERS }
  const folder = mkdtempSync(join(tmpdir(), 'dockside-workshop-'))
  try {
    for (const [kind, lines] of Object.entries(files)) {
      const file = join(folder, `${kind}.csv`)
      writeFileSync(file, lines.join('\n'))
      await docksideDone(dataFolder, 'import', kind, file)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
