import type { PrinterCondition, PrinterWarning } from './printer-condition.ts'

/** What a printer reports in bits: the answer to `~HQES`, or the value of `zpl.system_status`. */
export interface ErrorFlags {
  readonly conditions: readonly PrinterCondition[]
  readonly warnings: readonly PrinterWarning[]
}

/** ZPL II guide, "Host Query", `ES`, group 1. Printers of all models report the pause, though the guide names it for one. */
const ERRORS: readonly (readonly [mask: number, condition: PrinterCondition])[] = [
  [0x1, 'paper-out'],
  [0x2, 'ribbon-out'],
  [0x4, 'head-open'],
  [0x8, 'cutter-stuck'],
  [0x10, 'head-too-hot'],
  [0x20, 'motor-too-hot'],
  [0xc0, 'head-broken'],
  [0x100, 'firmware-invalid'],
  [0x200, 'head-broken'],
  [0x1_0000, 'paused'],
  [0x2_f000, 'paper-jammed'],
  [0xc_0000, 'mark-not-found']
]

const WARNINGS: readonly (readonly [mask: number, warning: PrinterWarning])[] = [
  [0x1, 'calibrate-media'],
  [0x2, 'clean-head'],
  [0x4, 'replace-head'],
  [0x8, 'paper-low']
]

/** States of the paper path's sensors, which kiosk printers report among the warnings. */
const SENSOR_STATES = 0xff0

/** Reads the answer to `~HQES`; absent when it is none. */
export function parseErrorFlags(reply: string): ErrorFlags | undefined {
  const errors = /ERRORS:\s+([01])\s+([0-9A-F]{8})\s+([0-9A-F]{8})/i.exec(reply)
  const warnings = /WARNINGS:\s+([01])\s+([0-9A-F]{8})\s+([0-9A-F]{8})/i.exec(reply)
  return errors && warnings ? flagsOf(errors.slice(1), warnings.slice(1)) : undefined
}

/**
 * Reads the value of `zpl.system_status`: pause, then flag and two groups of errors, then of warnings.
 *
 * Absent when it is none. Some firmware puts each item in quotes of its own.
 */
export function parseSystemStatus(value: string): ErrorFlags | undefined {
  const text = value.replaceAll('"', '').trim()
  if (!/^[01](?:\s*,\s*[01](?:\s*,\s*[0-9A-F]{8}){2}){2}$/i.test(text)) return undefined
  const [paused, ...groups] = text.split(',').map((item) => item.trim())
  const flags = flagsOf(groups.slice(0, 3), groups.slice(3))
  if (paused !== '1' || flags.conditions.includes('paused')) return flags
  return { ...flags, conditions: [...flags.conditions, 'paused'] }
}

/** Each list: the flag, group 2 and group 1. */
function flagsOf(errors: readonly string[], warnings: readonly string[]): ErrorFlags {
  const conditions = namesOf(errors, ERRORS, 0, 'other-fault')
  return { conditions, warnings: namesOf(warnings, WARNINGS, SENSOR_STATES, 'other-warning') }
}

function namesOf<Name>(
  [flag = '', group2 = '', group1 = '']: readonly string[],
  known: readonly (readonly [mask: number, name: Name])[],
  harmless: number,
  other: Name
): readonly Name[] {
  const bits = Number.parseInt(group1, 16)
  const names = new Set(known.filter(([mask]) => (bits & mask) !== 0).map(([, name]) => name))
  const explained = known.reduce((mask, [more]) => mask | more, harmless)
  const unexplained = (bits & ~explained) !== 0 || Number.parseInt(group2, 16) !== 0
  if (unexplained || (flag === '1' && bits === 0)) names.add(other)
  return [...names]
}
