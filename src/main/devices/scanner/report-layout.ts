/** Where a scanned data report (HID POS usage tables, page 0x8C, usage 0x12) holds what. Offsets count the report id's byte. */
export interface ReportLayout {
  /** Null on devices whose reports are not numbered. */
  readonly reportId: number | null
  readonly lengthAt: number
  /** The symbology identifier: its three characters `]`, letter and modifier. Null where the layout has no place for it. */
  readonly aimAt: number | null
  readonly dataAt: number
  /** How many bytes of data one report holds at most. */
  readonly capacity: number
  /** The flag that says that more reports follow; its byte may be counted from the end of the report, as -1 and so on. */
  readonly continued: { readonly at: number; readonly mask: number }
}

const LAST_BIT = { at: -1, mask: 1 } as const

/** Honeywell and most others: identifier, then data. */
export const WITH_AIM: ReportLayout = {
  reportId: 2,
  lengthAt: 1,
  aimAt: 2,
  dataAt: 5,
  capacity: 56,
  continued: LAST_BIT
}

/** The same, one byte later: some devices have a length of two bytes. */
export const WITH_AIM_SHIFTED: ReportLayout = { ...WITH_AIM, aimAt: 3, dataAt: 6 }

/** Newland, Unitech and others: an identifier, where the scanner sends one, is the first of the data and counted. */
export const WITHOUT_AIM: ReportLayout = {
  reportId: 2,
  lengthAt: 1,
  aimAt: null,
  dataAt: 2,
  capacity: 56,
  continued: LAST_BIT
}

const RIGHT_BRACKET = 0x5d

/**
 * Tells the layout from one report, for devices that neither their model nor their descriptor tells of.
 *
 * A `]` in the first place is either an identifier apart from the data or the beginning of data that counts it: the
 * length tells, since the data would end three bytes earlier in the second case and zeros fill the rest.
 */
export function layoutOfReport(report: Uint8Array): ReportLayout {
  const length = Math.min(report[WITH_AIM.lengthAt] ?? 0, WITH_AIM.capacity)
  const first = report[2] ?? 0
  if (first === RIGHT_BRACKET) {
    const beyondCounted = report.subarray(WITHOUT_AIM.dataAt + length, WITH_AIM.dataAt + length)
    return beyondCounted.some((byte) => byte !== 0) ? WITH_AIM : WITHOUT_AIM
  }
  if (first === 0 && report[3] === RIGHT_BRACKET) return WITH_AIM_SHIFTED
  if (first === 0 && report[3] === 0 && report[4] === 0) return WITH_AIM
  return WITHOUT_AIM
}
