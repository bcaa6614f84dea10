import { join } from 'node:path'
import { test as base } from 'playwright/test'
import { docksideDone } from '../../../scripts/drive/command-line.ts'
import { PROJECT_ROOT } from '../../../scripts/project.ts'
import { createDockFolder, openDock, removeDockFolder, type Dock } from './dock.ts'

/** What is built: a drone, with a gimbal that is made inside its run. */
export const DRONE = 'UAV-900'
export const GIMBAL = 'GIM-90'
/** What goes in: a part of each kind, and one that may take another's place. */
export const CONTROLLER = 'FCB-300'
export const OTHER_CONTROLLER = 'FCB-310'
export const MOTOR = 'MOT-2208'
export const COMPOUND = 'TIM-8810'
export const SCREW = 'SC-M3X8'

/** What a drone goes out in. */
export const KIT = 'KIT-9'

export const RUN = 'RUN-2026-031'
export const LATER_RUN = 'RUN-2026-032'
export const KIT_RUN = 'RUN-2026-033'
/** The order that brings what goes in. */
export const ORDER = 'PO-2026-0450'

const KINDS = ['parts', 'locations', 'orders', 'boms', 'runs']

/** Imports the sample files by the command line, as a newcomer who follows the guide does. */
export async function importWorkshop(dataFolder: string): Promise<void> {
  for (const kind of KINDS) {
    await docksideDone(dataFolder, 'import', kind, join(PROJECT_ROOT, 'resources', 'sample', `${kind}.csv`))
  }
}

export interface WorkshopOptions {
  /** How many orders there are beside that of the workshop. */
  readonly orders?: number
  /** What is done before the first test. */
  readonly prepare?: (dock: Dock) => Promise<void>
}

/**
 * Tests that share a running station which receives and builds.
 *
 * Each file calls it for a station of its own: it finds nothing that the tests of another one have left.
 */
export function workshopTest({ orders = 1, prepare }: WorkshopOptions = {}) {
  return base.extend<object, { readonly dock: Dock }>({
    dock: [
      // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern.
      async ({}, use) => {
        const { dataFolder, scannerPort } = await createDockFolder({ orders })
        await importWorkshop(dataFolder)
        const dock = await openDock(dataFolder, scannerPort)
        await prepare?.(dock)
        await use(dock)
        await dock.close()
        removeDockFolder(dataFolder)
      },
      { scope: 'worker' }
    ]
  })
}
