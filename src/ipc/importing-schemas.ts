import { z } from 'zod'
import { nothing } from './field-schemas.ts'

export const IMPORTING_SCHEMAS = {
  look: z.strictObject({ kind: z.enum(['parts', 'locations', 'orders', 'expected', 'boms', 'runs']) }),
  take: nothing
} as const
