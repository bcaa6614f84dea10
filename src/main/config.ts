import { z } from 'zod'
import { VOICES } from '../core/scan-sound.ts'
import { describeConfigProblem } from './config-problem.ts'
import { MAX_AFFIX } from './devices/scanner/calibration/settings-found.ts'
import { LAYOUT_IDS } from './devices/scanner/layouts/layouts.ts'
import { parseNetworkAddress } from './devices/scanner/network-address.ts'

const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/, 'up to 32 letters, digits, points, dashes and underscores')
const code = z.string().regex(/^[\x21-\x7e](?:[\x20-\x7e]{0,46}[\x21-\x7e])?$/, 'up to 48 printable ASCII characters')
const portNumber = 'a port number from 1 to 65535'
const port = z.int(portNumber).min(1, portNumber).max(65535, portNumber)
const listen = z
  .string()
  .refine(
    (text) => parseNetworkAddress(text) !== undefined,
    'an address and a port, such as 127.0.0.1:4001 or [::1]:4001'
  )
const connect = z
  .string()
  .refine(
    (text) => (parseNetworkAddress(text)?.port ?? 0) > 0,
    'the address and the port of the scanner, such as 192.0.2.20:2001'
  )
/** An object with these keys alone. What is wrong with another key is which ones there are. */
function section<Shape extends z.core.$ZodShape>(shape: Shape) {
  const keys = Object.keys(shape).join(', ')
  return z.strictObject(shape, { error: ({ code }) => (code === 'unrecognized_keys' ? keys : undefined) })
}

const suffix = z.enum(['enter', 'tab', 'none'])
const affix = `1 to ${MAX_AFFIX} characters`
const separator = z
  .string('a text such as |, or key: and a key such as key:ArrowDown')
  .min(1, 'a text such as |, or key: and a key such as key:ArrowDown')
  .max(24)

/** What every scanner may say: how it is called and heard, and what it puts around the data. */
const ofAnyScanner = {
  name: z.string().trim().min(1).max(40).optional(),
  sound: z.enum(VOICES).optional(),
  prefix: z.string(affix).min(1, affix).max(MAX_AFFIX, affix).optional(),
  trailer: z.string(affix).min(1, affix).max(MAX_AFFIX, affix).optional(),
  separators: section({ gs: separator.optional(), rs: separator.optional(), eot: separator.optional() }).optional()
}

const silence = 'a number of milliseconds from 20 to 2000'
const bitsASecond = 'a number of bits a second from 300 to 1000000'

/** How the scans of a stream are told apart. */
const framing = {
  suffix: z.enum(['enter', 'tab', 'etx', 'none']).optional(),
  silenceMs: z.int(silence).min(20, silence).max(2000, silence).optional()
}

const scanner = z.discriminatedUnion('type', [
  section({
    id,
    type: z.literal('hid-pos'),
    device: z.string().min(1).max(100).optional(),
    suffix: suffix.optional(),
    ...ofAnyScanner
  }),
  section({
    id,
    type: z.literal('keyboard'),
    suffix: suffix.optional(),
    minCharacters: z.int('a number from 2 to 20').min(2).max(20).optional(),
    maxGapMs: z.int('a number of milliseconds from 5 to 100').min(5).max(100).optional(),
    layout: z.enum(LAYOUT_IDS).optional(),
    letterCase: z.literal('swapped').optional(),
    ...ofAnyScanner
  }),
  section({
    id,
    type: z.literal('serial'),
    device: z.string().min(1).max(200).optional(),
    baudRate: z.int(bitsASecond).min(300, bitsASecond).max(1_000_000, bitsASecond).optional(),
    ...framing,
    ...ofAnyScanner
  }),
  section({
    id,
    type: z.literal('tcp'),
    listen: listen.optional(),
    connect: connect.optional(),
    ...framing,
    ...ofAnyScanner
  })
])

const transport = z.discriminatedUnion('type', [
  section({ type: z.literal('tcp'), host: z.string().min(1).max(253), port: port.default(9100) }),
  section({ type: z.literal('usb'), serial: z.string().min(1).max(64) }),
  section({ type: z.literal('queue'), name: z.string().min(1).max(127) }),
  section({ type: z.literal('virtual') })
])

const labelsAtOnce = 'a number of labels from 1 to 8'
const millimetres = z.number().min(10).max(300)

const darkness = 'a whole number from -30 to 30, which is added to the printer’s own'
const speed = 'a whole number of inches a second from 1 to 14'

const printer = section({
  id,
  transport,
  dpi: z.union([z.literal(203), z.literal(300), z.literal(600)]),
  media: section({ widthMm: millimetres, heightMm: millimetres }),
  darkness: z.int(darkness).min(-30, darkness).max(30, darkness).optional(),
  speedIps: z.int(speed).min(1, speed).max(14, speed).optional(),
  depth: z.int(labelsAtOnce).min(1, labelsAtOnce).max(8, labelsAtOnce).optional()
})

/** One of so many labels is scanned back where it is a number. */
const confirmMode = z.union([z.literal('off'), z.literal('each'), z.int().min(2).max(1000)], {
  error: 'off, each, or a number from 2 to 1000: one of so many'
})

const keepDays = 'a number of days from 7 to 36500'

const keepBackups = 'a number of backups from 1 to 100'

const virtualPrinter = {
  id: 'virtual',
  transport: { type: 'virtual' as const },
  dpi: 203 as const,
  media: { widthMm: 51, heightMm: 25 }
}

const config = section({
  station: section({
    id,
    site: z.string().max(16).default(''),
    location: code.default('DOCK'),
    signIn: z.enum(['open', 'badge', 'badge-and-pin']).default('open')
  }),
  scanners: z.array(scanner).max(32).default([]),
  printers: z.array(printer).min(1).max(32).default([virtualPrinter]),
  labels: section({
    unit: z.string().optional(),
    lot: z.string().optional(),
    location: z.string().optional(),
    confirm: section({ unit: confirmMode.optional(), lot: confirmMode.optional() }).optional(),
    reprint: z.enum(['anyone', 'lead']).optional(),
    lost: z.enum(['anyone', 'lead']).optional()
  }).default({}),
  journal: section({ keepDays: z.int(keepDays).min(7, keepDays).max(36_500, keepDays) }).optional(),
  backups: section({ keep: z.int(keepBackups).min(1, keepBackups).max(100, keepBackups) }).optional()
})
  .superRefine((value, context) => {
    const problem = (path: (string | number)[], message: string, input: unknown) =>
      context.addIssue({ code: 'custom', path, message, input })
    refuseTwice(value.scanners, 'scanners', problem)
    refuseTwice(value.printers, 'printers', problem)
    for (const [index, scanner] of value.scanners.entries()) {
      if (scanner.type === 'tcp' && (scanner.listen === undefined) === (scanner.connect === undefined)) {
        const where =
          'either listen, where scanners connect to the station, or connect, where the station connects to one'
        problem(['scanners', index, 'listen'], where, scanner.listen)
      }
    }
    const keyboards = value.scanners.filter(({ type }) => type === 'keyboard')
    if (keyboards.length > 1)
      problem(['scanners'], 'one keyboard scanner: all keyboards look the same', keyboards.length)
    const printers = value.printers.map(({ id }) => id)
    for (const kind of ['unit', 'lot', 'location'] as const) {
      const named = value.labels[kind]
      if (named !== undefined && !printers.includes(named)) {
        problem(['labels', kind], `one of the printers: ${printers.join(', ')}`, named)
      }
    }
  })
  .transform((value) => {
    const first = value.printers[0]?.id ?? ''
    const { unit = first, lot = first, location = first, ...rules } = value.labels
    return { ...value, labels: { unit, lot, location, ...rules } }
  })

/** `station.json`: who this station is, its scanners and printers, and which printer prints which label. */
export type StationConfig = z.infer<typeof config>
export type ScannerConfig = z.infer<typeof scanner>
export type PrinterConfig = z.infer<typeof printer>

/**
 * How many days scans are kept where the settings do not say: a year and a month, so that what is found at the yearly
 * count can still be followed back to the scan that it came from.
 */
export const KEEP_DAYS = 400

/** How many daily backups are kept where the settings do not say: a week of them. */
export const KEEP_BACKUPS = 7

/** What a new data folder gets: it works before any hardware is there. */
export const DEFAULT_CONFIG: StationConfig = {
  station: { id: 'DOCK-1', site: '', location: 'DOCK', signIn: 'open' },
  scanners: [
    { id: 'scanner', type: 'hid-pos' },
    { id: 'wedge', type: 'keyboard' }
  ],
  printers: [virtualPrinter],
  labels: { unit: 'virtual', lot: 'virtual', location: 'virtual' }
}

export type ConfigReading =
  { readonly ok: true; readonly config: StationConfig } | { readonly ok: false; readonly problems: readonly string[] }

/** Checks a configuration. Each problem names the key's path, the value, and what is allowed. */
export function parseConfig(value: unknown): ConfigReading {
  const result = config.safeParse(value)
  if (result.success) return { ok: true, config: result.data }
  return { ok: false, problems: result.error.issues.flatMap((issue) => describeConfigProblem(issue, value)) }
}

function refuseTwice(
  devices: readonly { readonly id: string }[],
  list: string,
  problem: (path: (string | number)[], message: string, input: unknown) => void
): void {
  const seen = new Set<string>()
  devices.forEach((device, index) => {
    if (seen.has(device.id)) problem([list, index, 'id'], 'an id that no other of the list has', device.id)
    seen.add(device.id)
  })
}
