import type { PrinterCondition } from './printer-condition.ts'

/** The answer to `~HQES`: what a printer says of its own errors and warnings. */
export interface ErrorStatus {
  /** What keeps the printer from printing; empty when it reports no error. */
  readonly conditions: readonly PrinterCondition[]
  /** What somebody should see to soon. */
  readonly warnings: readonly PrinterWarning[]
  /** The two lines as sent, one after the other, for the evidence. */
  readonly text: string
}

/** What a printer prints on with. */
export type PrinterWarning = 'calibrate-media' | 'clean-head' | 'replace-head' | 'paper-near-end'

/** Nibbles 8 to 1 of the errors. The jam's bits are those of its presenter and its feed, by the guide on kiosk models alone. */
const ERRORS: readonly (readonly [mask: number, condition: PrinterCondition])[] = [
  [0x1, 'paper-out'],
  [0x2, 'ribbon-out'],
  [0x4, 'head-open'],
  [0x8, 'cutter-fault'],
  [0x10, 'head-too-hot'],
  [0x20, 'motor-too-hot'],
  [0x40, 'head-element-bad'],
  [0x80, 'head-not-recognised'],
  [0x100, 'firmware-unusable'],
  [0x200, 'head-sensor-broken'],
  [0x2_f000, 'paper-jam'],
  [0xc_0000, 'mark-not-found'],
  // By the guide on kiosk models alone; others were seen to set it too, with each error.
  [0x1_0000, 'paused']
]

const WARNINGS: readonly (readonly [mask: number, warning: PrinterWarning])[] = [
  [0x1, 'calibrate-media'],
  [0x2, 'clean-head'],
  [0x4, 'replace-head'],
  [0x8, 'paper-near-end']
]

const KNOWN_ERRORS = ERRORS.reduce((known, [mask]) => known | mask, 0)

/** A flag, and then in hexadecimal nibbles 16 to 9 and 8 to 1. */
const LINE = (name: string): RegExp => new RegExp(`${name}:\\s+([01])\\s+([0-9A-F]{8})\\s+([0-9A-F]{8})`, 'i')
const ERROR_LINE = LINE('ERRORS')
const WARNING_LINE = LINE('WARNINGS')

/**
 * Reads an answer, with or without its framing (ZPL II guide, "Host Query", `~HQES`): a heading, and then a line each
 * for errors and for warnings.
 *
 *     PRINTER STATUS
 *     ERRORS:         1 00000000 00010001
 *     WARNINGS:       0 00000000 00000000
 *
 * Absent where there is no line of errors; clones answer something else or nothing. An error without a name here, and
 * one in the nibbles that the guide has no use for, is still an error.
 */
export function parseErrorStatus(reply: string): ErrorStatus | undefined {
  const errors = ERROR_LINE.exec(reply)
  if (!errors) return undefined
  const warnings = WARNING_LINE.exec(reply)
  return {
    conditions: conditionsOf(errors),
    warnings: warnings?.[1] === '1' ? named(WARNINGS, bitsOf(warnings)) : [],
    text: [errors, warnings]
      .map((line) => line?.[0].replaceAll(/\s+/g, ' ') ?? '')
      .join(' ')
      .trim()
  }
}

function conditionsOf(line: RegExpExecArray): readonly PrinterCondition[] {
  const [, flag, higher] = line
  const bits = bitsOf(line)
  const isOther =
    (flag === '1' && bits === 0) || Number.parseInt(higher ?? '', 16) !== 0 || (bits & ~KNOWN_ERRORS) !== 0
  return [...named(ERRORS, bits), ...(isOther ? (['other-fault'] as const) : [])]
}

function bitsOf([, , , lower = '']: RegExpExecArray): number {
  return Number.parseInt(lower, 16)
}

function named<Name>(names: readonly (readonly [mask: number, name: Name])[], bits: number): readonly Name[] {
  return names.filter(([mask]) => (bits & mask) !== 0).map(([, name]) => name)
}
