import { z } from 'zod'
import type { CountEntryId, CountId, CountScheduleId } from '../core/ids.ts'

const nothing = z.strictObject({}) as z.ZodType<Record<string, never>>
const count = z.int().positive() as unknown as z.ZodType<CountId>
const entry = z.int().positive() as unknown as z.ZodType<CountEntryId>
const schedule = z.int().positive() as unknown as z.ZodType<CountScheduleId>
const offset = z.int().min(0).max(100_000_000)
const limit = z.int().min(1).max(500)
const reason = z.string().max(500)

/** What each request of counts may hold. What was typed is answered by the rules, which say what is wrong with it. */
export const COUNTS_SCHEMAS = {
  current: nothing,
  overview: nothing,
  ended: z.strictObject({ offset, limit }),
  results: z.strictObject({ count, offset, limit }),
  schedules: nothing,
  schedule: z.strictObject({
    subject: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('place'), location: z.string().max(200) }),
      z.strictObject({ kind: z.literal('tracking'), tracking: z.enum(['serial', 'lot', 'untracked']) }),
      z.strictObject({ kind: z.literal('prefix'), prefix: z.string().max(200) })
    ]),
    everyDays: z.string().max(40)
  }),
  unschedule: z.strictObject({ schedule }),
  setBlind: z.strictObject({ count: count.nullable(), blind: z.boolean() }),
  setReason: z.strictObject({ count, reason }),
  takeBack: z.strictObject({ entry }),
  leavePlaceOut: z.strictObject({ count, location: z.string().min(1).max(48) }),
  cancel: z.strictObject({ count, reason }),
  drift: z.strictObject({ by: z.enum(['part', 'place']), offset, limit })
} as const
