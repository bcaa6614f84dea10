import { expect, it } from 'vitest'
import { partPage, trackingAnswer } from '../../../src/main/services/parts-view.ts'
import { switchTracking } from '../../../src/main/services/switch-tracking.ts'
import { scan, stationWithOrder } from '../../helpers/store.ts'

it('lists parts by their numbers, with how each is tracked and where its numbers come from', () => {
  const station = stationWithOrder()
  const { rows, total } = partPage(station, '', 0, 50)
  expect(total).toBe(5)
  expect(rows.map(({ partNumber, tracking, numbers }) => [partNumber, tracking, numbers])).toEqual([
    ['CAPTURED', 'serial', 'serials scanned at receipt'],
    ['GENERATED', 'serial', 'serials made here'],
    ['OWN-LOT', 'lot', 'lots numbered here'],
    ['SUPPLIER-LOT', 'lot', 'lots of the supplier'],
    ['UNTRACKED', 'untracked', '']
  ])
  expect(rows[0]?.revisions).toEqual(['B'])
  expect(partPage(station, '', 3, 1).rows.map(({ partNumber }) => partNumber)).toEqual(['SUPPLIER-LOT'])
  expect(partPage(station, 'lot', 0, 50)).toMatchObject({ total: 2 })
  expect(partPage(station, 'plain PART', 0, 50).total).toBe(5)
})

it('answers a switch with the rows that keep the part from it', () => {
  const station = stationWithOrder()
  scan(station, 'PO-1', 'CAPTURED', 'A1', 'DS:DONE', 'DS:DONE')
  expect(trackingAnswer(switchTracking(station, 'CAPTURED', 'lot'))).toMatchObject({
    kind: 'refused',
    total: 1,
    rows: [{ serial: 'A1', location: 'DOCK', status: 'available' }]
  })
  expect(trackingAnswer(switchTracking(station, 'UNTRACKED', 'lot'))).toMatchObject({ kind: 'switched' })
})
