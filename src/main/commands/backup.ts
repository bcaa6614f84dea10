import { resolve } from 'node:path'
import { instantOf } from '../../core/clock.ts'
import { backUp } from '../store/backup.ts'
import { reading } from './open.ts'
import { done, type CommandResult } from './result.ts'

export async function backup(dataFolder: string, folder: string): Promise<CommandResult> {
  const file = await reading(dataFolder, (db) => backUp(db, resolve(folder), instantOf(Date.now())))
  return done({ file }, `Backup written and checked: ${file}`)
}
