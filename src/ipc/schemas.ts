import { z } from 'zod'
import type { LabelId, RowId } from '../core/ids.ts'
import { ASSEMBLY_SCHEMAS } from './assembly-schemas.ts'
import { BOM_SCHEMAS } from './bom-schemas.ts'
import type { StationApi } from './contract.ts'
import { COUNTS_SCHEMAS } from './counts-schemas.ts'
import { code, id, limit, nothing, offset, quantity, reason, search } from './field-schemas.ts'
import { IMPORTING_SCHEMAS } from './importing-schemas.ts'
import { ISSUE_SCHEMAS } from './issue-schemas.ts'
import { JOURNAL_SCHEMAS } from './journal-schemas.ts'
import { NUMBERS_SCHEMAS } from './numbers-schemas.ts'
import { OPERATORS_SCHEMAS } from './operators-schemas.ts'
import { PRINTER_SETUP_SCHEMAS } from './printer-setup-schemas.ts'
import { PRINTING_SCHEMAS } from './printing-schemas.ts'
import { RECEIPTS_SCHEMAS } from './receipts-schemas.ts'
import { SCANNER_SETUP_SCHEMAS } from './scanner-setup-schemas.ts'
import { TEACHING_SCHEMAS } from './teaching-schemas.ts'
import { TRACING_SCHEMAS } from './trace-schemas.ts'

type Schemas<Api> = {
  readonly [F in keyof Api]: {
    readonly [M in keyof Api[F]]: Api[F][M] extends (input: infer Input) => unknown ? z.ZodType<Input> : never
  }
}

const labelId = id<LabelId>()
const rowId = id<RowId>()

const facet = z.string().min(1).max(64).nullable().optional()
const labelState = z.enum(['queued', 'sending', 'sent', 'printed', 'verified', 'failed', 'unknown', 'void'])

/** What each request may hold. A request without a schema does not compile. */
export const SCHEMAS = {
  station: { status: nothing },
  scanning: {
    submit: z.strictObject({ text: z.string().min(1).max(8192) }),
    journal: z.strictObject({ limit }),
    inHand: nothing
  },
  journal: JOURNAL_SCHEMAS,
  receiving: {
    current: nothing,
    orders: z.strictObject({ search, openOnly: z.boolean() })
  },
  receipts: RECEIPTS_SCHEMAS,
  labels: {
    list: z.strictObject({
      search,
      states: z.array(labelState).max(8),
      order: facet,
      part: facet,
      printer: facet,
      offset,
      limit
    }),
    drawing: z.strictObject({ label: labelId }),
    reprint: z.strictObject({ label: labelId, reason: z.string().trim().min(3).max(500) }),
    printLocation: z.strictObject({ location: code }),
    printCommands: nothing
  },
  printing: PRINTING_SCHEMAS,
  printerSetup: PRINTER_SETUP_SCHEMAS,
  scannerSetup: SCANNER_SETUP_SCHEMAS,
  inventory: {
    list: z.strictObject({ search, show: z.enum(['stock', 'all']), offset, limit }),
    // What was typed is answered by the rules, which say what is wrong with it.
    remove: z.strictObject({
      row: rowId,
      kind: z.enum(['consumed', 'scrapped', 'archived']),
      quantity,
      reason
    }),
    move: z.strictObject({ row: rowId, to: z.string().max(48), quantity })
  },
  assembly: ASSEMBLY_SCHEMAS,
  boms: BOM_SCHEMAS,
  issues: ISSUE_SCHEMAS,
  counts: COUNTS_SCHEMAS,
  parts: {
    list: z.strictObject({ search, offset, limit }),
    setTracking: z.strictObject({
      partNumber: code,
      tracking: z.enum(['serial', 'lot', 'untracked'])
    })
  },
  numbers: NUMBERS_SCHEMAS,
  importing: IMPORTING_SCHEMAS,
  tracing: TRACING_SCHEMAS,
  teaching: TEACHING_SCHEMAS,
  operators: OPERATORS_SCHEMAS,
  settings: { read: nothing, save: z.strictObject({ config: z.unknown() }) }
} as const satisfies Schemas<StationApi>
