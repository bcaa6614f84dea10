import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { readSetting, writeSetting } from '../../store/setting.ts'

const KEY = 'counts.blind'

/** Whether a count that begins is blind: so it is, until somebody says otherwise at this station. */
export function isBlindByDefault(db: ReadableDb): boolean {
  return readSetting(db, KEY) !== 'no'
}

export function setBlindByDefault(db: WritableDb, blind: boolean): void {
  writeSetting(db, KEY, blind ? 'yes' : 'no')
}
