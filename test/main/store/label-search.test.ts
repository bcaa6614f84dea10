import { describe, expect, it } from 'vitest'
import type { Instant } from '../../../src/core/clock.ts'
import type { LabelId } from '../../../src/core/ids.ts'
import type { LabelState } from '../../../src/core/printing/label-state.ts'
import type { StationContext } from '../../../src/main/services/context.ts'
import { labelsInState, setPrinter } from '../../../src/main/store/label.ts'
import { stepLabel } from '../../../src/main/store/label-step.ts'
import { ANY_LABEL, type LabelFacets } from '../../../src/main/store/label-facets.ts'
import { searchLabels } from '../../../src/main/store/label-search.ts'
import { verifyStore } from '../../../src/main/store/verify.ts'
import { scan, stationWithOrder } from '../../helpers/store.ts'

const AT = '2026-11-23T10:00:00.000Z' as Instant

/** Labels 1 and 2 of units A1 and A2, 3 of lot L-77, 4 to 6 of generated units; all of them wait. */
function stationWithLabels(): StationContext {
  const station = stationWithOrder()
  scan(station, 'PO-1', 'CAPTURED', 'A1', 'A2', 'DS:DONE', 'SUPPLIER-LOT', 'L-77', 'DS:QTY:5', 'DS:DONE')
  scan(station, 'GENERATED', 'DS:QTY:3', 'DS:DONE')
  return station
}

function step({ db }: StationContext, id: number, ...states: readonly LabelState[]): void {
  for (const state of states) stepLabel(db, id as LabelId, AT, 'kim', state, {})
}

function found({ db }: StationContext, search: string, states: readonly LabelState[] = []): readonly number[] {
  return searchLabels(db, search, states, 0, 50).rows.map(({ id }) => id)
}

describe.each(['while the labels wait', 'once they have been printed'] as const)(
  'the search over labels, %s,',
  (when) => {
    const station = () => {
      const made = stationWithLabels()
      if (when === 'once they have been printed') {
        for (const { id } of labelsInState(made.db, 'queued')) step(made, id, 'sending', 'sent', 'printed')
      }
      return made
    }

    it.each([
      ['a piece of a label’s number', 'ds0000000', [6, 5, 4, 3, 2, 1]],
      ['the end of a label’s number', '00003', [3]],
      ['a part', 'supplier', [3]],
      ['a serial', 'a1', [1]],
      ['a piece of a serial', '-26-', [6, 5, 4]],
      ['a lot', 'L-77', [3]],
      ['an order', 'po-1', [6, 5, 4, 3, 2, 1]],
      ['a printer', 'lots', [3]],
      ['the beginning of a code', 'l', [3]],
      ['two words, each in one of them', 'captured a2', [2]],
      ['nothing that any has', 'zzz', []],
      ['what means something to an index', '" OR codes MATCH "', []],
      ['what means something to a pattern', '%', []]
    ] as const)('finds by %s', (_what, search, ids) => {
      expect(found(station(), search)).toEqual(ids)
    })
  }
)

describe('the list of labels', () => {
  it('has what needs a person first, then the newest', () => {
    const station = stationWithLabels()
    step(station, 2, 'sending', 'unknown')
    step(station, 4, 'failed')
    expect(found(station, '')).toEqual([4, 2, 6, 5, 3, 1])
    expect(found(station, 'ds')).toEqual([4, 2, 6, 5, 3, 1])
    expect(found(station, '', ['unknown', 'queued'])).toEqual([2, 6, 5, 3, 1])
    expect(found(station, 'captured', ['unknown'])).toEqual([2])
  })

  it('goes on page by page over both', () => {
    const station = stationWithLabels()
    step(station, 2, 'sending', 'unknown')
    const page = (offset: number) => searchLabels(station.db, '', [], offset, 2)
    expect([0, 2, 4].map((offset) => page(offset).rows.map(({ id }) => id))).toEqual([
      [2, 6],
      [5, 4],
      [3, 1]
    ])
    expect(page(0)).toMatchObject({ total: 6, isMore: false })
  })

  it('finds a label that waits again once only, and by the printer that it waits for now', () => {
    const station = stationWithLabels()
    step(station, 1, 'sending', 'queued', 'sending', 'failed')
    expect(found(station, 'a1')).toEqual([1])
    setPrinter(station.db, 1 as LabelId, 'elsewhere')
    expect(found(station, 'elsewhere')).toEqual([1])
    step(station, 1, 'queued')
    expect(found(station, 'elsewhere')).toEqual([1])
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('is verified: a label that no search finds is named', () => {
    const station = stationWithLabels()
    step(station, 1, 'sending', 'sent')
    station.db.exec('DELETE FROM label_search WHERE rowid = 1')
    expect(verifyStore(station.db).problems).toContainEqual(
      expect.objectContaining({ rule: 'what has been sent to a printer can be searched', subject: 'DS00000001 copy 1' })
    )
  })
})

describe('the list of labels, narrowed', () => {
  function narrowed(
    { db }: StationContext,
    facets: Partial<LabelFacets>,
    search = '',
    states: readonly LabelState[] = []
  ) {
    return searchLabels(db, search, states, 0, 50, { ...ANY_LABEL, ...facets }).rows.map(({ id }) => id)
  }

  it.each([
    ['an order', { order: 'PO-1' }, [6, 5, 4, 3, 2, 1]],
    ['no piece of an order', { order: 'PO' }, []],
    ['a part', { part: 'CAPTURED' }, [2, 1]],
    ['a printer', { printer: 'lots' }, [3]],
    ['no piece of a printer', { printer: 'lot' }, []],
    ['a part and a printer that does not print it', { part: 'CAPTURED', printer: 'lots' }, []],
    ['an order and a part', { order: 'PO-1', part: 'GENERATED' }, [6, 5, 4]]
  ] as const)('holds those of %s', (_what, facets, ids) => {
    const station = stationWithLabels()
    expect(narrowed(station, facets)).toEqual(ids)
    for (const { id } of labelsInState(station.db, 'queued')) step(station, id, 'sending', 'sent', 'printed')
    expect(narrowed(station, facets)).toEqual(ids)
  })

  it('holds what needs a person first, and only what is in the states that are asked for', () => {
    const station = stationWithLabels()
    step(station, 1, 'sending', 'unknown')
    step(station, 5, 'sending', 'sent', 'printed')
    expect(narrowed(station, { printer: 'units' })).toEqual([1, 6, 5, 4, 2])
    expect(narrowed(station, { order: 'PO-1' }, '', ['printed'])).toEqual([5])
    expect(narrowed(station, { printer: 'units' }, '', ['unknown', 'printed'])).toEqual([1, 5])
  })

  it('is searched to its oldest label, also where it is long', () => {
    const station = stationWithLabels()
    station.db.exec(`
      INSERT INTO label (label, copy, kind, content, part_number, serial, order_no, printer, state, evidence, at)
        WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 10100)
        SELECT 'X' || n, 1, 'unit', '{}', 'CAPTURED', 'B' || n, 'PO-1', 'units', 'queued', '{}', '${AT}' FROM numbers;
      UPDATE label SET state = 'printed'`)
    expect(narrowed(station, { part: 'CAPTURED' }, 'a2')).toEqual([2])
    expect(narrowed(station, { order: 'PO-1' }, 'l-77')).toEqual([3])
  })

  it('is searched as the whole list is', () => {
    const station = stationWithLabels()
    expect(narrowed(station, { part: 'CAPTURED' }, 'a2')).toEqual([2])
    expect(narrowed(station, { printer: 'units' }, 'a2')).toEqual([2])
    expect(narrowed(station, { printer: 'lots' }, 'a2')).toEqual([])
  })
})
