import { z } from 'zod'
import { FIELD_CHARACTERS, layoutProblem } from '../../../core/barcode/taught/taught-format.ts'
import { codeProblem, describeCodeProblem } from '../../../core/code.ts'
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

const MARKED = z
  .array(z.strictObject({ mark: text, field: FIELD }))
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
  z.strictObject({ kind: z.literal('marked'), separator: text, fields: MARKED }),
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
  const problems = reading.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`)
  return { ok: false, problems: problems.slice(0, MOST_PROBLEMS) }
}

export function writeFormatFile(formats: readonly PortableFormat[]): string {
  const file: FormatFile = { dockside: 'label-formats', version: 1, formats }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** Whether two versions of a format say the same. */
export function isSameVersion(one: Pick<FormatVersion, 'layout' | 'samples'>, other: PortableFormat): boolean {
  const normal = ({ layout, samples }: Pick<FormatVersion, 'layout' | 'samples'>) =>
    JSON.stringify([LAYOUT.parse(layout), samples.map(({ text, aim }) => [text, aim])])
  return one.layout !== null && normal(one) === normal(other)
}
