import { z } from 'zod'
import { FIELD_CHARACTERS, layoutProblem } from '../../../core/barcode/taught/taught-format.ts'
import { codeProblem, describeCodeProblem } from '../../../core/code.ts'
import { shown } from '../../../core/words.ts'
import type { FormatVersion } from './carry-out.ts'

/** One file of formats, as it is exported and taken over again. */
export interface FormatFile {
  readonly dockside: 'label-formats'
  readonly version: 1
  readonly formats: readonly PortableFormat[]
}

export type PortableFormat = z.infer<typeof FORMAT>

const text = z.string().min(1).max(4096)

const FIELD = z.strictObject({
  title: z.string().trim().min(1).max(60),
  meaning: z.enum([
    'supplier-part-number',
    'supplier-lot',
    'serial',
    'quantity',
    'expiry',
    'production-date',
    'order',
    'unknown'
  ]),
  format: z.enum(['text', 'quantity', 'YYMMDD', 'YYMMD0', 'DDMMYY', 'MMDDYY', 'YYYYMMDD', 'DDMMYYYY', 'YYDDD']),
  characters: z.enum(FIELD_CHARACTERS)
})

/** No longer than anything that is printed before each value or between two. */
const sign = z.string().min(1).max(40)

const MARKED = z
  .array(z.strictObject({ mark: sign, field: FIELD }))
  .min(1)
  .max(50)

const LAYOUT = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('sequence'),
    separators: z.string().max(40).optional(),
    parts: z
      .array(
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('text'), text }),
          z.strictObject({ kind: z.literal('field'), field: FIELD, length: z.int().min(1).max(4096).nullable() })
        ])
      )
      .min(1)
      .max(100)
  }),
  z.strictObject({ kind: z.literal('marked'), separator: sign, fields: MARKED }),
  z.strictObject({ kind: z.literal('identifiers'), fields: MARKED })
])

const name = z.string().superRefine((value, context) => {
  const problem = codeProblem(value)
  if (problem) context.addIssue({ code: 'custom', message: describeCodeProblem(problem) })
})

const FORMAT = z.strictObject({
  supplier: z.string().trim().min(1).max(200),
  name,
  layout: LAYOUT.superRefine((layout, context) => {
    const problem = layoutProblem(layout)
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem })
  }),
  samples: z
    .array(z.strictObject({ text, aim: z.string().max(3).nullable() }))
    .min(1)
    .max(50)
})

const FILE = z.strictObject({
  dockside: z.literal('label-formats'),
  version: z.literal(1),
  formats: z.array(FORMAT).max(1_000)
})

export type FormatFileReading =
  | { readonly ok: true; readonly formats: readonly PortableFormat[] }
  | { readonly ok: false; readonly problems: readonly string[] }

const MOST_PROBLEMS = 20

/** Reads a file that anybody may have written: every key is known, every value within its bounds. */
export function readFormatFile(content: string): FormatFileReading {
  let json: unknown
  try {
    json = JSON.parse(content)
  } catch {
    return { ok: false, problems: ['The file is no JSON. Export formats at another station, and import that file.'] }
  }
  const reading = FILE.safeParse(json)
  if (reading.success) return { ok: true, formats: reading.data.formats }
  const problems = reading.error.issues.map((issue) => problemInFile(issue, json))
  return { ok: false, problems: problems.slice(0, MOST_PROBLEMS) }
}

/** What is wrong in the file, in words, with where: `Format 2, Acme carton: a value is too long (formats.1.name).` */
function problemInFile(issue: z.core.$ZodIssue, json: unknown): string {
  const { path } = issue
  if (path.length === 0 || path[0] !== 'formats') {
    return `The file is no file of formats, or of another version: ${wordsOf(issue)} (${path.join('.') || 'the file'}).`
  }
  const index = typeof path[1] === 'number' ? path[1] : undefined
  if (index === undefined) return `The file: ${wordsOf(issue)} (${path.join('.')}).`
  const name = nameIn(json, index)
  return `Format ${index + 1}${name === undefined ? '' : `, ${shown(name)}`}: ${wordsOf(issue)} (${path.join('.')}).`
}

function nameIn(json: unknown, index: number): string | undefined {
  const reading = z.object({ formats: z.array(z.unknown()) }).safeParse(json)
  const format = z.object({ name: z.string() }).safeParse(reading.data?.formats[index])
  return format.data?.name
}

function wordsOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'custom':
      return issue.message
    case 'unrecognized_keys':
      return `${issue.keys.map(shown).join(', ')} is nothing that this version of Dockside knows`
    case 'too_big':
      return issue.origin === 'array'
        ? `more than ${issue.maximum} stand there`
        : `a value is larger than ${issue.maximum}, or longer`
    case 'too_small':
      return 'a value is missing or too small'
    case 'invalid_type':
      return 'a value is missing, or of another kind than belongs there'
    case 'invalid_union':
    case 'invalid_value':
      return 'a value is none of those that are possible there'
    default:
      return 'a value cannot be used'
  }
}

export function writeFormatFile(formats: readonly PortableFormat[]): string {
  const file: FormatFile = { dockside: 'label-formats', version: 1, formats }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** Whether two versions of a format say the same. */
export function isSameVersion(one: Pick<FormatVersion, 'layout' | 'samples'>, other: PortableFormat): boolean {
  const normal = ({ layout, samples }: Pick<FormatVersion, 'layout' | 'samples'>) =>
    JSON.stringify([LAYOUT.safeParse(layout).data ?? layout, samples.map(({ text, aim }) => [text, aim])])
  return one.layout !== null && normal(one) === normal(other)
}
