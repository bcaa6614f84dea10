import { describe, expect, it } from 'vitest'
import { createClerk } from '../../fakes/clerk.ts'
import { aLine, aPart, fakeDirectory, type DirectoryContents } from '../../fakes/directory.ts'

const sensor = aPart(1, { tracking: 'serial', serialSource: 'captured' })
const resin = aPart(2, { tracking: 'lot', lotSource: 'supplier' })

function clerkAt(announced: DirectoryContents['announced'] = {}) {
  const clerk = createClerk(fakeDirectory({ lines: [aLine(1, sensor, 3), aLine(2, resin, 100)], announced }))
  clerk.scan('PO-1')
  return clerk
}

describe('what a supplier has announced', () => {
  it('is received without a word where it comes as announced', () => {
    const clerk = clerkAt({ serial: ['A1', 'A2', 'A3'] })
    expect(clerk.scanAll('PART-1', 'A1', 'A2', 'A3')).toMatchObject({ sound: 'accepted' })
    expect(clerk.scan('DS:DONE')).toMatchObject({
      sound: 'line-complete',
      message: expect.not.stringContaining('nnounced')
    })
  })

  it('makes another serial or lot something to hear of, which is received all the same', () => {
    const clerk = clerkAt({ serial: ['A1'], lot: ['L1'] })
    expect(clerk.scanAll('PART-1', 'B9')).toMatchObject({
      kind: 'accepted',
      sound: 'attention',
      message: expect.stringMatching(/^B9 was not announced for this line\. 1 of 3/)
    })
    expect(clerk.capture.serials).toEqual(['B9'])
    clerk.scan('DS:CANCEL')
    expect(clerk.scanAll('PART-2', 'L2')).toMatchObject({
      sound: 'attention',
      message: expect.stringContaining('Lot L2 was not announced for this line.')
    })
    expect(clerk.scan('DS:QTY:5')).toMatchObject({ sound: 'accepted' })
  })

  it('is named at the end where it has not come, and is no complete line where others came in its place', () => {
    const short = clerkAt({ serial: ['A1', 'A2', 'A3'] })
    expect(short.scanAll('PART-1', 'A1', 'DS:DONE')).toMatchObject({
      sound: 'line-complete',
      message: expect.stringContaining('Announced and not come: A2 and A3.')
    })
    const other = clerkAt({ serial: ['A1', 'A2', 'A3'] })
    expect(other.scanAll('PART-1', 'A1', 'A2', 'B9', 'DS:DONE')).toMatchObject({
      sound: 'attention',
      message: expect.stringContaining('Announced and not come: A3.')
    })
  })

  it('says nothing where nothing was announced', () => {
    const clerk = clerkAt()
    expect(clerk.scanAll('PART-1', 'B9')).toMatchObject({ sound: 'accepted' })
    expect(clerk.scan('DS:DONE')).toMatchObject({ sound: 'line-complete' })
  })
})
