import { openSocketScanner } from '../../scripts/drive/socket-scanner.ts'
import { waitFor } from '../../scripts/drive/wait-for.ts'
import type { Station } from '../../src/main/station.ts'
import { createFakeHid, type FakeHid } from '../fakes/fake-hid.ts'
import { reportsWithAim } from '../fakes/hid-reports.ts'
import { scanStrokes } from '../fakes/typist.ts'

/** A scanner of each kind, as `station.json` names them. */
export const SCANNER_IDS = ['gun', 'wedge', 'fixed'] as const
export type ScannerId = (typeof SCANNER_IDS)[number]

export function threeScanners(port: number) {
  return [
    { id: 'gun', type: 'hid-pos' },
    { id: 'wedge', type: 'keyboard' },
    { id: 'fixed', type: 'tcp', listen: `127.0.0.1:${port}` }
  ]
}

/** A scanner of each kind in the hand: reports of HID POS, keys of a keyboard, and bytes on a socket. */
export interface ThreeScanners {
  /** Sends a scan on its way; the answer comes by itself. The keyboard types ASCII alone. */
  scan(scanner: ScannerId, text: string): void
  close(): void
}

const PATH = 'usb-1'
const KEY_GAP_MS = 2
const REST_BETWEEN_SCANS_MS = 1_000

/** A USB bus with a scanner in HID POS mode. */
export function busWithScanner(): FakeHid {
  const hid = createFakeHid()
  hid.plug(PATH)
  return hid
}

/** Takes the scanners into the hand once the station has opened all of them. */
export async function takeScanners(
  { keyboard }: Pick<Station, 'keyboard'>,
  hid: FakeHid,
  port: number
): Promise<ThreeScanners> {
  const socket = await openSocketScanner(port)
  await waitFor('the scanner on USB to be opened', () => (hid.openPaths().includes(PATH) ? true : undefined))
  let typedUntilMs = performance.now()
  return {
    scan(scanner, text) {
      switch (scanner) {
        case 'gun':
          for (const report of reportsWithAim(']C1', Buffer.from(text, 'latin1'))) hid.send(PATH, report)
          return
        case 'fixed':
          return socket.scan(Buffer.from(text, 'latin1'))
        case 'wedge': {
          const strokes = scanStrokes(`${text}\r`, typedUntilMs + REST_BETWEEN_SCANS_MS, KEY_GAP_MS)
          for (const stroke of strokes) keyboard?.key(stroke)
          typedUntilMs = strokes.at(-1)?.atMs ?? typedUntilMs
        }
      }
    },
    close: () => socket.close()
  }
}
