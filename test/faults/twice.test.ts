import { describe, expect, it } from 'vitest'
import { openWorkshop } from '../helpers/workshop.ts'

describe('the same unit, scanned twice in a row,', () => {
  it.each([
    ['on a line that captures serials', ['PO-1', 'CAPTURED'], 'S-9'],
    ['while stock is put away', ['DS:LOC:A-01'], 'S-0'],
    ['into a build', ['DS:RUN:RUN-1'], 'S-0'],
    ['in a count', ['DS:COUNT', 'DS:LOC:DOCK'], 'S-0']
  ] as const)('%s sounds as a duplicate the second time, and counts once', async (_where, way, serial) => {
    const workshop = await openWorkshop()
    await workshop.type(...way)
    expect(await workshop.type(serial)).toMatchObject({ sound: expect.not.stringMatching('duplicate|refused') })
    const before = workshop.picture()
    const again = await workshop.type(serial)
    expect(again.sound).toBe('duplicate')
    expect(again.message).not.toBe('')
    expect(workshop.picture()).toEqual(before)
  })

  it('by a scanner that reads everything twice is received, moved and installed once each', async () => {
    const workshop = await openWorkshop()
    const twice = (text: string) => workshop.type(text, text)
    for (const text of ['PO-1', 'CAPTURED', 'S-9', 'DS:DONE', 'DS:HOME', 'DS:LOC:A-01', 'S-9', 'DS:HOME']) {
      await twice(text)
    }
    const { rows } = await workshop.station.api.inventory.list({ search: 'S-9', show: 'all', offset: 0, limit: 5 })
    expect(rows).toMatchObject([{ serial: 'S-9', location: 'A-01', status: 'available' }])
    await twice('DS:RUN:RUN-1')
    await twice('S-9')
    const trace = await workshop.station.api.tracing.trace({ code: 'S-9', part: null })
    expect(JSON.stringify(trace).match(/component-installed/g)).toHaveLength(1)
  })
})
