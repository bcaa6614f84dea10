import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** A symbol that an independent reader found in a picture. */
export interface ReadSymbol {
  readonly format: 'Code128' | 'DataMatrix'
  /** `]C0`, `]d1` and so on. */
  readonly aim: string
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const wasmFile = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
const ready = prepareZXingModule({
  overrides: { wasmBinary: Uint8Array.from(readFileSync(wasmFile)).buffer },
  fireImmediately: true
})

/** Reads all Code 128 and Data Matrix symbols in a PNG. */
export async function readSymbols(png: Uint8Array): Promise<readonly ReadSymbol[]> {
  await ready
  const found = await readBarcodes(png, {
    formats: ['Code128', 'DataMatrix'],
    textMode: 'Plain',
    tryHarder: true,
    tryRotate: false,
    tryInvert: false,
    tryDownscale: false,
    maxNumberOfSymbols: 4
  })
  return found.map(({ format, symbologyIdentifier, text, position }) => {
    const corners = [position.topLeft, position.topRight, position.bottomLeft, position.bottomRight]
    const xs = corners.map(({ x }) => x)
    const ys = corners.map(({ y }) => y)
    return {
      format: format as ReadSymbol['format'],
      aim: symbologyIdentifier,
      text,
      left: Math.min(...xs),
      top: Math.min(...ys),
      right: Math.max(...xs),
      bottom: Math.max(...ys)
    }
  })
}
