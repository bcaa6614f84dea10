import type { HidInfo } from '../hid/port.ts'
import { WITH_AIM, WITHOUT_AIM } from './report-layout.ts'
import type { ReportLayout } from './report-layout.ts'

/** What sets one maker's scanners apart. What is not said here, the device's report descriptor tells. */
export interface ScannerMaker {
  readonly vendorId: number
  readonly name: string
  readonly layout?: ReportLayout
  /** Identifiers under which answers to commands come, in the same reports as scans. */
  readonly answers?: readonly string[]
  /** Feature report that has to be sent before scans come; it begins with the report id. */
  readonly featureAtOpen?: readonly number[]
}

/**
 * Makers whose scanners are known by their USB vendor id.
 *
 * To add one, add a line here and run `node scripts/udev-rules.ts`. A scanner of an unknown maker works as well: it is
 * found by its usage, and only the permission on Linux has to be given by hand.
 */
export const SCANNER_MAKERS: readonly ScannerMaker[] = [
  // Report 254 switches scan reports on; text answers come as ]X0, results of commands as ]Z6.
  { vendorId: 0x0c2e, name: 'Honeywell', layout: WITH_AIM, answers: [']X0', ']Z6'], featureAtOpen: [254, 1] },
  { vendorId: 0x23d0, name: 'Youjie', layout: WITH_AIM, answers: [']X0', ']Z6'], featureAtOpen: [254, 1] },
  { vendorId: 0x1eab, name: 'Newland', layout: WITHOUT_AIM },
  { vendorId: 0x05e0, name: 'Zebra' },
  { vendorId: 0x05f9, name: 'Datalogic' },
  { vendorId: 0x0536, name: 'Hand Held Products' },
  { vendorId: 0x065a, name: 'Opticon' },
  { vendorId: 0x067e, name: 'Intermec' }
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

export function makerOf({ vendorId }: HidInfo): ScannerMaker | undefined {
  return SCANNER_MAKERS.find((maker) => maker.vendorId === vendorId)
}

/** What the device is called on screen: its maker and its own name. */
export function nameOf(info: HidInfo): string {
  const maker = makerOf(info)?.name ?? info.manufacturer
  const product = info.product ?? `scanner ${hexadecimal(info.vendorId)}:${hexadecimal(info.productId)}`
  return maker && !product.toLowerCase().includes(maker.toLowerCase()) ? `${maker} ${product}` : product
}

/**
 * Which device a scanner of the settings is: `vvvv:pppp` names the vendor and product id in hexadecimal, anything else is
 * the serial number of the device.
 */
export function isSelected(info: HidInfo, device: string): boolean {
  const ids = `${hexadecimal(info.vendorId)}:${hexadecimal(info.productId)}`
  return device.toLowerCase() === ids || (info.serialNumber !== null && device === info.serialNumber)
}

export function hexadecimal(id: number): string {
  return id.toString(16).padStart(4, '0')
}
