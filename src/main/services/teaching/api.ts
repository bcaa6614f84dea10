import { StationError } from '../../../core/errors.ts'
import type { TeachingApi } from '../../../ipc/teaching-api.ts'
import type { FormatAnswer } from '../../../ipc/teaching-views.ts'
import { writeDocument } from '../../files/write-document.ts'
import type { StationContext } from '../context.ts'
import { withExtension, type Desktop } from '../desktop.ts'
import { reinstateFormat, renameFormat, retireFormat } from './formats.ts'
import { exportFormats, importFormats } from './import-formats.ts'
import { formatViews } from './view.ts'

export interface TeachingParts {
  readonly context: StationContext
  /** Runs what writes, where the station may write. */
  readonly writable: <T>(work: () => T) => T
  readonly desktop: Desktop | undefined
  /** Says that labels are read in another way, other than by a scan. */
  readonly formatsChanged: () => void
}

/** The window's requests about taught formats. */
export function createTeachingApi({ context, writable, desktop, formatsChanged }: TeachingParts): TeachingApi {
  const { db } = context
  return {
    formats: async ({ supplier }) => formatViews(db, supplier),
    rename: async ({ format, name }) => told(writable(() => renameFormat(context, format, name))),
    retire: async ({ format }) => told(writable(() => retireFormat(context, format))),
    reinstate: async ({ format }) => told(writable(() => reinstateFormat(context, format))),
    async saveFormats() {
      if (!desktop) {
        throw new StationError('not-found', 'This station runs without a window. Use dockside export formats FILE.')
      }
      const { content, formats } = exportFormats(db)
      const file = await desktop.chooseFile({ name: 'label-formats.json', kind: 'JSON document', extension: 'json' })
      if (file === null) return { file, formats }
      const path = withExtension(file, 'json')
      writeDocument(path, content)
      return { file: path, formats }
    },
    async importFormats({ content }) {
      const answer = writable(() => importFormats(context, content))
      if (answer.kind === 'imported') formatsChanged()
      return answer
    }
  }

  function told(answer: FormatAnswer): FormatAnswer {
    if (answer.kind === 'done') formatsChanged()
    return answer
  }
}
