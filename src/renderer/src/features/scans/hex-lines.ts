import { pictured } from '../../../../core/barcode/pictured.ts'

export interface HexLine {
  /** How many bytes stand before it, in hexadecimal. */
  readonly offset: string
  readonly bytes: readonly string[]
  /** One character for each byte, as in Latin-1; what cannot be seen as its picture or a point. */
  readonly readable: string
}

const BYTES_A_LINE = 8

/** Bytes as programmers read them. */
export function hexLines(hex: string): readonly HexLine[] {
  const bytes = hex.match(/../g) ?? []
  return Array.from({ length: Math.ceil(bytes.length / BYTES_A_LINE) }, (_, line) => {
    const ofLine = bytes.slice(line * BYTES_A_LINE, (line + 1) * BYTES_A_LINE)
    return {
      offset: (line * BYTES_A_LINE).toString(16).padStart(4, '0'),
      bytes: ofLine,
      readable: ofLine.map(readable).join('')
    }
  })
}

function readable(byte: string): string {
  const picture = pictured(String.fromCharCode(Number.parseInt(byte, 16)))
  return picture.length === 1 ? picture : '·'
}
