import { fileURLToPath } from 'node:url'
import { createLabelDrawer } from '../../src/main/workers/label-drawer.ts'
import type { LabelDrawer } from '../../src/main/workers/label-drawer.ts'

/** The real drawing thread, run from its source. */
export function createTestDrawer(): LabelDrawer {
  return createLabelDrawer({
    workerFile: fileURLToPath(new URL('../../src/main/workers/draw-label.ts', import.meta.url))
  })
}
