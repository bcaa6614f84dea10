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
