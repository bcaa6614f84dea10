import { SCANNER_IDS, type ScannerId } from '../../helpers/three-scanners.ts'

/** Five hundred scans in five seconds, by three scanners at once. */
export const BURST_MS = 5_000
export const SCANS = 500

/** How long each scanner waits between two scans. */
export const SCAN_GAP_MS = (BURST_MS * SCANNER_IDS.length) / SCANS

/** What each scanner scans, in its order: serials of an open line, none of them twice. */
export const PLAN: Readonly<Record<ScannerId, readonly string[]>> = {
  gun: serials('GUN', 167),
  wedge: serials('WDG', 167),
  fixed: serials('FIX', 166)
}

function serials(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(4, '0')}`)
}

/** Sends all scans of a scanner at its pace, or faster where the computer was busy meanwhile: none is left out. */
export async function scanAtPace(texts: readonly string[], send: (text: string) => void): Promise<void> {
  const from = performance.now()
  for (const [index, text] of texts.entries()) {
    const waitMs = from + index * SCAN_GAP_MS - performance.now()
    // Also without a wait, so that the station has its turn as it has between two keys of a keyboard.
    await new Promise((resolve) => (waitMs > 0 ? setTimeout(resolve, waitMs) : setImmediate(resolve)))
    send(text)
  }
}
