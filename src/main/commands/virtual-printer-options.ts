import { StationError } from '../../core/errors.ts'
import type { Dpi } from '../../labels/media.ts'

/** The options of `dockside virtual-printer` as they were written. */
export interface VirtualPrinterWords {
  readonly port: string
  readonly host: string
  readonly control?: string
  readonly discovery?: string
  readonly folder?: string
  readonly pictures?: boolean
  readonly speed?: string
  readonly width: string
  readonly height: string
  readonly dpi: string
  readonly buffer?: string
  readonly serial?: string
  readonly model?: string
  readonly variables: string
  readonly countsTorn?: boolean
  readonly mutedByFaults?: boolean
  readonly others: string
  readonly idleTimeout?: string
  readonly mischief?: string
  readonly longest: string
  readonly seed?: string
  readonly attended?: string
}

const DPIS: readonly Dpi[] = [203, 300, 600]
const VARIABLES = ['all', 'no-odometer', 'none'] as const
const OTHERS = ['wait', 'refused'] as const

/** What they mean. Throws `usage` with the option, what was given and what is allowed. */
export function readVirtualPrinterOptions(words: VirtualPrinterWords) {
  if (words.pictures && words.folder === undefined) {
    throw new StationError('usage', '--pictures needs a --folder to put them into.')
  }
  return {
    host: words.host,
    port: wholeNumberOf('--port', words.port, 0, 65_535),
    control: words.control === undefined ? undefined : wholeNumberOf('--control', words.control, 0, 65_535),
    discovery: words.discovery === undefined ? undefined : wholeNumberOf('--discovery', words.discovery, 0, 65_535),
    folder: words.folder,
    pictures: words.pictures === true,
    speedIps: words.speed === undefined ? undefined : numberOf('--speed', words.speed, 0.1, 1_000),
    media: {
      widthMm: numberOf('--width', words.width, 10, 300),
      heightMm: numberOf('--height', words.height, 5, 1_000),
      dpi: dpiOf(words.dpi)
    },
    bufferBytes: words.buffer === undefined ? undefined : numberOf('--buffer', words.buffer, 1, 100_000) * 1_024,
    uniqueId: words.serial,
    model: words.model,
    variables: oneOf('--variables', words.variables, VARIABLES),
    countsTorn: words.countsTorn === true,
    mutedByFaults: words.mutedByFaults === true,
    others: oneOf('--others', words.others, OTHERS),
    idleTimeoutMs: numberOf('--idle-timeout', words.idleTimeout ?? '0', 0, 86_400) * 1_000,
    everyLabels: words.mischief === undefined ? undefined : wholeNumberOf('--mischief', words.mischief, 1, 1_000_000),
    longestMs: numberOf('--longest', words.longest, 1, 3_600_000),
    seed: words.seed === undefined ? undefined : wholeNumberOf('--seed', words.seed, 0, 2 ** 31),
    patienceMs: words.attended === undefined ? undefined : numberOf('--attended', words.attended, 1, 3_600_000)
  }
}

function numberOf(option: string, text: string, least: number, most: number): number {
  const value = /^\d{1,10}(\.\d{1,4})?$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new StationError('usage', `${option} ${text}: give a number from ${least} to ${most}.`)
}

function wholeNumberOf(option: string, text: string, least: number, most: number): number {
  const value = numberOf(option, text, least, most)
  if (Number.isInteger(value)) return value
  throw new StationError('usage', `${option} ${text}: give a whole number from ${least} to ${most}.`)
}

function dpiOf(text: string): Dpi {
  const found = DPIS.find((dpi) => String(dpi) === text)
  if (found === undefined) throw new StationError('usage', `--dpi ${text}: choose one of ${DPIS.join(', ')}.`)
  return found
}

function oneOf<T extends string>(option: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === text)
  if (found === undefined) throw new StationError('usage', `${option} ${text}: choose one of ${allowed.join(', ')}.`)
  return found
}
