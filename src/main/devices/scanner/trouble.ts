import { RULES_FILE } from './udev.ts'

/** What keeps one device that is plugged in from being a scanner of the station. */
export type ScannerTrouble =
  | { readonly kind: 'wrong-mode'; readonly device: string; readonly mode: 'keyboard' | 'other' }
  /** It is open and sends, and nothing of that is a scan. */
  | { readonly kind: 'unread'; readonly device: string }
  | { readonly kind: 'no-permission'; readonly device: string; readonly udevRule: string }
  | { readonly kind: 'failed'; readonly message: string }

export function describeTrouble(trouble: ScannerTrouble): string {
  switch (trouble.kind) {
    case 'wrong-mode':
      return trouble.mode === 'keyboard'
        ? `${trouble.device} acts as a keyboard: scan the set-up code "USB HID POS" from its manual`
        : `${trouble.device} is in another USB mode: scan the set-up code "USB HID POS" from its manual`
    case 'unread':
      return (
        `${trouble.device} sends what the station cannot read, so its scans are lost: ` +
        `set it to act as a keyboard or as a serial port (USB CDC), with the codes in its manual.`
      )
    case 'no-permission':
      return `${trouble.device} is there, but this user may not read it: Settings, Scanners has the command for it.`
    case 'failed':
      return trouble.message
  }
}

/** What somebody with administrator rights has to write where; undefined where that is not what is missing. */
export function permissionLine(trouble: ScannerTrouble): string | undefined {
  if (trouble.kind !== 'no-permission') return undefined
  return `It puts this line into ${RULES_FILE}; plug the scanner in again then.\n${trouble.udevRule}`
}
