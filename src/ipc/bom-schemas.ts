import { z } from 'zod'
import { code, search } from './field-schemas.ts'

const revision = z.string().max(48)

// What was typed is answered by the rules, which say what is wrong with it.
const line = z.strictObject({
  partNumber: code,
  revision,
  component: z.string().max(200),
  componentRevision: revision.nullable(),
  quantity: z.string().max(40),
  madeOnAssembly: z.boolean(),
  substitutes: z.array(z.string().max(200)).max(100)
})

export const BOM_SCHEMAS = {
  read: z.strictObject({ partNumber: code, revision: revision.nullable() }),
  components: z.strictObject({ search }),
  add: line,
  change: line,
  remove: z.strictObject({ partNumber: code, revision, component: code })
} as const
