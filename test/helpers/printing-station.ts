import { expect, onTestFinished, vi } from 'vitest'
import { openPrinters, type OpenPrinters } from '../../src/main/station-printers.ts'
import { fieldTexts } from '../../src/main/devices/printer/virtual/field-texts.ts'
import { parseHand } from '../../src/main/devices/printer/virtual/hand.ts'
import { listenVirtualPrinter, type ListeningPrinter } from '../../src/main/devices/printer/virtual/listen.ts'
import type { PaperPiece } from '../../src/main/devices/printer/virtual/paper-piece.ts'
import type { VirtualPrinterSettings } from '../../src/main/devices/printer/virtual/virtual-printer.ts'
import type { LabelRules, StationContext } from '../../src/main/services/context.ts'
import { recoverLedger } from '../../src/main/services/printing/print-ledger.ts'
import type { AnsweredScan } from '../../src/main/services/scanning/take-scan.ts'
import { allLabels, type LabelRow } from '../../src/main/store/label.ts'
import { scan, stationWithOrder } from './store.ts'
import { temporaryFolder } from './temporary-folder.ts'

const media = { widthMm: 51, heightMm: 25, dpi: 203 } as const

/** A piece of paper in the hand. */
export interface Paper {
  readonly quality: PaperPiece['quality']
  /** What its Data Matrix holds: what a scanner reads of a good one. */
  readonly symbol: string
}

export interface PrintingStation {
  readonly context: StationContext
  readonly printer: ListeningPrinter
  /** What came out, in order. */
  readonly paper: readonly Paper[]
  /** Scans, and lets the printer have what comes of it. */
  scan(...texts: readonly string[]): AnsweredScan
  /** Does something to the printer, in the words of its own program. */
  hand(words: string): void
  labels(): readonly LabelRow[]
  /** Waits until the states of all labels, in order, are these. */
  states(...states: readonly string[]): Promise<void>
  /** The program ends without a word, and is started again. */
  restart(): Promise<void>
  wake(): void
  /** Waits until the station has seen that the printer needs somebody. */
  seesFault(): Promise<void>
}

/** A station that prints on a printer of the network, over a real socket. Closed when the test is over. */
export async function printingStation(
  settings: Partial<VirtualPrinterSettings> & { readonly depth?: number; readonly rules?: LabelRules } = {}
): Promise<PrintingStation> {
  const { depth, rules, ...printerSettings } = settings
  const paper: Paper[] = []
  const listening = await listenVirtualPrinter({
    host: '127.0.0.1',
    port: 0,
    media,
    speedIps: 14,
    ...printerSettings
  })
  listening.printer.onPiece(({ quality, format, copies }) => {
    for (let copy = 0; copy < copies; copy += 1) paper.push({ quality, symbol: symbolOf(format) })
  })
  const context: StationContext = { ...stationWithOrder(), ...(rules ? { labelRules: rules } : {}) }
  const open = (): OpenPrinters =>
    openPrinters({
      context,
      printers: [
        { id: 'units', transport: { type: 'tcp', host: '127.0.0.1', port: listening.port }, dpi: 203, media, depth }
      ],
      folder: temporaryFolder(),
      draw: () => Promise.reject(new Error('Nothing is drawn here')),
      log: {
        info: () => undefined,
        warn: () => undefined,
        error: (what, error) => bugs.push([what, error]),
        close: () => undefined
      },
      onStep: () => undefined,
      onState: () => undefined
    })
  const bugs: unknown[] = []
  let printers = open()
  onTestFinished(async () => {
    await printers.close()
    await listening.close()
    expect(bugs).toEqual([])
  })
  return {
    context,
    printer: listening,
    paper,
    scan: (...texts) => {
      const answered = scan(context, ...texts)
      printers.wake()
      return answered
    },
    hand: (words) => {
      const hand = parseHand(words)
      if (!hand) throw new Error(`${words} is nothing that is done to a printer`)
      listening.printer.obey(hand)
    },
    labels: () => allLabels(context.db, null),
    states: async (...states) => {
      await vi.waitFor(() => expect(allLabels(context.db, null).map(({ state }) => state)).toEqual(states), {
        timeout: 15_000,
        interval: 10
      })
    },
    restart: async () => {
      await printers.close()
      printers = open()
      recoverLedger(context, ['units'])
      printers.wake()
    },
    wake: () => printers.wake(),
    seesFault: async () => {
      await vi.waitFor(() => expect(printers.devices()[0]?.health).toBe('fault'), { timeout: 5_000, interval: 2 })
    }
  }
}

function symbolOf(format: Uint8Array): string {
  return fieldTexts(format).find((text) => text.startsWith('[)>')) ?? ''
}
