import type { BomApi } from '../../../ipc/bom-api.ts'
import type { BomAnswer } from '../../../ipc/bom-views.ts'
import type { StationContext } from '../context.ts'
import { bomView, componentChoices } from './bom-view.ts'
import { putLine, removeLine } from './edit-bom.ts'

/**
 * The window's requests about what parts are made of.
 *
 * @param writable does the work, or throws while the station is read-only
 */
export function createBomApi(
  context: StationContext,
  writable: <T>(work: () => T) => T,
  bomsChanged: () => void
): BomApi {
  const edited = (answer: BomAnswer): BomAnswer => {
    if (answer.kind === 'changed') bomsChanged()
    return answer
  }
  return {
    read: async ({ partNumber, revision }) => bomView(context.db, partNumber, revision),
    components: async ({ search }) => componentChoices(context.db, search),
    add: async (line) => edited(writable(() => putLine(context, 'add', line))),
    change: async (line) => edited(writable(() => putLine(context, 'change', line))),
    remove: async (line) => edited(writable(() => removeLine(context, line)))
  }
}
