import type { Migration } from './migrate.ts'
import { receiving } from './migrations/0001-receiving.ts'
import { stockSearch } from './migrations/0002-stock-search.ts'
import { operators } from './migrations/0003-operators.ts'
import { assembly } from './migrations/0004-assembly.ts'
import { quality } from './migrations/0005-quality.ts'
import { counts } from './migrations/0006-counts.ts'
import { returns } from './migrations/0007-returns.ts'
import { yearsOfWork } from './migrations/0008-years-of-work.ts'
import { openOrders } from './migrations/0009-open-orders.ts'
import { printing } from './migrations/0010-printing.ts'
import { stockIndexLater } from './migrations/0011-stock-index-later.ts'
import { scanJournal } from './migrations/0012-scan-journal.ts'
import { taughtFormats } from './migrations/0013-taught-formats.ts'
import { lostLabels } from './migrations/0014-lost-labels.ts'
import { stopsByStep } from './migrations/0015-stops-by-step.ts'
import { scanSenders } from './migrations/0016-scan-senders.ts'

/** In order, one number each, never edited once shipped. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, up: receiving },
  { version: 2, up: stockSearch },
  { version: 3, up: operators },
  { version: 4, up: assembly },
  { version: 5, up: quality },
  { version: 6, up: counts },
  { version: 7, up: returns },
  { version: 8, up: yearsOfWork },
  { version: 9, up: openOrders },
  { version: 10, up: printing },
  { version: 11, up: stockIndexLater },
  { version: 12, up: scanJournal },
  { version: 13, up: taughtFormats },
  { version: 14, up: lostLabels },
  { version: 15, up: stopsByStep },
  { version: 16, up: scanSenders }
]
