import { z } from 'zod'
import type { BuildId, InstallationId } from '../core/ids.ts'

const nothing = z.strictObject({}) as z.ZodType<Record<string, never>>
const code = z.string().min(1).max(48)
const offset = z.int().min(0).max(100_000_000)
const limit = z.int().min(1).max(500)
const buildId = z.int().positive() as unknown as z.ZodType<BuildId>
const installationId = z.int().positive() as unknown as z.ZodType<InstallationId>

// What was typed is answered by the rules, which say what is wrong with it.
const quantity = z.string().max(40).nullable()
const reason = z.string().max(500)

export const ASSEMBLY_SCHEMAS = {
  current: nothing,
  run: z.strictObject({ run: code }),
  runs: z.strictObject({ search: z.string().max(200), openOnly: z.boolean(), offset, limit }),
  builds: z.strictObject({ run: code, offset, limit }),
  choose: z.strictObject({ build: buildId }),
  remove: z.strictObject({ installation: installationId, quantity, to: z.string().max(48), reason }),
  complete: z.strictObject({ build: buildId, quantity, reason })
} as const
