import { describe, expect, it } from 'vitest'
import type { RowId } from '../../src/core/ids.ts'
import { openWorkshop } from '../helpers/workshop.ts'

/** What no place is called, some of it made to be taken for something else. */
const NOWHERE = ['NOWHERE', 'a-01', "A-01'; DROP TABLE location; --", '../A-01', '\u202e10-A', '\uff21-01']

/** Where a place may be scanned, by the scans that lead there. */
const SITUATIONS = {
  'with nothing open': [],
  'on a receipt': ['PO-1'],
  'on a line': ['PO-1', 'CAPTURED', 'S-9'],
  'while stock is put away': ['DS:LOC:A-01'],
  'while a lot waits to be put away': ['DS:LOC:A-01', 'L-0'],
  'on a run': ['DS:RUN:RUN-1'],
  'when a count begins': ['DS:COUNT'],
  'in a count': ['DS:COUNT', 'DS:LOC:DOCK', 'S-0']
} as const

describe.each(Object.entries(SITUATIONS))('a place that does not exist, scanned %s', (_where, way) => {
  it('is refused, and what was going on goes on as it was', async () => {
    const workshop = await openWorkshop()
    if (way.length > 0) await workshop.type(...way)
    const before = workshop.picture()
    for (const code of NOWHERE) {
      const { sound, message } = await workshop.type(`DS:LOC:${code}`)
      expect([sound, message.length > 20], code).toEqual(['refused', true])
    }
    expect(workshop.picture()).toEqual(before)
  })
})

describe('a place that does not exist, named in the window', () => {
  it('is refused as the target of a move, and nothing moves', async () => {
    const workshop = await openWorkshop()
    const before = workshop.picture()
    for (const to of [...NOWHERE, '']) {
      expect(await workshop.station.api.inventory.move({ row: 1 as RowId, to, quantity: null }), to).toMatchObject({
        kind: 'refused',
        reason: 'unknown-place'
      })
    }
    expect(workshop.picture()).toEqual(before)
  })

  it('has no label, and none is queued', async () => {
    const workshop = await openWorkshop()
    const before = workshop.picture()
    await expect(workshop.station.api.labels.printLocation({ location: 'NOWHERE' })).rejects.toMatchObject({
      code: 'not-found'
    })
    expect(workshop.picture()).toEqual(before)
  })
})
