import { StationError } from '../../core/errors.ts'

/** Turns a failure of the database file into words; leaves every other error as it is. */
export function explainSqliteFailure(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (!code.startsWith('SQLITE_')) return error
  if (code === 'SQLITE_FULL') {
    return new StationError(
      'disk-full',
      `The disk is full: ${file} could not be written. Nothing of the last step was kept, and all earlier steps are safe. Free some space, then do the last step again.`,
      { cause: error }
    )
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new StationError(
      'database-corrupt',
      `The database ${file} is damaged or is not a database. It has not been touched. Keep the file, and restore the newest backup from the backups folder beside it.`,
      { cause: error }
    )
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM') {
    return new StationError(
      'database-readonly',
      `The database ${file} cannot be written: its file or folder is read-only. Give this user the right to write there, then start again.`,
      { cause: error }
    )
  }
  if (code.startsWith('SQLITE_CANTOPEN')) {
    return new StationError(
      'data-folder-unusable',
      `The database ${file} cannot be opened: its folder is missing or this user may not write there. Choose another folder with --data, or correct its rights.`,
      { cause: error }
    )
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return new StationError(
      'data-folder-unusable',
      `Reading or writing ${file} failed in the drive (${code}). Nothing of the last step was kept. Check the drive and its space before going on.`,
      { cause: error }
    )
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new StationError(
      'data-folder-held',
      `The database ${file} is in use by another program. Wait until that is done, then try again.`,
      { cause: error }
    )
  }
  return error
}
