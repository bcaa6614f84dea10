import { z } from 'zod'
import type { LotId, RowId } from '../core/ids.ts'

const number = z.string().min(1).max(48)
const code = z.string().min(1).max(200)
const part = z.string().max(48).nullable()
const severity = z.enum(['minor', 'major', 'critical'])
const rowId = z.int().positive() as unknown as z.ZodType<RowId>
const lotId = z.int().positive() as unknown as z.ZodType<LotId>
const attachment = z.int().positive()
// What was typed is answered by the rules, which say what is wrong with it.
const text = z.string().max(100_000)

export const ISSUE_SCHEMAS = {
  list: z.strictObject({
    search: z.string().max(200),
    show: z.enum(['open', 'holding', 'closed', 'all']),
    severity: severity.nullable(),
    offset: z.int().min(0).max(100_000_000),
    limit: z.int().min(1).max(500)
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
  leave: z.strictObject({}) as z.ZodType<Record<string, never>>,
  comment: z.strictObject({ issue: number, text }),
  hold: z.strictObject({ issue: number, reason: text }),
  release: z.strictObject({ issue: number, reason: text }),
  dispose: z.strictObject({
    issue: number,
    kind: z.enum(['use-as-is', 'rework', 'return', 'scrap']),
    quantity: z.string().max(40).nullable(),
    row: rowId.nullable(),
    reason: text
  }),
  close: z.strictObject({ issue: number, reason: text }),
  attach: z.strictObject({ issue: number, name: z.string().max(10_000), bytes: z.instanceof(Uint8Array) }),
  picture: z.strictObject({ attachment }),
  saveCopy: z.strictObject({ attachment })
} as const
