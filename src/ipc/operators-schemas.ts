import { z } from 'zod'
import type { OperatorId } from '../core/ids.ts'
import { id, nothing } from './field-schemas.ts'

const operator = id<OperatorId>()
const role = z.enum(['clerk', 'lead', 'quality', 'admin'])

// What was typed is answered by the rules, which say what is wrong with it.
const badge = z.string().max(200)
const pin = z.string().max(64)

export const OPERATORS_SCHEMAS = {
  presence: nothing,
  list: nothing,
  add: z.strictObject({ badge, name: z.string().max(200), role }),
  setRole: z.strictObject({ operator, role }),
  setBadge: z.strictObject({ operator, badge }),
  setPin: z.strictObject({ operator, pin: pin.nullable() }),
  setActive: z.strictObject({ operator, active: z.boolean() }),
  enterPin: z.strictObject({ pin }),
  signOut: nothing
} as const
