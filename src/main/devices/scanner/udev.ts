import { hexadecimal } from './models.ts'
import type { ScannerMaker } from './models.ts'

/** Where rules of the computer's own stand; the name sorts before `73-seat-late.rules`, where systemd acts on the tag. */
export const RULES_FILE = '/etc/udev/rules.d/70-dockside.rules'

/** What somebody with administrator rights has to do so that the devices of a rule may be read, at once and from then on. */
export function permissionFor(rule: string): {
  readonly file: string
  readonly rule: string
  readonly command: string
} {
  const command = [
    `echo '${rule}' | sudo tee -a ${RULES_FILE}`,
    'sudo udevadm control --reload',
    'sudo udevadm trigger --subsystem-match=hidraw --subsystem-match=tty --action=add'
  ].join(' && ')
  return { file: RULES_FILE, rule, command }
}

/** The line that lets the person at the screen read the HID devices of one maker (udev, systemd's `uaccess`). */
export function udevRuleOf(vendorId: number): string {
  return `KERNEL=="hidraw*", ATTRS{idVendor}=="${hexadecimal(vendorId)}", TAG+="uaccess"`
}

/**
 * The same for serial ports (`cdc_acm` and converters). ModemManager asks each new port whether it is a modem, and would
 * hold this one for half a minute.
 */
export function serialUdevRuleOf(vendorId: number): string {
  return `SUBSYSTEM=="tty", ATTRS{idVendor}=="${hexadecimal(vendorId)}", TAG+="uaccess", ENV{ID_MM_PORT_IGNORE}="1"`
}

/**
 * The rules file for all known makers of scanners, and for printers.
 *
 * Its name must sort before `73-seat-late.rules`, where systemd acts on the tag.
 */
export function udevRules(makers: readonly ScannerMaker[]): string {
  const rules = makers.flatMap(({ vendorId, name }) => [
    '',
    `# ${name}`,
    udevRuleOf(vendorId),
    serialUdevRuleOf(vendorId)
  ])
  return [...HEADER, ...rules, ...PRINTERS, ''].join('\n')
}

/** Printers of whatever maker, with the kernel's own driver and without: what they are is asked of them. */
const PRINTERS = [
  '',
  '# Label printers',
  'SUBSYSTEM=="usbmisc", KERNEL=="lp*", TAG+="uaccess"',
  'SUBSYSTEM=="usb", ENV{DEVTYPE}=="usb_device", ENV{ID_USB_INTERFACES}=="*:0701??:*", TAG+="uaccess"'
]

const HEADER = [
  '# Lets the person at the screen use bar code scanners in HID POS or serial mode and printers. Made by scripts/udev-rules.ts.',
  '# Put it into /etc/udev/rules.d, run `udevadm control --reload` as administrator and plug the device in again.',
  '# A station that runs as a service needs MODE="0660", GROUP="plugdev" in place of the tag.'
]
