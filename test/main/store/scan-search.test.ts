import { describe, expect, it } from 'vitest'
import type { Instant } from '../../../src/core/clock.ts'
import { codesOf } from '../../../src/main/services/journal/scan-text.ts'
import type { WritableDb } from '../../../src/main/store/database.ts'
import { insertOperator } from '../../../src/main/store/operator.ts'
import { ANY_SCAN, matchingScans, searchScans, type ScanFilter } from '../../../src/main/store/scan-search.ts'
import { verifyStore } from '../../../src/main/store/verify.ts'
import { indexAll, makeScan } from '../../helpers/journal.ts'
import { newStore } from '../../helpers/store.ts'

const LABEL = '[)>\u001e06\u001dPBOLT-M8\u001d1TL-77\u001e\u0004'

/** Scans 1 to 7, of three scanners on three days; 6 was never answered. */
function journal(): WritableDb {
  const db = newStore()
  makeScan(db, { text: 'PO-1', at: '2026-11-21T08:00:00Z', outcome: 'Order PO-1. Scan a part.' })
  makeScan(db, { text: LABEL, at: '2026-11-21T09:00:00Z', meaning: 'supplier label, 06: P=BOLT-M8 1T=L-77' })
  makeScan(db, { text: 'S-100', at: '2026-11-22T08:00:00Z', scanner: 'fixed', outcome: 'S-100. Unit 1 of 12.' })
  makeScan(db, {
    text: 'S-100',
    at: '2026-11-22T08:00:01Z',
    scanner: 'fixed',
    sound: 'duplicate',
    outcome: 'already-scanned: Scanned already. S-100 is on this line.'
  })
  makeScan(db, { text: '\u0005ac-\u0002A1', at: '2026-11-22T10:00:00Z', sound: 'refused', outcome: 'unknown: No.' })
  makeScan(db, { text: 'S-101', at: '2026-11-23T08:00:00Z', scanner: 'wedge', source: 'keyboard', sound: null })
  makeScan(db, { text: 'Größe \xdf', at: '2026-11-23T08:00:01Z', scanner: 'wedge', sound: 'refused', outcome: 'x' })
  return db
}

function found(db: WritableDb, filter: Partial<ScanFilter>): readonly number[] {
  return searchScans(db, { ...ANY_SCAN, ...filter }, 0, 50, codesOf).rows.map(({ id }) => id)
}

describe.each(['before anything is in the index', 'with some of it in the index', 'with all in the index'] as const)(
  'the search over scans, %s,',
  (when) => {
    const opened = (): WritableDb => {
      const db = journal()
      if (when === 'with all in the index') indexAll(db)
      if (when === 'with some of it in the index') {
        indexAll(db)
        db.exec('DELETE FROM scan_search WHERE rowid > 3')
      }
      return db
    }

    it.each([
      ['everything', {}, [7, 6, 5, 4, 3, 2, 1]],
      ['a piece of what was scanned', { search: '-100' }, [4, 3]],
      ['a separator as it is shown', { search: '␝PBOLT' }, [2]],
      ['a separator and what stands behind it', { search: '␝1t' }, [2]],
      ['its beginning', { search: 'po' }, [1]],
      ['its meaning', { search: 'supplier' }, [2]],
      ['its outcome', { search: 'already-scanned' }, [4]],
      ['its sound', { search: 'duplicate' }, [4]],
      ['its scanner', { search: 'fixed' }, [4, 3]],
      ['letters beyond ASCII in another case', { search: 'GRÖSSE' }, []],
      ['letters beyond ASCII', { search: 'größe' }, [7]],
      ['two words', { search: 's-100 unit' }, [3]],
      ['what was never answered, too', { search: 's-101' }, [6]],
      ['nothing that any has', { search: 'zzzz' }, []],
      ['what means something to an index', { search: '" OR codes MATCH "' }, []],
      ['marks alone', { search: '␂' }, [7, 6, 5, 4, 3, 2, 1]],
      ['a scanner', { scanner: 'fixed' }, [4, 3]],
      ['a scanner that has not scanned', { scanner: 'gone' }, []],
      ['a sound', { outcome: 'accepted' }, [3, 2, 1]],
      ['another sound', { outcome: 'refused' }, [7, 5]],
      ['what was never answered', { outcome: 'unanswered' }, [6]],
      ['a scanner and a sound', { scanner: 'fixed', outcome: 'duplicate' }, [4]],
      ['a text and a sound', { search: 's-100', outcome: 'accepted' }, [3]],
      ['from a day on', { from: '2026-11-22T10:00:00.000Z' as Instant }, [7, 6, 5]],
      ['before a day', { before: '2026-11-22T00:00:00.000Z' as Instant }, [2, 1]],
      [
        'one day, by text',
        {
          search: 's-10',
          from: '2026-11-23T00:00:00.000Z' as Instant,
          before: '2026-11-24T00:00:00.000Z' as Instant
        },
        [6]
      ],
      ['a day on which nothing was scanned', { search: 's-10', before: '2020-01-01T00:00:00.000Z' as Instant }, []]
    ] as const)('finds by %s', (_what, filter, ids) => {
      const db = opened()
      expect(found(db, filter)).toEqual(ids)
      expect(matchingScans(db, { ...ANY_SCAN, ...filter }, codesOf, -1)).toEqual(ids)
    })

    it('keeps the code of a badge out of it, also where it was scanned before it was anybody’s', () => {
      const db = opened()
      const badge = makeScan(db, { text: 'BADGE-4711', outcome: 'unknown: BADGE-4711 is not known here.' })
      if (when === 'with all in the index') indexAll(db)
      expect(found(db, { search: '4711' })).toEqual([badge])
      insertOperator(db, { badge: 'BADGE-4711', name: 'Kim', role: 'admin' })
      expect(found(db, { search: '4711' })).toEqual([])
      expect(found(db, { search: 'bad' })).toEqual([])
    })
  }
)

describe('the list of scans', () => {
  it('gives a page from anywhere, and says how many there are', () => {
    const db = journal()
    const page = searchScans(db, ANY_SCAN, 2, 3, codesOf)
    expect(page).toMatchObject({ total: 7, isMore: false })
    expect(page.rows.map(({ id }) => id)).toEqual([5, 4, 3])
    const day = {
      ...ANY_SCAN,
      from: '2026-11-22T00:00:00.000Z' as Instant,
      before: '2026-11-23T00:00:00.000Z' as Instant
    }
    expect(searchScans(db, day, 1, 1, codesOf)).toMatchObject({ total: 3, rows: [{ id: 4 }] })
  })

  it('counts to a thousand matches and says that there are more', () => {
    const db = newStore()
    for (let count = 0; count < 1_002; count += 1) makeScan(db, { text: `S-${count}` })
    indexAll(db)
    expect(searchScans(db, { ...ANY_SCAN, search: 's-' }, 990, 50, codesOf)).toMatchObject({
      total: 1_000,
      isMore: true
    })
  })
})

describe('the index of scans', () => {
  it('is compared with the journal by verify', () => {
    const db = journal()
    indexAll(db)
    expect(verifyStore(db).problems).toEqual([])
    db.exec('DELETE FROM scan_search WHERE rowid = 3')
    expect(verifyStore(db).problems).toMatchObject([
      { rule: 'a scan that was answered can be searched', subject: 'scan 3', found: 'not in the index' }
    ])
  })
})
