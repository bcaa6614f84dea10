import { isScannedData, layoutOfReport } from './report-layout.ts'
import type { ReportLayout } from './report-layout.ts'
import { MAX_SCAN_BYTES } from './scanner.ts'
import type { Suffix } from './scanner.ts'

export interface ReportProfile {
  readonly layout: ReportLayout | 'detect'
  /**
   * Identifiers under which the scanner answers commands, in the same reports as scans. The station sends no command that
   * is answered so: what comes under one was asked for by a set-up code, or is a code without an identifier of its own.
   */
  readonly answers: readonly string[]
  /** What the scanner sends after the data and is taken off, once; absent for whichever it is. */
  readonly suffix: Suffix | undefined
}

export type ReportReading =
  | { readonly kind: 'scan'; readonly aim: string | null; readonly bytes: Uint8Array }
  | { readonly kind: 'incomplete' | 'over-long' | 'answer'; readonly bytes: Uint8Array }

/** The longest that the next report of the same symbol may take. */
export const CONTINUATION_MS = 500

/** What comes within this time after a symbol was given up may be its late rest: only then is it sure to be another. */
export const REST_MS = 1000

export interface ReportReader {
  /** Takes one input report and gives what it completed or broke; other reports of the device are ignored. */
  push(report: Uint8Array): readonly ReportReading[] | 'ignored'
  /** Whether a symbol has begun whose other reports have not come. */
  isWaiting(): boolean
  /**
   * Ends a symbol that has begun; for when {@link CONTINUATION_MS} are over. It is whole where nothing promised more, else
   * it is given up, and what ends next is then not whole either.
   */
  abandon(): ReportReading | undefined
  /** What comes from now on is a symbol of its own; for when {@link REST_MS} are over as well. */
  forgetAbandoned(): void
}

interface Begun {
  readonly layout: ReportLayout
  readonly aim: string | null
  readonly data: number[]
}

/** Puts the symbols of a HID POS scanner together from its reports. */
export function createReportReader(profile: ReportProfile): ReportReader {
  let begun: Begun | undefined
  let mayBeRest = false

  function giveUp({ data }: Begun): ReportReading {
    begun = undefined
    return { kind: 'incomplete', bytes: Uint8Array.from(data.slice(0, MAX_SCAN_BYTES)) }
  }

  function complete(ended: Begun): readonly ReportReading[] {
    const { aim, data } = ended
    const isRest = mayBeRest
    mayBeRest = false
    if (data.length === 0) return []
    if (isRest) return [giveUp(ended)]
    if (data.length > MAX_SCAN_BYTES) {
      return [{ kind: 'over-long', bytes: Uint8Array.from(data.slice(0, MAX_SCAN_BYTES)) }]
    }
    if (aim !== null && profile.answers.includes(aim)) return [{ kind: 'answer', bytes: Uint8Array.from(data) }]
    return [{ kind: 'scan', aim, bytes: withoutSuffix(Uint8Array.from(data), profile.suffix) }]
  }

  return {
    push(report) {
      if (!begun && profile.layout === 'detect' && !isScannedData(report)) return 'ignored'
      const layout = begun?.layout ?? (profile.layout === 'detect' ? layoutOfReport(report) : profile.layout)
      if (layout.reportId !== null && report[0] !== layout.reportId) return 'ignored'
      const aim = aimOf(report, layout)
      // What carries another identifier is another symbol: the one before it has lost its end.
      const broken = begun && aim !== null && aim !== begun.aim ? giveUp(begun) : undefined
      const current: Begun = begun ?? { layout, aim, data: [] }
      if (current.data.length <= MAX_SCAN_BYTES) current.data.push(...dataOf(report, layout))
      const isContinued = promisesMore(report, layout)
      begun = isContinued ? current : undefined
      return [...(broken ? [broken] : []), ...(isContinued ? [] : complete(current))]
    },
    isWaiting: () => begun !== undefined,
    abandon() {
      const ended = begun
      if (!ended) return undefined
      if (ended.layout.continued === null) {
        begun = undefined
        return complete(ended)[0]
      }
      mayBeRest = true
      return giveUp(ended)
    },
    forgetAbandoned() {
      if (!begun) mayBeRest = false
    }
  }
}

function promisesMore(report: Uint8Array, { continued, lengthAt, capacity }: ReportLayout): boolean {
  if (continued === null) return (report[lengthAt] ?? 0) >= capacity
  return ((report.at(continued.at) ?? 0) & continued.mask) !== 0
}

function aimOf(report: Uint8Array, layout: ReportLayout): string | null {
  if (layout.aimAt === null) return null
  const text = String.fromCharCode(...report.subarray(layout.aimAt, layout.aimAt + 3))
  return /^\][A-Za-z][0-9A-Za-z]$/.test(text) ? text : null
}

function dataOf(report: Uint8Array, layout: ReportLayout): Uint8Array {
  const length = Math.min(report[layout.lengthAt] ?? 0, layout.capacity)
  return report.subarray(layout.dataAt, layout.dataAt + length)
}

const CARRIAGE_RETURN = 0x0d
const LINE_FEED = 0x0a
const TAB = 0x09

function withoutSuffix(bytes: Uint8Array, suffix: Suffix | undefined): Uint8Array {
  const last = bytes.at(-1)
  const mayBeEnter = suffix === undefined || suffix === 'enter'
  if (mayBeEnter && last === LINE_FEED && bytes.at(-2) === CARRIAGE_RETURN) return bytes.slice(0, -2)
  if (mayBeEnter && (last === CARRIAGE_RETURN || last === LINE_FEED)) return bytes.slice(0, -1)
  if ((suffix === undefined || suffix === 'tab') && last === TAB) return bytes.slice(0, -1)
  return bytes
}
