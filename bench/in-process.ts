import { openDatabase } from '../src/main/commands/open.ts'
import type { StationContext } from '../src/main/services/context.ts'
import { systemClock } from '../src/main/system-clock.ts'
import { takeScan } from '../src/main/services/scanning/take-scan.ts'
import type { ScanAnswer } from '../src/ipc/views.ts'

/** The store and the rules of the station, without window and devices. */
export interface InProcessStation {
  readonly context: StationContext
  scan(text: string): ScanAnswer
  close(): void
}

export function openInProcess(dataFolder: string): InProcessStation {
  const db = openDatabase(dataFolder)
  const context: StationContext = {
    db,
    clock: systemClock,
    station: { id: 'BENCH', site: '', location: 'DOCK' },
    operator: 'bench',
    signIn: 'open',
    printerFor: { unit: 'bench', lot: 'bench', location: 'bench' }
  }
  return {
    context,
    scan: (text) =>
      takeScan(context, { scanner: 'bench', source: 'other', bytes: Buffer.from(text), aim: null }).answer,
    close: () => db.close()
  }
}

/** Scans in order; every one must be accepted, or the figures would be of something else. */
export function scanAll(station: InProcessStation, ...texts: readonly string[]): void {
  for (const text of texts) {
    const { sound, title, message } = station.scan(text)
    if (sound !== 'accepted' && sound !== 'line-complete') throw new Error(`${text}: ${title}. ${message}`)
  }
}
