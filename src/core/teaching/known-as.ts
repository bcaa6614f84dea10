import type { Directory } from '../receiving/directory.ts'

/** What a text is at this station already; absent where nobody knows it. */
export function knownAs(text: string, directory: Directory): string | undefined {
  if (directory.order(text)) return 'an order number'
  if (directory.location(text)) return 'a place'
  if (directory.partsNamed(text).length > 0) return 'a part number'
  if (directory.serial(text)) return 'a serial'
  return directory.lotsNamed(text).length > 0 ? 'a lot' : undefined
}
