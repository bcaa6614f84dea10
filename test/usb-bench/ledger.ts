import { databaseFile } from '../../src/main/commands/open.ts'
import { openReadable } from '../../src/main/store/database.ts'
import { doubtfulLabels, printStops } from '../../src/main/store/print-stop.ts'

/** What a station that runs asks of printers that stopped, read by itself. */
export function openLedger(dataFolder: string): {
  /** The serials on labels in doubt, in the order in which they were sent. */
  inDoubt(): readonly string[]
  close(): void
} {
  const db = openReadable(databaseFile(dataFolder))
  return {
    inDoubt: () =>
      printStops(db)
        .flatMap((stop) => doubtfulLabels(db, stop))
        .map(({ serial }) => serial ?? ''),
    close: () => db.close()
  }
}
