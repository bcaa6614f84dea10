import { resolve } from 'node:path'
import { instantOf } from '../../core/clock.ts'
import { attachmentFolder } from '../store/attachment-files.ts'
import { backUp } from '../store/backup.ts'
import { databaseFile, reading } from './open.ts'
import { done, refusedCommand, type CommandResult } from './result.ts'

export async function backup(dataFolder: string, folder: string): Promise<CommandResult> {
  const { file, missing } = await reading(dataFolder, () =>
    backUp({
      database: databaseFile(dataFolder),
      attachments: attachmentFolder(dataFolder),
      folder: resolve(folder),
      at: instantOf(Date.now())
    })
  )
  if (missing.length === 0) return done({ file, missing }, `Backup written and checked: ${file}`)
  return refusedCommand(
    { file, missing },
    `Backup written and checked: ${file}\nIt is not whole: ${missing.length} files of issues were gone or altered already. dockside verify names them: ${missing.join(', ')}`
  )
}
