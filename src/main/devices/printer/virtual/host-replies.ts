/** What a printer is, as far as it tells. */
export interface MachineIdentity {
  readonly uniqueId: string
  readonly friendlyName: string
  readonly model: string
  readonly firmware: string
  readonly dotsPerMm: number
}

/** What keeps a printer from printing until a person sees to it. */
export type MachineCondition =
  'paper-out' | 'ribbon-out' | 'head-open' | 'paused' | 'paper-jam' | 'cutter-fault' | 'head-too-hot'

/** What cuts the label that moves in two, and has it printed again by `^JZ`. */
export const FAULTS: readonly MachineCondition[] = ['paper-out', 'ribbon-out', 'head-open']

/** What spoils the label that moves for good: the guide has `^JZ` for the others alone. A pause and a hot head let it come out whole. */
export const JAMS: readonly MachineCondition[] = ['paper-jam', 'cutter-fault']

/** How a printer stands at one moment. */
export interface MachineStatus {
  readonly conditions: ReadonlySet<MachineCondition>
  readonly partialFormat: boolean
  readonly bufferFull: boolean
  /** Formats received and not begun. */
  readonly formatsWaiting: number
  readonly labelsRemaining: number
  readonly labelLengthDots: number
  readonly totalLabelCount: number
}

/** The three strings of `~HS` (ZPL II Programming Guide, Host Status Return). */
export function hostStatusReply(status: MachineStatus): string {
  const { conditions } = status
  const first = [
    '030',
    flag(conditions.has('paper-out')),
    flag(conditions.has('paused') || JAMS.some((jam) => conditions.has(jam))),
    digits(status.labelLengthDots, 4),
    digits(status.formatsWaiting, 3),
    flag(status.bufferFull),
    '0',
    flag(status.partialFormat),
    '000',
    '0',
    '0',
    flag(conditions.has('head-too-hot'))
  ]
  const second = [
    '000',
    '0',
    flag(conditions.has('head-open')),
    flag(conditions.has('ribbon-out')),
    '0',
    '2',
    '6',
    '0',
    digits(status.labelsRemaining, 8),
    '1',
    '000'
  ]
  return [first, second, ['1234', '0']].map((fields) => `\x02${fields.join(',')}\x03\r\n`).join('')
}

/** The answer to `~HI`: model, firmware, dots per millimetre, memory, options. */
export function hostIdentificationReply(identity: MachineIdentity): string {
  return `\x02${identity.model},${identity.firmware},${identity.dotsPerMm},8192KB,X\x03\r\n`
}

/** The answer to `~HM`: total, largest and free memory in KB. */
export function memoryReply(): string {
  return '\x028192,8192,8192\x03\r\n'
}

/** The answer to `~HQES`: flag, group 2 and group 1 of errors and of warnings. */
export function extendedStatusReply(status: MachineStatus): string {
  const errors = errorBits(status.conditions)
  const line = (name: string, bits: number): string =>
    `${`   ${name}:`.padEnd(19)}${flag(bits !== 0)} 00000000 ${hexadecimal(bits)}`.padEnd(44)
  return `\x02\r\n\r\n${'  PRINTER STATUS'.padEnd(44)}\r\n${line('ERRORS', errors)}\r\n${line('WARNINGS', 0)}\r\n\x03`
}

/** `zpl.system_status`: pause, then flag and two groups of errors, then of warnings. */
export function systemStatus(conditions: ReadonlySet<MachineCondition>): string {
  const errors = errorBits(conditions)
  const error = `${flag(errors !== 0)},00000000,${hexadecimal(errors)}`
  return `${flag(conditions.has('paused'))},${error},0,00000000,00000000`
}

/** The answers to the other `~HQ`: serial number, hardware address, odometer, plug-and-play string, USB ids. */
export function hostQueryReply(what: string, identity: MachineIdentity, status: MachineStatus): string | undefined {
  switch (what) {
    case 'ES':
      return extendedStatusReply(status)
    case 'SN':
      return framedLines('SERIAL NUMBER', [identity.uniqueId])
    case 'HA':
      return framedLines('MAC ADDRESS', ['00:07:4D:00:00:00'])
    case 'OD':
      return framedLines('PRINT METERS', [`TOTAL NONRESETTABLE: ${status.totalLabelCount} LABELS`])
    case 'PP':
      return framedLines('PLUG AND PLAY MESSAGES', ['MFG: Virtual ;', 'CMD: ZPL;', `MDL: ${identity.model};`])
    case 'UI':
      return framedLines('USB INFORMATION', [`PID: 0000`, `RELEASE VERSION: 1.0`])
    default:
      return undefined
  }
}

/** The part of the answer to `^HH` that counts labels. */
export function configurationReply(identity: MachineIdentity, status: MachineStatus): string {
  const line = (value: string, name: string): string => `  ${value.padEnd(19)} ${name.padEnd(18)}\r\n`
  return `\x02${[
    line('+10.0', 'DARKNESS'),
    line('TEAR OFF', 'PRINT MODE'),
    line('<^> 5EH', 'CONTROL PREFIX'),
    line('<~> 7EH', 'FORMAT PREFIX'),
    line(String(status.labelLengthDots), 'LABEL LENGTH'),
    line(identity.firmware, 'FIRMWARE'),
    line(`${status.totalLabelCount} LABELS`, 'NONRESET CNTR')
  ].join('')}\x03`
}

function framedLines(title: string, lines: readonly string[]): string {
  return `\x02\r\n${[`  ${title}`, ...lines.map((line) => `   ${line}`)].join('\r\n')}\r\n\x03`
}

/** ZPL II Programming Guide, Host Query, `~HQES`, nibbles 8 to 1. The bit of a jam is that of the paper feed. */
const ERROR_BITS: Readonly<Record<MachineCondition, number>> = {
  'paper-out': 0x1,
  'ribbon-out': 0x2,
  'head-open': 0x4,
  'cutter-fault': 0x8,
  'head-too-hot': 0x10,
  'paper-jam': 0x4000,
  paused: 0x1_0000
}

function errorBits(conditions: ReadonlySet<MachineCondition>): number {
  return [...conditions].reduce((bits, condition) => bits | ERROR_BITS[condition], 0)
}

function flag(value: boolean): string {
  return value ? '1' : '0'
}

function digits(value: number, width: number): string {
  return String(Math.min(value, 10 ** width - 1)).padStart(width, '0')
}

function hexadecimal(bits: number): string {
  return bits.toString(16).toUpperCase().padStart(8, '0')
}
