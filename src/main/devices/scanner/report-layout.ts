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
  /**
   * The flag that says that more reports follow; its byte may be counted from the end of the report, as -1 and so on.
   * Null where there is none: then a full report may be followed by another.
   */
  readonly continued: { readonly at: number; readonly mask: number } | null
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

/** Microscan: nothing but data behind the length, so that no flag has a place (its report id is 1). */
const ALL_DATA: ReportLayout = { ...WITHOUT_AIM, capacity: 62, continued: null }

const RIGHT_BRACKET = 0x5d

/**
 * Tells the layout from one report, for devices that neither their descriptor nor their maker tells of; the report id is
 * the report's own.
 *
 * A `]` in the first place is either an identifier apart from the data or the beginning of data that counts it: the
 * length tells, since the data would end three bytes earlier in the second case and zeros fill the rest.
 */
export function layoutOfReport(report: Uint8Array): ReportLayout {
  return { ...kindOfReport(report), reportId: report[0] ?? WITH_AIM.reportId }
}

function kindOfReport(report: Uint8Array): ReportLayout {
  const counted = report[WITH_AIM.lengthAt] ?? 0
  if (counted > WITH_AIM.capacity && counted <= ALL_DATA.capacity) return ALL_DATA
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

/** What every scanned data report has at least: 56 bytes of data, their number and an identifier or room for one. */
const SHORTEST = 60
/** Behind the data: the code's own number, reserved bytes and the flag. */
const TRAILING = 6

/**
 * Whether a report is one of scanned data, where nothing tells its id: other reports of a device, such as that of its
 * battery, are shorter or are not filled up with zeros behind what their second byte counts.
 */
export function isScannedData(report: Uint8Array): boolean {
  if (report[0] === WITH_AIM.reportId) return true
  const length = report[WITH_AIM.lengthAt] ?? 0
  const { dataAt, capacity } = kindOfReport(report)
  if (report.length < SHORTEST || length === 0 || length > capacity) return false
  const end = dataAt + length
  return report[end - 1] !== 0 && report.subarray(end, report.length - TRAILING).every((byte) => byte === 0)
}
