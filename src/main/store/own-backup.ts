import { existsSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { StationError } from '../../core/errors.ts'
import { backUp, type Backup, type BackupOrder } from './backup.ts'
import { keepNewest, type BackupKind } from './kept-backups.ts'

export interface OwnBackupOrder extends BackupOrder {
  readonly kind: Exclude<BackupKind, 'by-hand'>
  /** How many of its kind there may be with it. */
  readonly keep: number
}

/** So much is left for the station's own work, beside the copy: to fill its disk would stop the scans. */
const RESERVE_BYTES = 256 * 1024 * 1024

/**
 * A backup that nobody asked for: written only where the disk has more room than it takes, and in the place of the oldest
 * of its kind.
 */
export async function writeOwnBackup(order: OwnBackupOrder, freeBytes = freeBytesOf): Promise<Backup> {
  const { database, folder, kind, keep } = order
  const neededBytes = sizeOf(database) + sizeOf(`${database}-wal`) + RESERVE_BYTES
  const free = freeBytes(folder)
  if (free < neededBytes) {
    throw new StationError(
      'disk-full',
      `The disk has too little room for a backup in ${folder}: ${megabytes(free)} are free, ${megabytes(neededBytes)} are needed. Nothing was written. Free some space, or have fewer backups kept.`
    )
  }
  const backup = await backUp(order)
  keepNewest(folder, kind, keep, backup.file)
  return backup
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function freeBytesOf(folder: string): number {
  let there = folder
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there)
  const { bavail, bsize } = statfsSync(there)
  return bavail * bsize
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / 1024 / 1024)} MB`
}
