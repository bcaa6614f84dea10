import type { ScanAnswer } from '../../src/ipc/views.ts'
import { importGoods } from './goods.ts'
import { pictureOf, type Picture } from './picture.ts'
import { runStation, writeStationConfig, type RunningStation } from './running-station.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A running station with a part of each kind on its shelves, a product of them, and nobody at its printer. */
export interface Workshop extends RunningStation {
  readonly dataFolder: string
  /** Scans without a scanner, as the window does: one text after the other. Gives the last answer. */
  type(...texts: readonly string[]): Promise<ScanAnswer>
  /** All that the store holds, but for the journal of scans. */
  picture(): Picture
}

/** The port of RFC 863, which throws everything away: no computer of today listens there. */
export const NOBODY_LISTENS = 9

/** A data folder with goods to work with, and a printer on a port of this computer that is sent `depth` labels at once. */
export async function goodsFolder(printerPort: number, depth?: number): Promise<string> {
  const folder = temporaryFolder()
  const transport = { type: 'tcp', host: '127.0.0.1', port: printerPort }
  writeStationConfig(folder, {
    scanners: [],
    printers: [{ id: 'paper', transport, dpi: 203, media: { widthMm: 51, heightMm: 25 }, depth }],
    labels: { unit: 'paper', lot: 'paper', location: 'paper' }
  })
  await importGoods(folder)
  return folder
}

/** What is scanned to fill the shelves: units S-0 to S-5, lots L-0 of 40 kg and an own one of 30 l, 500 untracked, 20 boards. */
const STOCKING = `
PO-1 CAPTURED S-0 S-1 S-2 S-3 S-4 S-5 DS:DONE
SUPPLIER-LOT L-0 DS:QTY:40 DS:DONE
OWN-LOT DS:GENERATE DS:QTY:30 DS:DONE
UNTRACKED DS:QTY:500 DS:DONE
GENERATED DS:QTY:20 DS:DONE DS:DONE`

export async function openWorkshop(): Promise<Workshop> {
  const dataFolder = await goodsFolder(NOBODY_LISTENS)
  const running = await runStation(dataFolder)
  const { api } = running.station
  async function type(...texts: readonly string[]): Promise<ScanAnswer> {
    let last: ScanAnswer | undefined
    for (const text of texts) last = await api.scanning.submit({ text })
    if (!last) throw new Error('nothing was scanned')
    return last
  }
  await type(...STOCKING.trim().split(/\s+/))
  return { ...running, dataFolder, type, picture: () => pictureOf(dataFolder) }
}
