import type { PrinterEntry } from './create-printer.ts'
import { serialKey } from './usb/usb-bus.ts'

/**
 * Puts entries of the settings together that lead to the same printer by the same way. Virtual printers are each one of
 * their own; entries of two resolutions cannot both be right, and each says so by itself.
 */
export function bySameWay<Entry extends PrinterEntry>(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = entry.transport.type === 'virtual' ? `virtual ${entry.id}` : `${wayOf(entry.transport)} ${entry.dpi}`
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  return [...groups.values()]
}

/** Whether two ways lead to the same printer, as far as they say. */
export function isSameWay(a: PrinterEntry['transport'], b: PrinterEntry['transport']): boolean {
  return a.type !== 'virtual' && wayOf(a) === wayOf(b)
}

function wayOf(transport: PrinterEntry['transport']): string {
  switch (transport.type) {
    case 'tcp':
      return `tcp ${transport.host.toLowerCase()} ${transport.port}`
    case 'usb':
      return `usb ${serialKey(transport.serial)}`
    case 'queue':
      return `queue ${transport.name}`
    case 'virtual':
      return 'virtual'
  }
}
