import { fileURLToPath } from 'node:url'
import { createLabelDrawer } from '../../src/main/workers/label-drawer.ts'
import type { LabelDrawer } from '../../src/main/workers/label-drawer.ts'

/** The real drawing thread, run from its source. It may take its time: a busy machine is no fault of a label. */
export function createTestDrawer(): LabelDrawer {
  const workerFile = fileURLToPath(new URL('../../src/main/workers/draw-label.ts', import.meta.url))
  return createLabelDrawer({ workerFile, timeoutMs: 600_000 })
}
