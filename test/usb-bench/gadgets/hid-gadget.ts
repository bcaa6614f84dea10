import { close, constants, open, read, write } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { reportsWithAim, reportsWithoutAim } from '../../fakes/hid-reports.ts'
import type { GadgetDescription } from './gadget.ts'
import { createGadget } from './gadget.ts'
import { until } from './until.ts'

/** A scanner with a USB cable, of the kernel's own. */
export interface HidGadget {
  /** Resolves when the computer at the other end of the cable has configured the scanner. */
  plug(): Promise<void>
  pull(): void
  /** Pulls it and takes it away for good. */
  remove(): void
  /** Somebody pulls the trigger. Resolves with whether the cable took every report of the code. */
  scan(text: string, aim?: string): Promise<boolean>
  /** Resolves with whether the cable took the report. */
  send(report: Uint8Array): Promise<boolean>
  /** Resolves with the next report that the computer has set, as it came over the cable. */
  nextSetReport(): Promise<Uint8Array>
}

export interface HidKind extends Pick<GadgetDescription, 'vendorId' | 'productId' | 'manufacturer' | 'product'> {
  readonly descriptor: string
  readonly reportLength: number
  /** 1 for one that a computer may use before it has read the descriptor (HID 1.11, 4.2 and 4.3). */
  readonly bootProtocol: 0 | 1
  /** The reports of one code. */
  readonly reports: (text: string, aim: string) => readonly Uint8Array[]
}

/** HID usage tables, page "Bar Code Scanner"; the scanned data report is opened and not yet closed. */
const SCANNER = '058C 0902 A101 0912 A102'
const BYTE_COUNT = '1500 26FF00 7508 9501 0501 093B 8102 058C'
const IDENTIFIER = '9503 09FB 09FC 09FD 8102'
const DATA = '9538 09FE 820201'
const CONTINUED = '1500 2501 7501 9501 09FF 8102 9507 8103'

const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))

/** With a place for the identifier, and a second collection that no scan comes from but scans are switched on by. */
export const HONEYWELL: HidKind = {
  vendorId: 0x0c2e,
  productId: 0x0b87,
  manufacturer: 'Honeywell Imaging & Mobility',
  product: '3320G',
  descriptor:
    `${SCANNER} 8502 ${BYTE_COUNT} ${IDENTIFIER} ${DATA} 9502 8103 ${CONTINUED} C0 C0` +
    '068CFF 0901 A101 85FE 0902 1500 26FF00 7508 9501 B102 C0',
  reportLength: 64,
  bootProtocol: 0,
  reports: (text, aim) => reportsWithAim(aim, latin1(text))
}

/** Without a place for the identifier, which is counted among the data. */
export const NEWLAND: HidKind = {
  vendorId: 0x1eab,
  productId: 0x0d10,
  manufacturer: 'Newland Auto-ID',
  product: 'EM2028',
  descriptor: `${SCANNER} 8502 ${BYTE_COUNT} ${DATA} 9505 8103 ${CONTINUED} C0 C0`,
  reportLength: 64,
  bootProtocol: 0,
  reports: (text, aim) => reportsWithoutAim(latin1(aim + text))
}

/** Of a maker that nobody knows, with numbers and places that its descriptor alone tells. */
export const UNKNOWN_MAKER: HidKind = {
  vendorId: 0x1209,
  productId: 0x0001,
  manufacturer: 'Acme',
  product: 'Acme Scanner',
  descriptor: `${SCANNER} 8507 1500 26FF00 7508 9502 8103 9501 0501 093B 8102 058C ${DATA} ${CONTINUED} C0 C0`,
  reportLength: 61,
  bootProtocol: 0,
  reports: (text, aim) =>
    reportsWithoutAim(latin1(aim + text)).map((report) =>
      Uint8Array.from([7, 0, 0, ...report.subarray(1, 58), report[63] ?? 0])
    )
}

/** The same scanner, set to type like a keyboard (HID 1.11, appendix E.6). */
export const HONEYWELL_AS_KEYBOARD: HidKind = {
  ...HONEYWELL,
  productId: 0x0200,
  descriptor:
    '0501 0906 A101 0507 19E0 29E7 1500 2501 7501 9508 8102 9501 7508 8103 9505 7501 0508 1901 2905 9102 9501 7503 9103' +
    '9506 7508 1500 2565 0507 1900 2965 8100 C0',
  reportLength: 8,
  bootProtocol: 1,
  reports: () => []
}

export function createHidGadget(port: number, kind: HidKind, serial: string): HidGadget {
  const gadget = createGadget(port, {
    ...kind,
    serial,
    function: {
      driver: 'hid',
      settings: {
        protocol: String(kind.bootProtocol),
        subclass: String(kind.bootProtocol),
        report_length: String(kind.reportLength),
        // Without an endpoint for output, reports are set by control transfers, as on scanners.
        no_out_endpoint: '1',
        report_desc: Buffer.from(kind.descriptor.replace(/\s/g, ''), 'hex')
      }
    }
  })
  const path = `/dev/hidg${gadget.setting('dev').split(':')[1]}`

  function send(report: Uint8Array): Promise<boolean> {
    return withFile(path, (file) => writeReport(file, report)).catch(() => false)
  }

  return {
    plug: () => gadget.plug(),
    pull: () => gadget.pull(),
    remove: () => gadget.remove(),
    send,
    async scan(text, aim = ']C0') {
      for (const report of kind.reports(text, aim)) {
        if (!(await send(report))) return false
      }
      return true
    },
    async nextSetReport() {
      let report = new Uint8Array()
      await until(async () => {
        report = await withFile(path, readReport).catch(() => new Uint8Array())
        return report.length > 0
      })
      return report
    }
  }
}

const openFile = promisify(open)
const closeFile = promisify(close)
const readFrom = promisify(read)
const writeTo = promisify(write)

/** Opened for a moment only, and without waiting: the file goes with the cable. */
async function withFile<Result>(path: string, use: (file: number) => Promise<Result>): Promise<Result> {
  const file = await openFile(path, constants.O_RDWR | constants.O_NONBLOCK)
  try {
    return await use(file)
  } finally {
    await closeFile(file)
  }
}

/** The kernel takes one report, and the next when the computer has fetched that one. */
async function writeReport(file: number, report: Uint8Array): Promise<boolean> {
  for (let tries = 0; tries < 400; tries += 1) {
    try {
      await writeTo(file, report, 0, report.length, null)
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return false
      await wait(5)
    }
  }
  return false
}

async function readReport(file: number): Promise<Uint8Array<ArrayBuffer>> {
  const buffer = new Uint8Array(64)
  const { bytesRead } = await readFrom(file, buffer, 0, buffer.length, null)
  return buffer.slice(0, bytesRead)
}
