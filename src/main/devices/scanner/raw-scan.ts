import { splitAim } from '../../../core/barcode/aim.ts'
import type { RawScan } from './scanner.ts'

/** A symbol's data as it came in, with the AIM identifier that may lead it taken off. */
export function rawScanOf(
  { scannerId, device }: Pick<RawScan, 'scannerId' | 'device'>,
  received: Uint8Array,
  at: number
): RawScan {
  const { aim } = splitAim(Buffer.from(received.subarray(0, 3)).toString('latin1'))
  const bytes = Uint8Array.from(aim === null ? received : received.subarray(aim.length))
  return { scannerId, device, aim, bytes, at }
}
