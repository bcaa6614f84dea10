import { z } from 'zod'
import type { CountEntryId, CountId, CountScheduleId } from '../core/ids.ts'
import { code, id, limit, nothing, offset, reason } from './field-schemas.ts'

const count = id<CountId>()
const entry = id<CountEntryId>()
const schedule = id<CountScheduleId>()

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
  leavePlaceOut: z.strictObject({ count, location: code }),
  cancel: z.strictObject({ count, reason }),
  drift: z.strictObject({ by: z.enum(['part', 'place']), offset, limit })
} as const
