import { z } from 'zod'
import { code } from './field-schemas.ts'

/** The largest batch that is previewed. */
const MAX_BATCH = 1_000_000

const thing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('serial'), partNumber: code, revision: z.string().max(48) }),
  z.strictObject({ kind: z.literal('lot'), partNumber: code })
])

// What was typed is answered by the rules, which say what is wrong with it and where.
const pattern = z.string().max(200)

export const NUMBERS_SCHEMAS = {
  patterns: z.strictObject({ partNumber: code }),
  preview: z.strictObject({ thing, pattern, count: z.int().min(1).max(MAX_BATCH) }),
  change: z.strictObject({ thing, before: pattern.nullable(), pattern })
} as const
