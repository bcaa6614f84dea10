import { describe, expect, it } from 'vitest'
import { aLine, aPart, fakeDirectory } from '../../fakes/directory.ts'
import { createClerk } from '../../fakes/clerk.ts'

const sensor = aPart(1, { tracking: 'serial', serialSource: 'captured' })

function clerkAtLine(...scans: readonly string[]) {
  const clerk = createClerk(fakeDirectory({ lines: [aLine(1, sensor, 3)] }))
  clerk.scanAll('PO-1', ...scans)
  return clerk
}

const label = (...fields: readonly string[]) => `[)>\x1e06\x1d${['PPART-1', ...fields].join('\x1d')}\x1e\x04`

describe('a unit that is taken off the open line', () => {
  it('goes by itself, and the units after it stay', () => {
    const clerk = clerkAtLine('PART-1', 'A1', 'A2', 'A3')
    expect(clerk.scan('DS:OFF:A2')).toMatchObject({
      sound: 'accepted',
      title: 'Taken off',
      message: 'A2 is off the line. 2 of 3 pcs. Scan the next serial, or DS:DONE.'
    })
    expect(clerk.capture.serials).toEqual(['A1', 'A3'])
    clerk.scan('DS:DONE')
    expect(clerk.effects).toMatchObject([{ line: { serials: ['A1', 'A3'] } }])
  })

  it('may be scanned again, and DS:UNDO goes on with the scan before', () => {
    const clerk = clerkAtLine('PART-1', 'A1', 'A2', 'A3', 'DS:OFF:A2')
    expect(clerk.scan('A2')).toMatchObject({ sound: 'accepted' })
    clerk.scanAll('DS:UNDO', 'DS:UNDO')
    expect(clerk.capture.serials).toEqual(['A1'])
  })

  it('leaves the line open where its label had opened it', () => {
    const clerk = clerkAtLine(label('SA1'), 'A2', 'DS:OFF:A1')
    expect(clerk.capture.serials).toEqual(['A2'])
    clerk.scan('DS:UNDO')
    expect(clerk.session.at).toMatchObject({ kind: 'line' })
    expect(clerk.scan('DS:UNDO')).toMatchObject({ title: 'Taken back' })
    expect(clerk.session.at).toMatchObject({ kind: 'receipt' })
  })

  it('takes the lot and the expiry along that its label alone had said, and that is said', () => {
    const clerk = clerkAtLine('PART-1', label('SA1', '1TL1', '14D20271231'), 'A2')
    const answer = clerk.scan('DS:OFF:A1')
    expect(answer.sound).toBe('attention')
    expect(answer.message).toContain('So are lot L1 and the expiry 2027-12-31')
    expect(clerk.capture).toMatchObject({ lot: null, supplierLot: null, expiry: null })
  })

  it('leaves the lot where another label said it too', () => {
    const clerk = clerkAtLine('PART-1', label('SA1', '1TL1'), label('SA2', '1TL1'))
    expect(clerk.scan('DS:OFF:A1')).toMatchObject({ sound: 'accepted' })
    expect(clerk.capture.supplierLot).toBe('L1')
  })

  it('is refused where it is not on the line, or no line is open', () => {
    expect(clerkAtLine('PART-1', 'A1').scan('DS:OFF:A9')).toMatchObject({ sound: 'refused', title: 'Not on the line' })
    expect(clerkAtLine().scan('DS:OFF:A1')).toMatchObject({ sound: 'refused', title: 'No line is open' })
  })
})
