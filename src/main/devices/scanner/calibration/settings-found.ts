import { SEPARATORS } from '../../../../core/barcode/calibration-symbol.ts'
import { DEFAULT_MAX_GAP_MS } from '../keyboard-settings.ts'
import type { LayoutId } from '../layouts/layouts.ts'
import type { StreamSuffix } from '../stream-reader.ts'
import type { SeparatorSettings } from '../separator-settings.ts'
import type { CalibrationFindings } from './findings.ts'

/** What of `station.json` one calibration settles; what is absent goes out of the entry. */
export interface CalibratedSettings {
  readonly layout?: LayoutId
  readonly letterCase?: 'swapped'
  readonly prefix?: string
  readonly trailer?: string
  readonly suffix?: StreamSuffix
  readonly separators?: SeparatorSettings
  readonly maxGapMs?: number
}

/** The keys of a scanner's entry that a calibration has the say over. */
export const CALIBRATED_KEYS = [
  'layout',
  'letterCase',
  'prefix',
  'trailer',
  'suffix',
  'separators',
  'maxGapMs'
] as const satisfies readonly (keyof CalibratedSettings)[]

/** The longest prefix and trailer that the settings take. */
export const MAX_AFFIX = 16

/**
 * Patience with a scanner: so much more than its own gaps. It is never less than with scanners that are not calibrated,
 * since another one may type as well, and never so much that a person's typing would be waited for.
 */
const PATIENCE_MS = 10
export const MOST_GAP_MS = 60

/** What the settings of this scanner have to say so that its scans come out right. */
export function settingsFound(findings: CalibrationFindings): CalibratedSettings {
  const { layout, letterCase, prefix, isPrefixFirst, pace } = findings
  const { suffix, trailer } = endFound(findings)
  const separators = separatorSettings(findings)
  const isPrefixTaken = prefix !== '' && prefix.length <= MAX_AFFIX && isPrefixFirst && !mayBeCodeIdentifier(prefix)
  return {
    ...(layout?.kind === 'known' && layout.id !== 'us' ? { layout: layout.id } : {}),
    ...(layout?.kind === 'known' && letterCase === 'swapped' && !findings.hasCapsLock ? { letterCase } : {}),
    ...(isPrefixTaken ? { prefix } : {}),
    ...(trailer !== '' && trailer.length <= MAX_AFFIX ? { trailer } : {}),
    ...(suffix === undefined ? {} : { suffix }),
    ...(separators ? { separators } : {}),
    ...(pace ? { maxGapMs: patienceFor(pace.longestGapMs) } : {})
  }
}

/** Makers have letters and digits for each kind of symbol, such as `w` or `P00`: the next kind comes with others. */
export function mayBeCodeIdentifier(prefix: string): boolean {
  return /^[A-Za-z0-9]+$/.test(prefix)
}

/** What ends a scan, and what comes before that: the mark of a stream that ended in silence is the last of what came. */
function endFound({ type, ending, trailer }: CalibrationFindings): Pick<CalibratedSettings, 'suffix'> & {
  readonly trailer: string
} {
  const isStream = type === 'tcp' || type === 'serial'
  if (isStream && ending === 'none' && trailer.endsWith('\t')) return { suffix: 'tab', trailer: trailer.slice(0, -1) }
  if (isStream && ending === 'none' && trailer.endsWith('\x03')) return { suffix: 'etx', trailer: trailer.slice(0, -1) }
  switch (ending) {
    case 'enter':
    case 'tab':
    case 'etx':
    case 'none':
      return { suffix: ending, trailer }
    case 'silence':
      return { suffix: 'none', trailer }
    default:
      return { trailer }
  }
}

function separatorSettings({ separators }: CalibrationFindings): SeparatorSettings | undefined {
  const said = SEPARATORS.flatMap(({ name }): (readonly [string, string])[] => {
    const finding = separators[name]
    if (finding.kind === 'text') return [[name, finding.text]]
    return finding.kind === 'key' ? [[name, `key:${finding.code}`]] : []
  })
  return said.length === 0 ? undefined : Object.fromEntries(said)
}

function patienceFor(longestGapMs: number): number {
  return Math.min(MOST_GAP_MS, Math.max(DEFAULT_MAX_GAP_MS, Math.ceil(longestGapMs) + PATIENCE_MS))
}
