import { z } from 'zod'
import type { ReceiptLineId } from '../core/ids.ts'

const line = z.int().positive() as unknown as z.ZodType<ReceiptLineId>

export const RECEIPTS_SCHEMAS = {
  list: z.strictObject({
    search: z.string().max(200),
    offset: z.int().min(0).max(100_000_000),
    limit: z.int().min(1).max(500)
  }),
  reverse: z.strictObject({ line, reason: z.string().max(500) })
} as const
