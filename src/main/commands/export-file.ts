import { resolve } from 'node:path'
import { StationError } from '../../core/errors.ts'
import { EXPORT_KINDS, exportRows, type ExportKind } from '../services/exporting.ts'
import { exportFormatFile } from './format-files.ts'
import { reading } from './open.ts'
import { done, type CommandResult } from './result.ts'
import { visible } from './text-table.ts'

export async function exportFile(dataFolder: string, kind: string, file: string): Promise<CommandResult> {
  if (kind === 'formats') return await exportFormatFile(dataFolder, file)
  if (!isExportKind(kind)) {
    throw new StationError('usage', `${kind} is nothing to export. Choose one of ${EXPORT_KINDS.join(', ')}, formats.`)
  }
  const path = resolve(file)
  const rows = await reading(dataFolder, (db) => exportRows(db, kind, path))
  return done(
    { ok: true, kind, file: path, rows },
    `${rows} ${rows === 1 ? 'row' : 'rows'} of ${kind} written: ${visible(path)}`
  )
}

function isExportKind(text: string): text is ExportKind {
  return (EXPORT_KINDS as readonly string[]).includes(text)
}
