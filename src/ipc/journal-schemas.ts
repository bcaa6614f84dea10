import { z } from 'zod'
import type { Instant } from '../core/clock.ts'
import type { ScanId } from '../core/ids.ts'
import { SOUNDS } from '../core/scan-sound.ts'
import { id, limit, nothing, offset, search } from './field-schemas.ts'

const instant = z.iso.datetime({ precision: 3 }) as unknown as z.ZodType<Instant>

const filter = {
  search,
  scanner: z.string().min(1).max(64).nullable(),
  outcome: z.enum([...SOUNDS, 'unanswered']).nullable(),
  from: instant.nullable(),
  before: instant.nullable()
}

export const JOURNAL_SCHEMAS = {
  list: z.strictObject({ ...filter, offset, limit }),
  scan: z.strictObject({ scan: id<ScanId>() }),
  overview: nothing,
  save: z.strictObject({ ...filter, format: z.enum(['csv', 'jsonl']) })
}
