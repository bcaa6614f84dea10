import { z } from 'zod'
import type { BuildId, InstallationId } from '../core/ids.ts'
import { code, id, limit, nothing, offset, quantity, reason, search } from './field-schemas.ts'

const buildId = id<BuildId>()
const installationId = id<InstallationId>()

export const ASSEMBLY_SCHEMAS = {
  current: nothing,
  run: z.strictObject({ run: code }),
  runs: z.strictObject({ search, openOnly: z.boolean(), offset, limit }),
  builds: z.strictObject({ run: code, offset, limit }),
  choose: z.strictObject({ build: buildId }),
  remove: z.strictObject({ installation: installationId, quantity, to: z.string().max(48), reason }),
  complete: z.strictObject({ build: buildId, quantity, reason })
} as const
