import { z } from 'zod'
import type { LotId, RowId } from '../core/ids.ts'
import { id, limit, nothing, offset, quantity, search } from './field-schemas.ts'

const number = z.string().min(1).max(48)
const code = z.string().min(1).max(200)
const part = z.string().max(48).nullable()
const severity = z.enum(['minor', 'major', 'critical'])
const rowId = id<RowId>()
const lotId = id<LotId>()
const attachment = z.int().positive()
// What was typed is answered by the rules, which say what is wrong with it.
const text = z.string().max(100_000)

export const ISSUE_SCHEMAS = {
  list: z.strictObject({
    search,
    show: z.enum(['open', 'holding', 'closed', 'all']),
    severity: severity.nullable(),
    offset,
    limit
  }),
  read: z.strictObject({ issue: number }),
  ofRow: z.strictObject({ row: rowId }),
  ofCode: z.strictObject({ code, part }),
  subjects: z.strictObject({ code, part }),
  subjectOfRow: z.strictObject({ row: rowId }),
  raise: z.strictObject({
    row: rowId.nullable(),
    lot: lotId.nullable(),
    title: text,
    description: text,
    severity,
    holds: z.boolean()
  }),
  leave: nothing,
  comment: z.strictObject({ issue: number, text }),
  hold: z.strictObject({ issue: number, reason: text }),
  release: z.strictObject({ issue: number, reason: text }),
  dispose: z.strictObject({
    issue: number,
    kind: z.enum(['use-as-is', 'rework', 'return', 'scrap']),
    quantity,
    row: rowId.nullable(),
    reason: text
  }),
  close: z.strictObject({ issue: number, reason: text }),
  attach: z.strictObject({ issue: number, name: z.string().max(10_000), bytes: z.instanceof(Uint8Array) }),
  picture: z.strictObject({ attachment }),
  saveCopy: z.strictObject({ attachment })
} as const
