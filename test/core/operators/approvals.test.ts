import { describe, expect, it } from 'vitest'
import type { Instant } from '../../../src/core/clock.ts'
import type { OperatorId } from '../../../src/core/ids.ts'
import { askLead } from '../../../src/core/operators/lead.ts'
import { may, ROLES, type Action } from '../../../src/core/operators/operator.ts'
import { afterWrongTry, LOCK_MS, lockedUntil, MAX_WRONG_TRIES, NO_TRIES } from '../../../src/core/operators/pin-lock.ts'
import { signInPossible, type Member, type SignIn } from '../../../src/core/operators/people.ts'
import { needsLead } from '../../../src/core/session/answer.ts'
import type { StationDirectory } from '../../../src/core/session/directory.ts'
import { IDLE } from '../../../src/core/session/session.ts'
import { aLine, aPart, fakeDirectory } from '../../fakes/directory.ts'
import { createClerk } from '../../fakes/clerk.ts'

const KIM: Member = { id: 1 as OperatorId, name: 'Kim', role: 'clerk', hasPin: true, lockedUntil: null }
const LEA: Member = { id: 2 as OperatorId, name: 'Lea', role: 'lead', hasPin: true, lockedUntil: null }

/** A station that knows Kim, a clerk with the badge B-KIM, and Lea, a lead whose badge is the digits of a GTIN. */
function staffed(signIn: SignIn = 'open', at: Member | null = null, more: readonly Member[] = []): StationDirectory {
  const directory = fakeDirectory({ lines: [aLine(1, aPart(1), 10)], locations: ['DOCK'] })
  const badges: Readonly<Record<string, Member>> = { 'B-KIM': KIM, '4006381333931': LEA }
  const all = [KIM, LEA, ...more]
  return {
    ...directory,
    operators: { any: true, signedIn: at, approval: null },
    people: {
      signIn,
      withBadge: (text) => badges[text] ?? more.find(({ name }) => `B-${name.toUpperCase()}` === text),
      withId: (id) => all.find((member) => member.id === id)
    }
  }
}

describe('a badge', () => {
  it('signs its bearer in, whatever is open', () => {
    const clerk = createClerk(staffed())
    clerk.scanAll('PO-1', 'PART-1')
    expect(clerk.scan('B-KIM')).toMatchObject({ kind: 'accepted', title: 'Kim', show: null })
    expect(clerk.session).toMatchObject({ operator: 1, at: { kind: 'line' } })
    expect(clerk.effects).toEqual([{ kind: 'sign-in', operator: 1, name: 'Kim' }])
  })

  it('is a badge also where its digits are those of a GTIN', () => {
    const clerk = createClerk(staffed())
    clerk.scan('4006381333931')
    expect(clerk.session.operator).toBe(2)
  })

  it('signs in another person in place of the first', () => {
    const clerk = createClerk(staffed())
    clerk.scanAll('B-KIM', '4006381333931')
    expect(clerk.session.operator).toBe(2)
  })

  it('signs out when it is scanned once more after it was said to be signed in', () => {
    const clerk = createClerk(staffed())
    clerk.scanAll('B-KIM', 'B-KIM')
    expect(clerk.session.operator).toBe(1)
    expect(clerk.scan('B-KIM')).toMatchObject({ title: 'Signed out' })
    expect(clerk.session).toMatchObject({ operator: null, asking: null })
  })

  it('does not sign out when anything else is scanned in between', () => {
    const clerk = createClerk(staffed())
    clerk.scanAll('B-KIM', 'B-KIM', 'PO-1', 'B-KIM')
    expect(clerk.session).toMatchObject({ operator: 1, at: { kind: 'receipt' } })
    expect(clerk.scan('DS:CANCEL')).toMatchObject({ title: 'Still signed in' })
    expect(clerk.session).toMatchObject({ asking: null, at: { kind: 'receipt' } })
  })
})

describe('a station that asks for badges', () => {
  it.each(['badge', 'badge-and-pin'] as const)('takes nothing else before one, set to %s', (signIn) => {
    const clerk = createClerk(staffed(signIn))
    for (const text of ['PO-1', 'DS:HOME', 'nonsense', 'DS:WHAT']) {
      expect(clerk.scan(text), text).toMatchObject({ kind: 'refused', reason: 'not-signed-in' })
    }
    expect(clerk.session).toEqual(IDLE)
  })

  it('asks for a PIN where it is set to, and takes nothing else meanwhile but another badge or DS:CANCEL', () => {
    const clerk = createClerk(staffed('badge-and-pin'))
    expect(clerk.scan('B-KIM')).toMatchObject({ kind: 'accepted', sound: 'attention' })
    expect(clerk.session).toMatchObject({ operator: null, asking: { kind: 'pin', operator: 1, approves: null } })
    expect(clerk.scan('PO-1')).toMatchObject({ reason: 'waiting-for-pin' })
    clerk.scan('4006381333931')
    expect(clerk.session.asking).toMatchObject({ kind: 'pin', operator: 2 })
    clerk.scan('DS:CANCEL')
    expect(clerk.session).toEqual(IDLE)
  })

  it('refuses who has no PIN, and whose PIN is locked', () => {
    const more: readonly Member[] = [
      { id: 3 as OperatorId, name: 'Nia', role: 'clerk', hasPin: false, lockedUntil: null },
      {
        id: 4 as OperatorId,
        name: 'Lou',
        role: 'clerk',
        hasPin: true,
        lockedUntil: '2026-11-23T10:05:00.000Z' as Instant
      }
    ]
    const clerk = createClerk(staffed('badge-and-pin', null, more))
    expect(clerk.scan('B-NIA')).toMatchObject({ reason: 'pin-missing' })
    expect(clerk.scan('B-LOU')).toMatchObject({ reason: 'pin-locked', message: expect.stringContaining('10:05.') })
  })

  it('asks for nothing that would keep everybody out', () => {
    expect(signInPossible('badge', { any: false, withPin: false })).toBe('open')
    expect(signInPossible('badge-and-pin', { any: true, withPin: false })).toBe('badge')
    expect(signInPossible('badge-and-pin', { any: true, withPin: true })).toBe('badge-and-pin')
    expect(signInPossible('open', { any: true, withPin: true })).toBe('open')
  })
})

describe('what needs a lead', () => {
  const refusal = needsLead('open-lines', 'wrong-kind', 'Lines are open', 'Two lines are open.')
  const reading = { kind: 'text', text: 'X' } as const

  it('stays refused where there is nobody who could be asked', () => {
    const directory = fakeDirectory({ lines: [] })
    expect(askLead(IDLE, reading, refusal, directory)).toBe(refusal)
  })

  it('becomes a question that only a lead’s badge or DS:CANCEL answers', () => {
    const directory = staffed('open', KIM)
    const asked = askLead({ ...IDLE, operator: KIM.id }, reading, refusal, directory)
    expect(asked).toMatchObject({ kind: 'accepted', sound: 'attention', title: 'A lead is needed' })
    if (asked.kind !== 'accepted') return
    const clerk = createClerk(directory, asked.session)
    expect(clerk.scan('PO-1')).toMatchObject({ reason: 'waiting-for-lead' })
    expect(clerk.scan('DS:DONE')).toMatchObject({ reason: 'waiting-for-lead' })
    expect(clerk.scan('B-KIM')).toMatchObject({
      reason: 'lead-needed',
      message: expect.stringContaining('lead or admin')
    })
    clerk.scan('DS:CANCEL')
    expect(clerk.session).toEqual({ ...IDLE, operator: KIM.id })
  })

  it('is over, and nothing is done, where the scan means something else by the time a lead comes', () => {
    const asked = askLead(IDLE, reading, refusal, staffed())
    if (asked.kind !== 'accepted') throw new Error('it was asked')
    const clerk = createClerk(staffed(), asked.session)
    expect(clerk.scan('4006381333931')).toMatchObject({ kind: 'accepted', sound: 'refused', title: 'Not known' })
    expect(clerk.session).toEqual(IDLE)
    expect(clerk.effects).toEqual([])
  })

  it('asks the lead for a PIN too where the station asks for PINs', () => {
    const asked = askLead(IDLE, reading, refusal, staffed('badge-and-pin'))
    if (asked.kind !== 'accepted') throw new Error('it was asked')
    const clerk = createClerk(staffed('badge-and-pin'), asked.session)
    clerk.scan('4006381333931')
    expect(clerk.session.asking).toMatchObject({ kind: 'pin', operator: 2, approves: { need: 'open-lines' } })
  })
})

describe('the rights of each role', () => {
  it.each<readonly [Action, readonly string[]]>([
    ['work', ['clerk', 'lead', 'quality', 'admin']],
    ['approve', ['lead', 'admin']],
    ['decide-quality', ['quality', 'admin']],
    ['set-up', ['admin']]
  ])('%s is for %j', (action, roles) => {
    expect(ROLES.filter((role) => may(role, action))).toEqual(roles)
  })
})

describe('wrong PINs', () => {
  const nowMs = Date.parse('2026-11-23T10:00:00.000Z')
  const locked = Array.from({ length: MAX_WRONG_TRIES }).reduce<typeof NO_TRIES>(
    (tries) => afterWrongTry(tries, nowMs),
    NO_TRIES
  )

  it('lock after the fifth, for five minutes', () => {
    expect(lockedUntil(afterWrongTry(NO_TRIES, nowMs), nowMs)).toBeNull()
    expect(lockedUntil(locked, nowMs)).toBe('2026-11-23T10:05:00.000Z')
    expect(lockedUntil(locked, nowMs + LOCK_MS - 1)).not.toBeNull()
    expect(lockedUntil(locked, nowMs + LOCK_MS)).toBeNull()
  })

  it('neither unlock nor lock for ever when the clock jumps back', () => {
    const dayBefore = nowMs - 86_400_000
    expect(lockedUntil(locked, dayBefore)).toBe('2026-11-22T10:05:00.000Z')
  })
})
