import { expect } from 'playwright/test'
import { docksideJson } from '../../../scripts/drive/command-line.ts'
import { fieldTexts } from '../../../src/main/devices/printer/virtual/field-texts.ts'
import { parseHand } from '../../../src/main/devices/printer/virtual/hand.ts'
import { listenVirtualPrinter, type ListeningPrinter } from '../../../src/main/devices/printer/virtual/listen.ts'
import type { PaperPiece } from '../../../src/main/devices/printer/virtual/paper-piece.ts'
import { createDockFolder, openDock, removeDockFolder, type Dock } from './dock.ts'

/** A printer on the network that somebody stands before. */
export interface PrinterInHand {
  readonly listening: ListeningPrinter
  /** What came out, in order: how it looks, and what its square symbol holds. */
  readonly paper: { readonly quality: PaperPiece['quality']; readonly symbol: string }[]
  hand(words: string): void
}

async function openPrinter(): Promise<PrinterInHand> {
  const media = { widthMm: 51, heightMm: 25, dpi: 203 } as const
  const listening = await listenVirtualPrinter({ host: '127.0.0.1', port: 0, media, speedIps: 6 })
  const paper: { quality: PaperPiece['quality']; symbol: string }[] = []
  listening.printer.onPiece(({ quality, format }) => {
    paper.push({ quality, symbol: fieldTexts(format).find((text) => text.startsWith('[)>')) ?? '' })
  })
  return {
    listening,
    paper,
    hand: (words) => {
      const hand = parseHand(words)
      if (!hand) throw new Error(`${words} is nothing that is done to a printer`)
      listening.printer.obey(hand)
    }
  }
}

/** Works at a dock that prints its unit labels on such a printer; its store has to be whole afterwards. */
export async function withPrinter(
  labelRules: object,
  work: (dock: Dock, printer: PrinterInHand) => Promise<void>
): Promise<void> {
  const printer = await openPrinter()
  const { dataFolder, scannerPort } = await createDockFolder({
    orders: 1,
    unitPrinterPort: printer.listening.port,
    labelRules
  })
  const dock = await openDock(dataFolder, scannerPort)
  try {
    await work(dock, printer)
    expect(await docksideJson(dataFolder, 'verify')).toMatchObject({ ok: true, problems: [] })
  } finally {
    await dock.close()
    await printer.listening.close()
    removeDockFolder(dataFolder)
  }
}
