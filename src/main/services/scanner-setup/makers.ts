import type { ScannerMakerView } from '../../../ipc/scanner-setup-views.ts'
import type { HidInfo } from '../../devices/hid/port.ts'
import { isHidPos, isKeyboard, makerOf, nameOf, SCANNER_MAKERS } from '../../devices/scanner/models.ts'

/** The makers that are known, with what of theirs is plugged in; those that have something come first. */
export function makersView(plugged: readonly HidInfo[]): readonly ScannerMakerView[] {
  return SCANNER_MAKERS.map((maker): ScannerMakerView => {
    const own = plugged.filter((info) => makerOf(info) === maker)
    return {
      name: maker.name,
      plugged: devicesOf(own),
      symbol: maker.toHidPos.symbol ?? null,
      manual: maker.toHidPos.manual,
      note: maker.toHidPos.note ?? null
    }
  }).sort((a, b) => Number(b.plugged.length > 0) - Number(a.plugged.length > 0))
}

/** One for each device, which appears once for each of its collections. */
function devicesOf(infos: readonly HidInfo[]): ScannerMakerView['plugged'] {
  const devices = new Map<string, HidInfo[]>()
  for (const info of infos) {
    const key = JSON.stringify([info.productId, info.serialNumber])
    devices.set(key, [...(devices.get(key) ?? []), info])
  }
  return [...devices.values()].flatMap((collections) => {
    const [info] = collections
    if (!info) return []
    const mode = collections.some(isHidPos) ? 'hid-pos' : collections.some(isKeyboard) ? 'keyboard' : 'other'
    return [{ name: nameOf(info), mode } as const]
  })
}
