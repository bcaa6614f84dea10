import type { PrinterIdentity } from '../printer-state.ts'
import { createTcpTransport, type TcpAddress } from '../tcp.ts'
import { serialKey, type UsbBus, type UsbPrinter } from '../usb/usb-bus.ts'
import { createUsbTransport } from '../usb/usb-transport.ts'
import { StationError } from '../../../../core/errors.ts'
import { askPrinter, type AskedPrinter, type AskSettings } from './printer-facts.ts'

/** A printer that was found and asked who it is; `asked` is absent where it gave no answer, and `problem` says why. */
export interface FoundPrinter {
  readonly transport:
    | { readonly type: 'tcp'; readonly host: string; readonly port: number }
    | { readonly type: 'usb'; readonly serial: string }
  readonly name: string
  readonly asked: AskedPrinter | undefined
  readonly problem: string | undefined
}

/** So few at once that a switch does not take it for an attack, and a small network is asked within seconds. */
const ASKED_AT_ONCE = 16
const CONNECT_TIMEOUT_MS = 700

/**
 * Asks each address for a printer: one connection each, `~HI` and `~HS`, nothing that prints. Only those
 * that take a connection are named.
 */
export async function findNetworkPrinters(
  addresses: readonly TcpAddress[],
  settings: AskSettings
): Promise<readonly FoundPrinter[]> {
  const found = await eachOf(addresses, ASKED_AT_ONCE, async (address): Promise<FoundPrinter | undefined> => {
    const transport = createTcpTransport(address, { connectTimeoutMs: CONNECT_TIMEOUT_MS })
    let isThere = false
    const noting: typeof transport = {
      ...transport,
      connect: async (signal) => {
        const connection = await transport.connect(signal)
        isThere = true
        return connection
      }
    }
    const result = await answerOf(askPrinter(noting, settings))
    return isThere
      ? { transport: { type: 'tcp', ...address }, name: nameOf(result.asked?.identity, 'Something'), ...result }
      : undefined
  })
  return found.filter((printer) => printer !== undefined)
}

/** Asks each printer that is plugged in, but for those that this station uses already: they are open. */
export async function findUsbPrinters(
  bus: UsbBus,
  inUse: readonly string[],
  settings: AskSettings
): Promise<readonly FoundPrinter[]> {
  const used = new Set(inUse.map(serialKey))
  const there = (await bus.printers()).filter(({ serial }) => serial !== '')
  return await eachOf(there, 1, async (printer): Promise<FoundPrinter> => {
    const transport = { type: 'usb', serial: printer.serial } as const
    if (used.has(serialKey(printer.serial)))
      return { transport, name: printer.name, asked: undefined, problem: undefined }
    if (printer.speaksZpl === false)
      return { transport, name: printer.name, asked: undefined, problem: otherLanguage(printer) }
    return {
      transport,
      name: printer.name,
      ...(await answerOf(askPrinter(createUsbTransport(printer.serial, bus, settings.timers), settings)))
    }
  })
}

async function answerOf(asking: Promise<AskedPrinter>): Promise<Pick<FoundPrinter, 'asked' | 'problem'>> {
  try {
    return { asked: await asking, problem: undefined }
  } catch (error) {
    if (!(error instanceof StationError)) throw error
    return { asked: undefined, problem: error.message }
  }
}

function nameOf(identity: PrinterIdentity | undefined, otherwise: string): string {
  return identity?.model ?? otherwise
}

function otherLanguage({ name }: UsbPrinter): string {
  return `${name} does not take ZPL, as far as it says. Labels are printed on ZPL printers alone.`
}

/** Results in the order of the items, so many under way at once. */
async function eachOf<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>
): Promise<readonly Result[]> {
  const results: Result[] = []
  const indexes = items.keys()
  async function take(): Promise<void> {
    for (const index of indexes) {
      const item = items[index]
      if (item !== undefined) results[index] = await work(item)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, take))
  return results
}
