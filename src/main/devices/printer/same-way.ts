import type { PrinterEntry } from './create-printer.ts'

/**
 * Puts entries of the settings together that lead to the same printer by the same way. Virtual printers are each one of
 * their own; entries of two resolutions cannot both be right, and each says so by itself.
 */
export function bySameWay<Entry extends PrinterEntry>(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = wayOf(entry)
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  return [...groups.values()]
}

function wayOf({ id, transport, dpi }: PrinterEntry): string {
  switch (transport.type) {
    case 'tcp':
      return `tcp ${transport.host.toLowerCase()} ${transport.port} ${dpi}`
    case 'usb':
      return `usb ${transport.serial} ${dpi}`
    case 'queue':
      return `queue ${transport.name} ${dpi}`
    case 'virtual':
      return `virtual ${id}`
  }
}
