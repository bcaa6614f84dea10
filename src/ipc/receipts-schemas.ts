import { z } from 'zod'
import type { ReceiptLineId } from '../core/ids.ts'
import { id, limit, offset, reason, search } from './field-schemas.ts'

const line = id<ReceiptLineId>()

export const RECEIPTS_SCHEMAS = {
  list: z.strictObject({ search, offset, limit }),
  reverse: z.strictObject({ line, reason })
} as const
