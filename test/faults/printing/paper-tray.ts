import { fieldTexts } from '../../../src/main/devices/printer/virtual/field-texts.ts'
import type { VirtualPrinter } from '../../../src/main/devices/printer/virtual/virtual-printer.ts'

/** What lies before the printer. */
export interface PaperTray {
  /** How many good labels have this number and copy, as `DS00000001.1`. */
  good(label: string): number
  /** Every number and copy of which there is a good label. */
  labels(): readonly string[]
  /** Good labels of a serial, of all copies together. */
  ofSerial(serial: string): readonly string[]
  pieces(): number
  /** What the symbol of the last good label holds, of these numbers and copies where they are given; empty where there is none. */
  lastSymbol(of?: readonly string[]): string
}

/** Collects what comes out of a printer from now on, and reads it as a scanner would. */
export function collectPaper(printer: Pick<VirtualPrinter, 'onPiece'>): PaperTray {
  const counts = new Map<string, number>()
  const serials = new Map<string, string[]>()
  let pieces = 0
  const good: { readonly label: string; readonly symbol: string }[] = []
  printer.onPiece(({ quality, format }) => {
    pieces += 1
    if (quality !== 'good') return
    const symbol = fieldTexts(format).find((text) => text.startsWith('[)>')) ?? ''
    const label = /\x1dZ(DS\d+\.\d+)/.exec(symbol)?.[1]
    const serial = /\x1dS([^\x1d\x1e]+)/.exec(symbol)?.[1]
    if (label === undefined || serial === undefined) throw new Error(`No unit's label: ${JSON.stringify(symbol)}`)
    good.push({ label, symbol })
    counts.set(label, (counts.get(label) ?? 0) + 1)
    serials.set(serial, [...(serials.get(serial) ?? []), label])
  })
  return {
    good: (label) => counts.get(label) ?? 0,
    labels: () => [...counts.keys()],
    ofSerial: (serial) => serials.get(serial) ?? [],
    pieces: () => pieces,
    lastSymbol: (of) => good.findLast(({ label }) => of === undefined || of.includes(label))?.symbol ?? ''
  }
}
