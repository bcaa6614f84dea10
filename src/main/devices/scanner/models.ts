import type { HidInfo } from '../hid/port.ts'
import type { UsbIdentity } from '../usb-identity.ts'
import { WITH_AIM, WITHOUT_AIM } from './report-layout.ts'
import type { ReportLayout } from './report-layout.ts'

/** What sets one maker's scanners apart. */
export interface ScannerMaker {
  readonly vendorId: number
  readonly name: string
  /** That of its usual models, where the device's report descriptor cannot be had; absent where that is not known. */
  readonly layout?: ReportLayout
  /** Identifiers under which answers to commands come, in the same reports as scans. */
  readonly answers?: readonly string[]
  /** Feature report that has to be sent before scans come; it begins with the report id. */
  readonly featureAtOpen?: readonly number[]
  readonly toHidPos: ToHidPos
}

/** How a scanner is switched to HID POS by scanning a symbol. */
export interface ToHidPos {
  /** What a Code 128 has to say for it, `^FNC3` being the function character; absent where the maker's code is not known. */
  readonly symbol?: string
  /** Where the manual has the symbol, and what it is called there. */
  readonly manual: string
  readonly note?: string
}

/**
 * Honeywell's manuals list the terminal (interface) 131 as HID POS and end a command that is to last with a full stop
 * (user's guides of the 1300g and 3310g, interface and terminal ids; serial programming commands). FNC3 makes a Code 128
 * an instruction to the reader (ISO/IEC 15417, 4.3.4.2 d).
 */
const HONEYWELL_TO_HID_POS: ToHidPos = {
  symbol: '^FNC3TERMID131.',
  manual: 'user’s guide, “Programming the Interface”, USB HID: “USB HID Bar Code Scanner” (PAP131)'
}

/**
 * Makers whose scanners are known by their USB vendor id.
 *
 * To add one, add a line here and run `node scripts/udev-rules.ts`. A scanner of an unknown maker works as well: it is
 * found by its usage, and only the permission on Linux has to be given by hand.
 */
export const SCANNER_MAKERS: readonly ScannerMaker[] = [
  // Report 254 switches scan reports on; text answers come as ]X0, results of commands as ]Z6.
  {
    vendorId: 0x0c2e,
    name: 'Honeywell',
    layout: WITH_AIM,
    answers: [']X0', ']Z6'],
    featureAtOpen: [254, 1],
    toHidPos: HONEYWELL_TO_HID_POS
  },
  {
    vendorId: 0x23d0,
    name: 'Youjie',
    layout: WITH_AIM,
    answers: [']X0', ']Z6'],
    featureAtOpen: [254, 1],
    toHidPos: { manual: 'user’s guide, interface chapter: “USB HID POS”' }
  },
  {
    vendorId: 0x1eab,
    name: 'Newland',
    layout: WITHOUT_AIM,
    toHidPos: {
      manual: 'user’s guide, “USB Interface”, “HID-POS”',
      note: 'Scan “Code Programming ON” (Enter Setup) before it and “OFF” (Exit Setup) after it, from the same page.'
    }
  },
  {
    vendorId: 0x05e0,
    name: 'Zebra',
    toHidPos: {
      manual: 'product reference guide, “USB Interface”, “USB Device Type”: “USB HID POS”',
      note: 'Models before 2019 need newer firmware for it. “IBM Hand-Held USB” (OPOS) is something else, which the station cannot read.'
    }
  },
  {
    vendorId: 0x05f9,
    name: 'Datalogic',
    toHidPos: {
      manual: 'product reference guide, “Interface Selection”, USB: “HID POS” (some guides: “USB-HID-POS”)',
      note: 'Older models have “USB-OEM” alone, which is IBM’s and which the station cannot read: leave those on “USB Keyboard”, or use “USB-COM”.'
    }
  },
  {
    vendorId: 0x0536,
    name: 'Hand Held Products',
    toHidPos: { manual: '“USB Interfaces User’s Guide”, “HID POS Interface”, page 1-11' }
  },
  {
    vendorId: 0x065a,
    name: 'Opticon',
    toHidPos: { manual: 'menu book, interface chapter: “USB-HID” or “HID POS”, where the model has it' }
  },
  { vendorId: 0x067e, name: 'Intermec', toHidPos: { manual: 'user’s guide, interface chapter: “USB HID POS”' } }
]

/** HID usage tables: page "Bar Code Scanner", usage "Bar Code Scanner". */
const BAR_CODE_PAGE = 0x8c
const BAR_CODE_SCANNER = 0x02
const GENERIC_DESKTOP_PAGE = 0x01
const KEYBOARD = 0x06

/** Whether it is the collection that scans come from; Honeywell's have another one, 0xFF8C, that none come from. */
export function isHidPos({ usagePage, usage }: HidInfo): boolean {
  return usagePage === BAR_CODE_PAGE && usage === BAR_CODE_SCANNER
}

export function isKeyboard({ usagePage, usage }: HidInfo): boolean {
  return usagePage === GENERIC_DESKTOP_PAGE && usage === KEYBOARD
}

export function makerOf({ vendorId }: UsbIdentity): ScannerMaker | undefined {
  return SCANNER_MAKERS.find((maker) => maker.vendorId === vendorId)
}

/** What the device is called on screen: its maker and its own name. */
export function nameOf(info: UsbIdentity): string {
  const maker = makerOf(info)?.name ?? info.manufacturer
  const product = info.product ?? `scanner ${hexadecimal(info.vendorId)}:${hexadecimal(info.productId)}`
  return maker && !product.toLowerCase().includes(maker.toLowerCase()) ? `${maker} ${product}` : product
}

/** The same, told apart from others of the model where it has a serial number. */
export function fullNameOf(info: UsbIdentity): string {
  return info.serialNumber === null ? nameOf(info) : `${nameOf(info)}, serial number ${info.serialNumber}`
}

/**
 * Which device a scanner of the settings is: `vvvv:pppp` names the vendor and product id in hexadecimal, anything else is
 * the serial number of the device.
 */
export function isSelected(info: UsbIdentity, device: string): boolean {
  const ids = `${hexadecimal(info.vendorId)}:${hexadecimal(info.productId)}`
  return device.toLowerCase() === ids || (info.serialNumber !== null && device === info.serialNumber)
}

/** How exactly the `device` of the settings names what is meant; a port counts as one unit. */
export function certaintyOf(device: string | undefined): 'any' | 'model' | 'unit' {
  if (device === undefined) return 'any'
  return /^[0-9a-f]{4}:[0-9a-f]{4}$/i.test(device) ? 'model' : 'unit'
}

export function hexadecimal(id: number): string {
  return id.toString(16).padStart(4, '0')
}
