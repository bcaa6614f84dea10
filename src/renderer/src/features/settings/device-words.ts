import type { DeviceHealth } from '../../../../ipc/views.ts'

export const HEALTH_TITLES: Readonly<Record<DeviceHealth, string>> = {
  ready: 'Ready',
  waiting: 'Waits',
  fault: 'Needs help',
  off: 'Off'
}

export const SCANNER_TYPE_WORDS: ReadonlyMap<string, string> = new Map([
  ['hid-pos', 'USB scanner (HID POS)'],
  ['serial', 'Serial scanner (COM, USB CDC)'],
  ['keyboard', 'Keyboard scanner'],
  ['tcp', 'Network scanner (TCP)']
])

export const TRANSPORT_WORDS: ReadonlyMap<string, string> = new Map([
  ['tcp', 'Network (TCP)'],
  ['usb', 'USB'],
  ['queue', 'Print queue of the system'],
  ['virtual', 'Virtual, built in']
])

export const LABEL_KIND_WORDS: ReadonlyMap<string, string> = new Map([
  ['unit', 'Unit labels'],
  ['lot', 'Lot labels'],
  ['location', 'Place and command labels']
])
