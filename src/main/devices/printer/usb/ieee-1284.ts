/** What a printer on USB says of itself: the keys of its IEEE 1284 device id, in capitals. */
export type DeviceId = ReadonlyMap<string, string>

/**
 * Reads a device id: `MANUFACTURER:Zebra Technologies ;COMMAND SET:ZPL;MODEL:ZTC ZD421-203dpi ZPL;CLASS:PRINTER;`
 * (IEEE 1284-2000, 7.6). Long and short names of a key mean the same. What is no key and value is left out.
 */
export function parseDeviceId(text: string): DeviceId {
  const keys = new Map<string, string>()
  for (const pair of text.split(';')) {
    const colon = pair.indexOf(':')
    if (colon < 1) continue
    const name = pair.slice(0, colon).trim().toUpperCase()
    const value = pair.slice(colon + 1).trim()
    if (name !== '' && value !== '') keys.set(LONG_NAMES.get(name) ?? name, value)
  }
  return keys
}

const LONG_NAMES: ReadonlyMap<string, string> = new Map([
  ['MFG', 'MANUFACTURER'],
  ['MDL', 'MODEL'],
  ['CMD', 'COMMAND SET'],
  ['CLS', 'CLASS'],
  ['DES', 'DESCRIPTION'],
  ['SN', 'SERIAL NUMBER'],
  ['SERN', 'SERIAL NUMBER'],
  ['SERIALNUMBER', 'SERIAL NUMBER']
])
