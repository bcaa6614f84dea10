import { splitAim } from '../../../core/barcode/aim.ts'
import { separatorTexts } from './separator-settings.ts'
import type { SeparatorSettings } from './separator-settings.ts'

/** What a scanner puts around the data and in place of its separators, as the settings say. */
export interface ScannerDress {
  /** Sent before the data, and before an AIM identifier. */
  readonly prefix?: string | undefined
  /** Sent after the data, before what ends the scan. */
  readonly trailer?: string | undefined
  readonly separators?: SeparatorSettings | undefined
}

export interface SymbolData {
  readonly bytes: Uint8Array
  readonly aim: string | null
}

/** The symbol's own data: without what its scanner put around it, and with the separators that it replaced. */
export function undress(scan: SymbolData, { prefix = '', trailer = '', separators }: ScannerDress): SymbolData {
  const texts = separatorTexts(separators)
  if (prefix === '' && trailer === '' && texts.length === 0) return scan
  let { aim } = scan
  let data = Buffer.from(scan.bytes).toString('latin1')
  if (prefix !== '' && data.startsWith(asBytes(prefix))) {
    const rest = splitAim(data.slice(asBytes(prefix).length))
    data = aim === null ? rest.text : `${rest.aim ?? ''}${rest.text}`
    aim ??= rest.aim
  }
  if (trailer !== '' && data.endsWith(asBytes(trailer))) data = data.slice(0, -asBytes(trailer).length)
  for (const [text, character] of texts) data = data.replaceAll(asBytes(text), character)
  return { aim, bytes: Uint8Array.from(Buffer.from(data, 'latin1')) }
}

/** One character for each byte, so that data that is no text stays as it is. */
function asBytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1')
}
