import type { PluggedScannerView } from '../../../ipc/scanner-setup-views.ts'
import type { HidInfo } from '../../devices/hid/port.ts'
import { hexadecimal, isHidPos, makerOf, nameOf } from '../../devices/scanner/models.ts'

/** The scanners that an entry of the settings may name, each once; several that are named alike are one choice. */
export function pluggedView(infos: readonly HidInfo[]): readonly PluggedScannerView[] {
  const scanners = infos.filter((info) => isHidPos(info) || makerOf(info) !== undefined)
  const choices = new Map(scanners.map((info) => [deviceOf(info), info]))
  return [...choices].map(([device, info]) => ({ device, words: wordsOf(info, scanners) }))
}

function deviceOf({ vendorId, productId, serialNumber }: HidInfo): string {
  return serialNumber ?? `${hexadecimal(vendorId)}:${hexadecimal(productId)}`
}

function wordsOf(info: HidInfo, scanners: readonly HidInfo[]): string {
  if (info.serialNumber === null) return `${nameOf(info)}, which has no serial number`
  const alike = scanners.filter((other) => deviceOf(other) === info.serialNumber)
  // Each collection of a device has a path of its own on some systems, so only what is open to scans is counted.
  const units = alike.filter(isHidPos).length
  return units > 1 ? `${nameOf(info)}, ${units} with this serial number` : `${nameOf(info)}, by its serial number`
}
