import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { StationError } from '../core/errors.ts'
import { parseListenAddress } from './devices/scanner/listen-address.ts'

const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/, 'up to 32 letters, digits, points, dashes and underscores')
const code = z.string().regex(/^[\x21-\x7e](?:[\x20-\x7e]{0,46}[\x21-\x7e])?$/, 'up to 48 printable ASCII characters')
const portNumber = 'a port number from 1 to 65535'
const port = z.int(portNumber).min(1, portNumber).max(65535, portNumber)
const listen = z
  .string()
  .refine(
    (text) => parseListenAddress(text) !== undefined,
    'an address and a port, such as 127.0.0.1:4001 or [::1]:4001'
  )
/** An object with these keys alone. What is wrong with another key is which ones there are. */
function section<Shape extends z.core.$ZodShape>(shape: Shape) {
  const keys = Object.keys(shape).join(', ')
  return z.strictObject(shape, { error: ({ code }) => (code === 'unrecognized_keys' ? keys : undefined) })
}

const suffix = z.enum(['enter', 'tab', 'none'])

const scanner = z.discriminatedUnion('type', [
  section({
    id,
    type: z.literal('hid-pos'),
    device: z.string().min(1).max(100).optional(),
    suffix: suffix.optional()
  }),
  section({
    id,
    type: z.literal('keyboard'),
    prefix: z.string().min(1).max(8).optional(),
    suffix: suffix.optional(),
    minCharacters: z.int('a number from 2 to 20').min(2).max(20).optional(),
    maxGapMs: z.int('a number of milliseconds from 5 to 100').min(5).max(100).optional()
  }),
  section({ id, type: z.literal('tcp'), listen })
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
    reprint: z.enum(['anyone', 'lead']).optional()
  }).default({})
})
  .superRefine((value, context) => {
    const problem = (path: (string | number)[], message: string, input: unknown) =>
      context.addIssue({ code: 'custom', path, message, input })
    refuseTwice(value.scanners, 'scanners', problem)
    refuseTwice(value.printers, 'printers', problem)
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
  return { ok: false, problems: result.error.issues.flatMap((issue) => describe(issue, value)) }
}

export function configFile(dataFolder: string): string {
  return join(dataFolder, 'station.json')
}

/** Reads `station.json`; a folder without one has the default. A file that is no JSON is a problem, not a failure. */
export function readConfig(dataFolder: string): ConfigReading {
  const file = configFile(dataFolder)
  if (!existsSync(file)) return { ok: true, config: DEFAULT_CONFIG }
  const text = readText(file)
  try {
    return parseConfig(JSON.parse(text))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { ok: false, problems: [`${file} is not JSON: ${reason}`] }
  }
}

/** What stands in `station.json`, usable or not: its JSON, or its text where it is none; null where there is no file. */
export function readConfigText(dataFolder: string): unknown {
  const file = configFile(dataFolder)
  if (!existsSync(file)) return null
  const text = readText(file)
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

/** Writes `station.json` whole or not at all. */
export function writeConfig(dataFolder: string, value: StationConfig): void {
  const file = configFile(dataFolder)
  const unfinished = `${file}.part`
  try {
    writeFileSync(unfinished, `${JSON.stringify(value, null, 2)}\n`)
    renameSync(unfinished, file)
  } catch (error) {
    throw new StationError(
      'data-folder-unusable',
      `${file} could not be written; the old settings stay in force. Check the folder's rights and space.`,
      { cause: error }
    )
  }
}

/** The platform's own folder for the data of a program. */
export function platformDataFolder(
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
  home: string
): string {
  switch (platform) {
    case 'win32':
      return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Dockside')
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Dockside')
    default:
      return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'Dockside')
  }
}

export interface DataFolderChoice {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  /** The platform's own folder for the program's data. */
  readonly fallback: string
}

/** `--data DIR` or `--data=DIR`, else `DOCKSIDE_DATA`, else the platform's folder; always absolute. */
export function dataFolderOf({ argv, env, fallback }: DataFolderChoice): string {
  const at = argv.findIndex((argument) => argument === '--data' || argument.startsWith('--data='))
  const given = at < 0 ? undefined : argv[at]?.startsWith('--data=') ? argv[at].slice('--data='.length) : argv[at + 1]
  if (at >= 0 && (given === undefined || given === '')) {
    throw new StationError('usage', '--data needs a folder after it, as in --data /srv/dock-1.')
  }
  return resolve(given ?? (env['DOCKSIDE_DATA'] || fallback))
}

function readText(file: string): string {
  try {
    // Some editors on Windows begin a file with a byte order mark, which JSON does not know.
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    throw new StationError(
      'data-folder-unusable',
      `${file} cannot be read by this user. Correct its rights, then start again.`,
      { cause: error }
    )
  }
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

function describe(issue: z.core.$ZodIssue, whole: unknown): readonly string[] {
  const path = pathOf(issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const value = shorten(valueAt(whole, [...issue.path, key]))
      return `${path === '' ? key : `${path}.${key}`}: there is no such key, and ${value} has no use; allowed: ${issue.message}`
    })
  }
  const found = valueAt(whole, issue.path)
  return [
    `${path || 'station.json'}: ${found === undefined ? 'is missing' : `${shorten(found)} is not allowed`}; allowed: ${allowed(issue)}`
  ]
}

function allowed(issue: z.core.$ZodIssue): string {
  // What the schema says of itself is better than what can be made of its check.
  const isOwnWords = !/^(Invalid|Too) /.test(issue.message)
  if (isOwnWords) return issue.message
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.map(String).join(', ')
    case 'invalid_union':
      return unionOptions(issue)
    case 'invalid_type':
      return issue.expected
    case 'too_small':
      return issue.origin === 'string' ? 'a text that is not empty' : `at least ${issue.minimum}`
    case 'too_big':
      return `at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`
    default:
      return issue.message
  }
}

function unionOptions(issue: z.core.$ZodIssueInvalidUnion): string {
  if ('options' in issue && Array.isArray(issue.options)) return issue.options.map(String).join(', ')
  return issue.errors.flatMap((alternative) => alternative.map(allowed)).join(', ')
}

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`))
    .join('')
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at: unknown = value
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined
    at = (at as Readonly<Record<PropertyKey, unknown>>)[key]
  }
  return at
}

function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
