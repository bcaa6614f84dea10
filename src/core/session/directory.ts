import type { CountDirectory } from '../counts/directory.ts'
import type { AssemblyDirectory } from '../assembly/directory.ts'
import type { StockDirectory } from '../inventory/stock-directory.ts'
import type { OperatorDirectory } from '../operators/approval.ts'
import type { People } from '../operators/people.ts'
import type { PrintingDirectory } from '../printing/directory.ts'
import type { QualityDirectory } from '../quality/hold.ts'
import type { Directory } from '../receiving/directory.ts'
import type { TeachingDirectory } from '../teaching/directory.ts'

/** All that the activities at a station may look up. */
export interface StationDirectory extends Directory {
  readonly assembly: AssemblyDirectory
  readonly stock: StockDirectory
  readonly counts: CountDirectory
  readonly operators: OperatorDirectory
  readonly people: People
  readonly printing: PrintingDirectory
  readonly quality: QualityDirectory
  readonly teaching: TeachingDirectory
}
