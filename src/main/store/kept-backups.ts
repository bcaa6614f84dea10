import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../../core/clock.ts'
import { throwAway } from './unfinished.ts'

/** Why a backup was written. Those that the station writes by itself, it throws away again by itself. */
export type BackupKind = 'by-hand' | 'daily' | 'before-update'

/** A backup in a folder, as its name says. */
export interface KeptBackup {
  readonly file: string
  readonly at: Instant
  readonly kind: BackupKind
  readonly bytes: number
}

const NAME =
  /^dockside-(?<day>\d{4}-\d\d-\d\d)T(?<hour>\d\d)-(?<minute>\d\d)-(?<second>\d\d)-(?<milli>\d{3})Z(?:-(?<kind>daily|before-update))?\.db$/

const UNFINISHED = /^dockside-.*-(?:daily|before-update)\.db\.part$/

/** Where a data folder keeps the backups that the station writes by itself. */
export function backupFolder(dataFolder: string): string {
  return join(dataFolder, 'backups')
}

export function backupName(at: Instant, kind: BackupKind): string {
  return `dockside-${at.replace(/[:.]/g, '-')}${kind === 'by-hand' ? '' : `-${kind}`}.db`
}

/** The whole backups of a folder, the newest first; none where there is no such folder. */
export function keptBackups(folder: string): readonly KeptBackup[] {
  return namesIn(folder)
    .flatMap((name) => {
      const file = join(folder, name)
      const named = NAME.exec(name)?.groups
      const size = named && statSync(file, { throwIfNoEntry: false })?.size
      if (!named || size === undefined) return []
      const at = `${named['day']}T${named['hour']}:${named['minute']}:${named['second']}.${named['milli']}Z` as Instant
      return [{ file, at, kind: (named['kind'] ?? 'by-hand') as BackupKind, bytes: size }]
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** Throws the oldest of a kind away, down to so many, and copies that were never finished. `newest` stays in any case. */
export function keepNewest(folder: string, kind: BackupKind, keep: number, newest: string): void {
  const others = keptBackups(folder).filter((backup) => backup.kind === kind && backup.file !== newest)
  for (const { file } of others.slice(keep - 1)) rmSync(file, { force: true })
  for (const name of namesIn(folder).filter((each) => UNFINISHED.test(each))) throwAway(join(folder, name))
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
