import { z } from 'zod'
import type { LabelId } from '../core/ids.ts'
import { id, nothing } from './field-schemas.ts'

const label = id<LabelId>()
const printer = z.string().min(1).max(64)

export const PRINTING_SCHEMAS = {
  stopped: nothing,
  resume: z.strictObject({
    printer,
    said: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('last'), label }),
      z.strictObject({ kind: z.enum(['none', 'all']) })
    ]),
    listed: z.array(label).max(100_000)
  }),
  goOn: z.strictObject({ printer }),
  tornDestroyed: nothing,
  askedFor: nothing,
  lost: z.strictObject({ labels: z.array(label).min(1).max(10_000), reason: z.string().trim().min(3).max(500) }),
  decide: z.strictObject({ label, found: z.boolean() })
}
