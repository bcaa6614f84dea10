import { join } from 'node:path'
import { PROJECT_ROOT } from '../scripts/project.ts'
import { openStation, type Station } from '../src/main/station.ts'
import type { GrownFolder } from './generated/folders.ts'

/** A station on a grown folder, in this process: it answers what a window asks, without a window. */
export async function openQuestionedStation({ path }: GrownFolder): Promise<Station> {
  return await openStation({
    dataFolder: path,
    version: 'bench',
    workers: join(PROJECT_ROOT, 'src', 'main'),
    replayKeys: () => undefined
  })
}
