import { describe, expect, it } from 'vitest'
import { follow, START } from '../../../src/renderer/src/shell/route.ts'

describe('where the window is', () => {
  it('begins at receiving', () => {
    expect(START.screen).toBe('receiving')
  })

  it('follows a scan that leads to a trace', () => {
    const place = { kind: 'trace', code: 'SN-1', part: 'PCB-100' } as const
    expect(follow(START, { kind: 'place', place })).toEqual({
      ...START,
      screen: 'trace',
      traced: { code: 'SN-1', part: 'PCB-100' }
    })
  })

  it('leads to the inventory with what is looked for, each time anew', () => {
    const sought = { text: 'SN-1', alsoGone: false }
    expect(follow(START, { kind: 'find', sought })).toEqual({ ...START, screen: 'inventory', sought })
  })

  it('follows a scan that leads to the run', () => {
    expect(follow(START, { kind: 'place', place: { kind: 'assembly' } }).screen).toBe('assembly')
  })

  it('shows a bill in place of the parts until one goes back to them', () => {
    const target = { partNumber: 'DRONE', revision: 'A' }
    const shown = follow(START, { kind: 'bom', target })
    expect(shown).toEqual({ ...START, screen: 'parts', bom: target })
    const elsewhere = follow(shown, { kind: 'screen', screen: 'labels' })
    expect(follow(elsewhere, { kind: 'screen', screen: 'parts' }).bom).toEqual(target)
    expect(follow(shown, { kind: 'screen', screen: 'parts' }).bom).toBeNull()
    expect(follow(shown, { kind: 'bom', target: null })).toEqual({ ...START, screen: 'parts' })
  })

  it('keeps what was traced while other screens are looked at', () => {
    const traced = follow(START, { kind: 'trace', target: { code: 'SN-1', part: null } })
    const elsewhere = follow(traced, { kind: 'place', place: { kind: 'receiving' } })
    expect(elsewhere.screen).toBe('receiving')
    expect(follow(elsewhere, { kind: 'screen', screen: 'trace' })).toEqual(traced)
  })

  it('follows the scan of an issue’s number', () => {
    const place = { kind: 'issue', issue: 'Q-2026-00001' } as const
    expect(follow(START, { kind: 'place', place })).toEqual({
      ...START,
      screen: 'issues',
      issue: { kind: 'open', issue: 'Q-2026-00001' }
    })
  })

  it('stays with an issue that is being raised: what is scanned names what it is about', () => {
    const aim = { kind: 'raise', row: null, code: null, part: null } as const
    const raising = follow(follow(START, { kind: 'issue', aim }), { kind: 'raising', isRaising: true })
    const place = { kind: 'trace', code: 'SN-1', part: null } as const
    expect(follow(raising, { kind: 'place', place })).toEqual({ ...raising, named: { code: 'SN-1', part: null } })
    const done = follow(raising, { kind: 'raising', isRaising: false })
    expect(follow(done, { kind: 'place', place }).screen).toBe('trace')
  })
})
