import { z } from 'zod'
import type { LabelFormatId } from '../core/ids.ts'
import { id, nothing } from './field-schemas.ts'

const format = id<LabelFormatId>()

export const TEACHING_SCHEMAS = {
  formats: z.strictObject({ supplier: z.string().max(200).nullable() }),
  // What was typed is answered by the rules, which say what is wrong with it.
  rename: z.strictObject({ format, name: z.string().max(1_000) }),
  retire: z.strictObject({ format }),
  reinstate: z.strictObject({ format }),
  saveFormats: nothing,
  importFormats: z.strictObject({ content: z.string().max(4_000_000) })
} as const
