import { describe, expect, it } from 'vitest'
import type { Day } from '../../../src/core/clock.ts'
import { aLine, aLot, aPart, fakeDirectory, type DirectoryContents } from '../../fakes/directory.ts'
import { createClerk } from '../../fakes/clerk.ts'

const glue = aPart(1, { tracking: 'lot', lotSource: 'supplier' })
const sensor = aPart(2, { tracking: 'serial', serialSource: 'captured' })

function clerkAt(more: Partial<DirectoryContents> = {}) {
  const clerk = createClerk(fakeDirectory({ lines: [aLine(1, glue, 100), aLine(2, sensor, 3)], ...more }))
  clerk.scan('PO-1')
  return clerk
}

const label = (...fields: readonly string[]) => `[)>\x1e06\x1d${fields.join('\x1d')}\x1e\x04`
// The directory of the tests stands on 2026-11-23.
const YESTERDAY = '14D20261122'
const TODAY = '14D20261123'

describe('goods that are expired when they arrive', () => {
  it('are said to be with their label, with a sound of its own, and once only', () => {
    const clerk = clerkAt()
    const opened = clerk.scan(label('PPART-1', '1TL1', YESTERDAY))
    expect(opened).toMatchObject({ kind: 'accepted', sound: 'attention' })
    expect(opened.message).toContain('Expired on 2026-11-22.')
    expect(clerk.scan('DS:QTY:5')).toMatchObject({ sound: 'accepted', message: 'Scan DS:DONE.' })
  })

  it('are said to be also where the label comes after the part', () => {
    const clerk = clerkAt()
    clerk.scanAll('PART-2', 'A1')
    expect(clerk.scan(label('PPART-2', 'SA2', YESTERDAY))).toMatchObject({
      sound: 'attention',
      message: expect.stringContaining('Expired on 2026-11-22.')
    })
  })

  it('are known by their lot, where it came before', () => {
    const clerk = clerkAt({ lots: [{ ...aLot(glue, 'L1'), expiry: '2026-11-01' as Day }] })
    clerk.scan('PART-1')
    expect(clerk.scan('L1')).toMatchObject({
      sound: 'attention',
      message: expect.stringContaining('Expired on 2026-11-01.')
    })
  })

  it('are received by a second DONE where nobody could be asked, and never with the good sound', () => {
    const clerk = clerkAt()
    clerk.scanAll(label('PPART-1', '1TL1', YESTERDAY), 'DS:QTY:5')
    const first = clerk.scan('DS:DONE')
    expect(first).toMatchObject({ sound: 'attention', title: 'Expired', effect: { kind: 'none' } })
    expect(first.message).toMatch(/5 pcs of PART-1 expired on 2026-11-22.*DS:DONE once more receives it/)
    const second = clerk.scan('DS:DONE')
    expect(second).toMatchObject({ sound: 'attention', title: '5 pcs received', effect: { kind: 'receive' } })
    expect(second.message).toContain('put it aside for quality')
  })

  it('ask anew when the question was taken back', () => {
    const clerk = clerkAt()
    clerk.scanAll(label('PPART-1', '1TL1', YESTERDAY), 'DS:QTY:5', 'DS:DONE', 'DS:UNDO')
    expect(clerk.scan('DS:DONE')).toMatchObject({ title: 'Expired', effect: { kind: 'none' } })
    expect(clerk.effects).toEqual([])
  })

  it('are good on the day on which they expire', () => {
    const clerk = clerkAt()
    expect(clerk.scan(label('PPART-1', '1TL1', TODAY))).toMatchObject({ sound: 'accepted' })
    expect(clerk.scanAll('DS:QTY:5', 'DS:DONE')).toMatchObject({ sound: 'line-complete' })
  })
})
