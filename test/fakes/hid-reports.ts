/** A report of 64 bytes in hexadecimal, filled up with zeros; its last byte may be given apart. */
export function reportOfHex(hex: string, last = 0): Uint8Array {
  const report = new Uint8Array(64)
  report.set(Buffer.from(hex.replace(/\s/g, ''), 'hex'))
  report[63] = last
  return report
}

/** The reports of one symbol in the layout with an identifier, as a Honeywell scanner sends them. */
export function reportsWithAim(aim: string, data: Uint8Array): readonly Uint8Array[] {
  return pieces(data).map((piece, index, all) => {
    const report = new Uint8Array(64)
    report.set([2, piece.length, ...Buffer.from(aim, 'latin1'), ...piece])
    report[63] = index < all.length - 1 ? 1 : 0
    return report
  })
}

/** The reports of one symbol in the layout that has no place for an identifier. */
export function reportsWithoutAim(data: Uint8Array): readonly Uint8Array[] {
  return pieces(data).map((piece, index, all) => {
    const report = new Uint8Array(64)
    report.set([2, piece.length, ...piece])
    report[63] = index < all.length - 1 ? 1 : 0
    return report
  })
}

const CAPACITY = 56

function pieces(data: Uint8Array): readonly Uint8Array[] {
  const count = Math.max(1, Math.ceil(data.length / CAPACITY))
  return Array.from({ length: count }, (_, index) => data.subarray(index * CAPACITY, (index + 1) * CAPACITY))
}

const LENGTH = '1500 26FF00 7508 9501 0501 093B 8102 058C'
const IDENTIFIER = '9503 09FB 09FC 09FD 8102'
const DATA = '9538 09FE 820201'
const CONTINUED = '1500 2501 7501 9501 09FF 8102 9507 8103'

/** What a device says of its reports that hold an identifier (usages 0xFB to 0xFD), as `reportsWithAim` gives them. */
export const DESCRIPTOR_WITH_AIM = descriptorOf(`${LENGTH} ${IDENTIFIER} ${DATA} 7508 9502 8103`)

/** The same of those that have no place for one, as `reportsWithoutAim` gives them. */
export const DESCRIPTOR_WITHOUT_AIM = descriptorOf(`${LENGTH} ${DATA} 7508 9505 8103`)

function descriptorOf(fields: string): Uint8Array {
  const hex = `058C 0902 A101 0912 A102 8502 ${fields} ${CONTINUED} C0 C0`
  return Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
}
