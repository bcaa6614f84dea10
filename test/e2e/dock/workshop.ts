import { join } from 'node:path'
import { docksideDone } from '../../../scripts/drive/command-line.ts'
import { PROJECT_ROOT } from '../../../scripts/project.ts'

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
