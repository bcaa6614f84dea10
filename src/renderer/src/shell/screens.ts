/** The places of the window, in the order of the navigation. */
export const SCREENS = [
  'receiving',
  'assembly',
  'labels',
  'inventory',
  'counts',
  'trace',
  'issues',
  'parts',
  'scans',
  'settings'
] as const

export type Screen = (typeof SCREENS)[number]

export const SCREEN_TITLES: Readonly<Record<Screen, string>> = {
  receiving: 'Receiving',
  assembly: 'Building',
  labels: 'Labels',
  inventory: 'Inventory',
  counts: 'Counts',
  trace: 'Trace',
  issues: 'Issues',
  parts: 'Parts',
  scans: 'Scans',
  settings: 'Settings'
}

export interface KeyPress {
  readonly code: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

/**
 * The screen that Alt and a digit lead to.
 *
 * By the digits of the main row alone: keyboard scanners write control characters as Alt with digits of the number
 * pad, and as Ctrl with letters; AltGr reports Ctrl and Alt together.
 */
export function screenOfKey({ code, altKey, ctrlKey, metaKey, shiftKey }: KeyPress): Screen | undefined {
  if (!altKey || ctrlKey || metaKey || shiftKey) return undefined
  return SCREENS.find((screen) => code === `Digit${digitOf(screen)}`)
}

/** The digit that leads to a screen with Alt: in the order of the keys, 0 behind 9. */
export function digitOf(screen: Screen): number {
  return (SCREENS.indexOf(screen) + 1) % 10
}
