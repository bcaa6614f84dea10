import type { FoundPrinterView } from '../../../../../ipc/printer-setup-views.ts'
import { at, list, record } from '../config-values.ts'

/** What most labels are; the form has the right size put in. */
const USUAL_MEDIA = { widthMm: 51, heightMm: 25 }

/** `station.json` with a printer that was found, under a name that no other one has. */
export function withPrinter(
  config: unknown,
  found: FoundPrinterView
): { readonly changed: unknown; readonly id: string } {
  const printers = list(at(config, 'printers'))
  const taken = new Set(printers.map((printer) => at(printer, 'id')))
  const wanted = nameOf(found)
  let id = wanted
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`
  const printer = { id, transport: found.transport, dpi: found.dpi ?? 203, media: USUAL_MEDIA }
  return { changed: { ...record(config), printers: [...printers, printer] }, id }
}

/** `station.json` with one thing of one printer changed. A printer that is not in it stays out. */
export function withSetting(config: unknown, id: string, key: 'darkness' | 'speedIps', value: number): unknown {
  return {
    ...record(config),
    printers: list(at(config, 'printers')).map((printer) =>
      at(printer, 'id') === id ? { ...record(printer), [key]: value } : printer
    )
  }
}

/** `ZTC ZD421-203dpi ZPL` is `zd421`. */
function nameOf({ name }: FoundPrinterView): string {
  const word = name.split(/[\s_-]+/).find((part) => /\d/.test(part) && !/dpi$/i.test(part)) ?? name
  const id = word
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
  return id === '' ? 'printer' : id.slice(0, 24)
}
