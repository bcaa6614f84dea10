import { readCommand } from '../../../core/barcode/commands.ts'
import { isSameTest, readTestArgument, type TestLabel } from '../../../core/printing/test-label.ts'
import type { ReadableDb } from '../../store/database.ts'
import { commandCodesOf } from '../../store/label-code.ts'

/** Nobody prints more labels of other tests and then scans one from before. */
const MOST_LOOKED_AT = 200

/** The nonce of the newest test label of a printer that tests the same. */
export function newestTest(db: ReadableDb, label: TestLabel): string | null {
  const tests = commandCodesOf(db, label.printer, 'DS:TEST:', MOST_LOOKED_AT).flatMap((code) => {
    const reading = readCommand(code)
    return reading?.kind === 'command' && reading.command.kind === 'test'
      ? [readTestArgument(reading.command.argument)]
      : []
  })
  return tests.find((test) => isSameTest(test, label))?.nonce ?? null
}
