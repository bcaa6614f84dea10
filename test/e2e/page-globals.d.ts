import type { StationBridge } from '../../src/ipc/bridge.ts'

declare global {
  // What the preload puts into the page, for functions that a test evaluates there.
  var dockside: StationBridge
}
