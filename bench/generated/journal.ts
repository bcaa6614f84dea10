import { instantOf } from '../../src/core/clock.ts'
import { GS } from '../../src/core/barcode/control-characters.ts'
import { supplierLabel } from '../../scripts/drive/supplier-label.ts'
import { createRandom, type Random } from '../../src/core/random.ts'
import type { Sound } from '../../src/core/scan-sound.ts'
import { codesOf } from '../../src/main/services/journal/scan-text.ts'
import { transaction, type WritableDb } from '../../src/main/store/database.ts'
import { answerScan, insertScan } from '../../src/main/store/scan.ts'
import { indexScans, mergeIndex, unindexedScans } from '../../src/main/store/scan-index.ts'

const SCANNERS = ['gun', 'wedge', 'fixed'] as const
const DAYS = 390
const DAY_MS = 86_400_000
const SCANS_A_TRANSACTION = 5_000
const ALL_PAGES = 1_000_000
const SEED = 3

interface MadeScan {
  readonly text: string
  readonly meaning: string
  readonly outcome: string
  readonly sound: Sound
}

/** Writes so many scans into a journal, over somewhat more than a year until today, all of them in the index. */
export function fillJournal(db: WritableDb, scans: number): void {
  const random = createRandom(SEED)
  const from = Date.now() - DAYS * DAY_MS
  for (let done = 0; done < scans; done += SCANS_A_TRANSACTION) {
    transaction(db, () => {
      for (let scan = done; scan < Math.min(scans, done + SCANS_A_TRANSACTION); scan += 1) {
        putScan(db, random, scan, from + (DAYS * DAY_MS * scan) / scans)
      }
    })
    transaction(db, () => indexScans(db, unindexedScans(db, SCANS_A_TRANSACTION), codesOf))
  }
  mergeIndex(db, ALL_PAGES)
}

function putScan(db: WritableDb, random: Random, scan: number, atMs: number): void {
  const { text, ...answer } = madeScan(random, scan)
  const scanner = random.pick(SCANNERS)
  const id = insertScan(db, {
    at: instantOf(Math.floor(atMs)),
    station: 'BENCH',
    scanner,
    source: scanner === 'wedge' ? 'keyboard' : 'other',
    raw: Buffer.from(text, 'latin1'),
    aim: scanner === 'wedge' ? null : ']C1',
    device: null,
    received: null
  })
  answerScan(db, id, { ...answer, operator: 'kim', events: null })
}

/** Most are serials; some are labels, commands, and what was refused. */
function madeScan(random: Random, scan: number): MadeScan {
  const kind = random.below(20)
  const serial = `SN-26-${String(scan).padStart(7, '0')}`
  if (kind === 0) {
    return {
      text: serial,
      meaning: 'text',
      outcome: `duplicate: Already scanned. ${serial} is on this line already. Scan the next unit.`,
      sound: 'duplicate'
    }
  }
  if (kind === 1) {
    return {
      text: `X${random.below(100_000)}`,
      meaning: 'text',
      outcome: 'unknown-code: Not known. Scan a part number, a GTIN or a supplier label.',
      sound: 'refused'
    }
  }
  if (kind < 5) {
    return {
      text: 'DS:DONE',
      meaning: 'command done',
      outcome: '25 pcs received. Scan the next part.',
      sound: 'line-complete'
    }
  }
  if (kind < 8) {
    const fields = [`PPART-${random.below(500)}`, `1TL-${scan}`, `Q${random.below(1_000)}`]
    return {
      text: supplierLabel(...fields),
      meaning: `supplier label, iso15434-06: ${fields.join(GS)}`,
      outcome: `PART. Lot L-${scan}. Scan DS:DONE.`,
      sound: 'accepted'
    }
  }
  return {
    text: serial,
    meaning: 'text',
    outcome: `${serial}. ${kind} of 25 pcs. Scan the next unit.`,
    sound: 'accepted'
  }
}
