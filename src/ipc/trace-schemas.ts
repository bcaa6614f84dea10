import { z } from 'zod'

const traced = { code: z.string().min(1).max(200), part: z.string().max(48).nullable() }
const table = z.enum(['history', 'made-of', 'used-in', 'recall', 'runs'])

export const TRACING_SCHEMAS = {
  trace: z.strictObject(traced),
  graph: z.strictObject(traced),
  recall: z.strictObject(traced),
  save: z.discriminatedUnion('format', [
    z.strictObject({ ...traced, format: z.literal('pdf') }),
    z.strictObject({ ...traced, format: z.literal('json'), table: table.nullable() }),
    z.strictObject({ ...traced, format: z.literal('csv'), table })
  ])
}
