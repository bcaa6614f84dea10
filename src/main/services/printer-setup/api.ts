import { randomInt } from 'node:crypto'
import { networkInterfaces } from 'node:os'
import { assert } from '../../../core/assert.ts'
import { encodeCommand } from '../../../core/barcode/commands.ts'
import { instantOf } from '../../../core/clock.ts'
import { StationError } from '../../../core/errors.ts'
import { TEST_NONCES, testArgument, testNonce, type TestSetting } from '../../../core/printing/test-label.ts'
import type { PrinterSetupApi } from '../../../ipc/printer-setup-api.ts'
import type { FoundPrinterView, PrinterReportView } from '../../../ipc/printer-setup-views.ts'
import type { Burn, Dpi, Media } from '../../../labels/media.ts'
import { checkMedia } from '../../../labels/media-check.ts'
import type { PrinterConfig } from '../../config.ts'
import type { Spooler } from '../../devices/printer/queue/spooler.ts'
import { isSameWay } from '../../devices/printer/same-way.ts'
import { RAW_PORT, readAddressRange } from '../../devices/printer/setup/address-range.ts'
import { discoverPrinters } from '../../devices/printer/setup/discover-printers.ts'
import { findNetworkPrinters, findUsbPrinters, type FoundPrinter } from '../../devices/printer/setup/find-printers.ts'
import {
  askPrinter,
  calibratePrinter,
  type AskedPrinter,
  type AskSettings
} from '../../devices/printer/setup/printer-facts.ts'
import type { PrinterTransport } from '../../devices/printer/transport.ts'
import type { UsbBus } from '../../devices/printer/usb/usb-bus.ts'
import { systemTimers } from '../../devices/timers.ts'
import { transaction } from '../../store/database.ts'
import { labelsOnTheirWay } from '../../store/label.ts'
import type { StationContext } from '../context.ts'
import { queueTestLabel } from '../label-queue.ts'
import { broadcastAddresses, privateNetworks } from './networks.ts'

export interface PrinterSetupParts {
  readonly context: StationContext
  readonly writable: <T>(work: () => T) => T
  readonly printers: readonly PrinterConfig[]
  readonly mediaOf: (printer: string) => Media | undefined
  readonly borrow: <Result>(printer: string, talk: (transport: PrinterTransport) => Promise<Result>) => Promise<Result>
  readonly labelsQueued: () => void
  readonly usb: UsbBus
  readonly spooler: Spooler
}

const ASKING: AskSettings = { timers: systemTimers, answerTimeoutMs: 2_000 }

/** The requests of the set-up of printers. */
export function createPrinterSetupApi(parts: PrinterSetupParts): PrinterSetupApi {
  const { context, printers, mediaOf, borrow, usb, spooler } = parts

  async function report(
    printer: string,
    ask: (transport: PrinterTransport, settings: AskSettings) => Promise<AskedPrinter>
  ): Promise<PrinterReportView> {
    const media = mediaOf(printer)
    if (!media) throw notInUse(printer)
    const busy = labelsOnTheirWay(context.db).filter((label) => label.printer === printer).length
    if (busy > 0)
      throw new StationError('refused', `${printer} has labels under way. Wait until they are out, then try again.`)
    const { identity, facts } = await borrow(printer, (transport) => ask(transport, ASKING))
    const { model, uniqueId: serial, firmware } = identity
    return { printer, model, serial, firmware, findings: checkMedia(facts, media) }
  }

  function queueTests(printer: string, settings: readonly (TestSetting | null)[]) {
    const config = printers.find(({ id }) => id === printer)
    if (!config) throw notInUse(printer)
    const at = instantOf(context.clock.now())
    const nonce = testNonce(randomInt(TEST_NONCES))
    const tests = settings.map((setting) => ({
      setting,
      code: encodeCommand({ kind: 'test', argument: testArgument({ printer, nonce, setting }) })
    }))
    parts.writable(() =>
      transaction(context.db, () => {
        for (const { code, setting } of tests) {
          queueTestLabel(context, printer, titleOf(config, setting), code, at, burnOf(setting))
        }
      })
    )
    parts.labelsQueued()
    return tests
  }

  return {
    networks: async () => privateNetworks(networkInterfaces()),
    find: async ({ where, addresses }) => {
      switch (where) {
        case 'network': {
          const range = readAddressRange(addresses)
          if (!range.ok) throw new StationError('refused', range.reason)
          const found = await findNetworkPrinters(range.addresses, ASKING)
          return { found: found.map((each) => foundView(each, printers)), asked: range.addresses.length }
        }
        case 'nearby': {
          const hosts = await discoverPrinters({
            addresses: broadcastAddresses(networkInterfaces()),
            timers: systemTimers
          })
          const found = await findNetworkPrinters(
            hosts.map((host) => ({ host, port: RAW_PORT })),
            ASKING
          )
          return { found: found.map((each) => foundView(each, printers)), asked: null }
        }
        case 'usb': {
          const inUse = printers.flatMap(({ transport }) => (transport.type === 'usb' ? [transport.serial] : []))
          return {
            found: (await findUsbPrinters(usb, inUse, ASKING)).map((each) => foundView(each, printers)),
            asked: null
          }
        }
        case 'queues': {
          return { found: (await spooler.queues()).map((name) => queueView(name, printers)), asked: null }
        }
      }
    },
    check: ({ printer }) => report(printer, askPrinter),
    calibrate: ({ printer }) => parts.writable(() => report(printer, calibratePrinter)),
    printTest: async ({ printer }) => {
      const [label] = queueTests(printer, [null])
      assert(label, 'one label was asked for')
      return { code: label.code }
    },
    printSeries: async ({ printer, vary }) =>
      queueTests(
        printer,
        SERIES[vary].map((value) => ({ kind: vary, value }))
      ).map(({ code, setting }) => ({ code, value: setting?.value ?? 0 }))
  }
}

/**
 * The last one is how printers are without a setting: darkness is given back by it. A speed holds until the printer is
 * switched off, or another label says another one (ZPL II guide, `^MD`, `^PR`).
 */
const SERIES: Readonly<Record<TestSetting['kind'], readonly number[]>> = {
  darkness: [-10, -5, 5, 10, 0],
  speed: [8, 6, 4, 2]
}

function titleOf(config: PrinterConfig, setting: TestSetting | null): string {
  if (!setting) return whereIs(config)
  return setting.kind === 'darkness' ? `Darkness ${setting.value}` : `Speed ${setting.value} in/s`
}

function burnOf(setting: TestSetting | null): Burn | undefined {
  if (!setting) return undefined
  return setting.kind === 'darkness' ? { darkness: setting.value } : { speedIps: setting.value }
}

function foundView(
  { transport, name, asked, problem }: FoundPrinter,
  printers: readonly PrinterConfig[]
): FoundPrinterView {
  const { uniqueId = null, firmware = null, dotsPerMm = null } = asked?.identity ?? {}
  const used = usedAs(transport, printers)
  return {
    transport,
    name,
    facts: [uniqueId, firmware, dotsPerMm === null ? null : `${dotsPerMm} dots/mm`].filter((fact) => fact !== null),
    dpi: dpiOf(dotsPerMm),
    usedAs: used,
    problem: used === null ? (problem ?? null) : null
  }
}

function queueView(name: string, printers: readonly PrinterConfig[]): FoundPrinterView {
  const transport = { type: 'queue', name } as const
  return {
    transport,
    name,
    facts: ['gives no evidence'],
    dpi: null,
    usedAs: usedAs(transport, printers),
    problem: null
  }
}

function usedAs(transport: FoundPrinterView['transport'], printers: readonly PrinterConfig[]): string | null {
  return printers.find((printer) => isSameWay(printer.transport, transport))?.id ?? null
}

function whereIs({ id, transport }: PrinterConfig): string {
  return transport.type === 'virtual' ? `${id}, virtual` : `${id} at ${placeOf(transport)}`
}

function placeOf(transport: PrinterConfig['transport']): string {
  switch (transport.type) {
    case 'tcp':
      return `${transport.host}:${transport.port}`
    case 'usb':
      return `USB ${transport.serial}`
    case 'queue':
      return `queue ${transport.name}`
    case 'virtual':
      return 'virtual'
  }
}

function dpiOf(dotsPerMm: number | null): Dpi | null {
  switch (dotsPerMm) {
    case 8:
      return 203
    case 12:
      return 300
    case 24:
      return 600
    default:
      return null
  }
}

function notInUse(printer: string): StationError {
  return new StationError(
    'not-found',
    `There is no printer ${printer} in use. Save the settings and start Dockside again, then try it.`
  )
}
