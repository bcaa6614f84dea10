import { z } from 'zod'
import { code } from './field-schemas.ts'
import { MAX_BATCH, MAX_PATTERN_LENGTH } from './numbers-api.ts'

const thing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('serial'), partNumber: code, revision: z.string().max(48) }),
  z.strictObject({ kind: z.literal('lot'), partNumber: code })
])

// What was typed is answered by the rules, which say what is wrong with it and where.
const pattern = z.string().max(MAX_PATTERN_LENGTH)

export const NUMBERS_SCHEMAS = {
  patterns: z.strictObject({ partNumber: code }),
  preview: z.strictObject({ thing, pattern, count: z.int().min(1).max(MAX_BATCH) }),
  change: z.strictObject({ thing, before: pattern.nullable(), pattern })
} as const
