import { rmSync } from 'node:fs'

/** Removes a copy of a database that is not to be used, with what SQLite keeps beside it while it writes. */
export function throwAway(unfinished: string): void {
  for (const beside of ['', '-journal', '-wal', '-shm']) rmSync(`${unfinished}${beside}`, { force: true })
}
