import { describe, expect, it } from 'vitest'
import type { OperatorId } from '../../../../src/core/ids.ts'
import type { SignIn } from '../../../../src/core/operators/people.ts'
import type { StationContext } from '../../../../src/main/services/context.ts'
import { createPinEntry } from '../../../../src/main/services/operators/enter-pin.ts'
import { createLeadRequests } from '../../../../src/main/services/operators/lead-requests.ts'
import { hashPin, isPin } from '../../../../src/main/services/operators/pin-hash.ts'
import { signInNow } from '../../../../src/main/services/operators/people.ts'
import { changeActive, changePin } from '../../../../src/main/services/operators/staff.ts'
import { readSession } from '../../../../src/main/services/session-store.ts'
import { operatorAt } from '../../../../src/main/store/operator.ts'
import { verifyStore } from '../../../../src/main/store/verify.ts'
import { withOperators } from '../../../helpers/operators.ts'
import { newStore, scan, stationWithOrder, testClock, type TestClock } from '../../../helpers/store.ts'

const PIN = '4711'

interface PinStation {
  readonly station: StationContext
  readonly clock: TestClock
  readonly people: ReturnType<typeof withOperators>
  readonly enter: (pin: string) => Promise<{ readonly sound: string; readonly title: string; readonly message: string }>
}

/** A station that asks for PINs, where everybody but Quin has the same one. */
async function pinStation(signIn: SignIn = 'badge-and-pin'): Promise<PinStation> {
  const clock = testClock()
  const station = { ...stationWithOrder(newStore(), clock), signIn }
  const people = withOperators(station)
  for (const id of [people.ada, people.lea, people.kim]) await changePin(station, id, PIN)
  const entry = createPinEntry(
    station,
    createLeadRequests(station.db, () => {})
  )
  return { station, clock, people, enter: async (pin) => (await entry(pin)).answer }
}

async function lockKim({ station, enter }: PinStation): Promise<void> {
  scan(station, 'B-KIM')
  for (let index = 0; index < 5; index++) await enter('0000')
}

function kinds({ db }: StationContext, beginning: string): readonly string[] {
  const rows = db.prepare("SELECT kind FROM event WHERE kind LIKE ? || '%' ORDER BY seq").all(beginning) as readonly {
    readonly kind: string
  }[]
  return rows.map(({ kind }) => kind)
}

describe('a PIN', () => {
  it('is kept as a hash with a salt of its own, which only the same PIN fits', async () => {
    const [one, other] = await Promise.all([hashPin(PIN), hashPin(PIN)])
    expect(one.salt).not.toEqual(other.salt)
    expect(one.hash).not.toEqual(other.hash)
    expect(await isPin(PIN, one)).toBe(true)
    expect(await isPin('4712', one)).toBe(false)
  })

  it.each(['123', '1234567890123', '12a4', '', '٤٧١١', '7777'])('is refused where it is %j', async (pin) => {
    const { station, people } = await pinStation()
    expect(await changePin(station, people.kim, pin)).toMatchObject({ kind: 'refused', reason: 'pin-unusable' })
  })

  it('signs in where the badge was scanned before, and nowhere is the PIN written', async () => {
    const { station, people, enter } = await pinStation()
    scan(station, 'B-KIM')
    expect(readSession(station.db).operator).toBeNull()
    expect(await enter(PIN)).toMatchObject({ sound: 'accepted', title: 'Kim' })
    expect(readSession(station.db)).toMatchObject({ operator: people.kim, asking: null })
    const written = station.db.prepare('SELECT group_concat(data) AS data FROM event').get() as { data: string }
    expect(written.data).not.toContain(PIN)
    expect(station.db.prepare("SELECT count(*) AS n FROM scan WHERE raw LIKE '%4711%'").get()).toEqual({ n: 0 })
  })

  it('is asked of the lead who approves, too, and the clerk stays signed in', async () => {
    const { station, people, enter } = await pinStation()
    scan(station, 'B-KIM')
    await enter(PIN)
    scan(station, 'PO-1', 'UNTRACKED', 'DS:QTY:103')
    expect(scan(station, 'B-LEA').answer.title).toBe('Lea: PIN')
    expect(scan(station, 'DS:DONE').answer.title).toBe('Waiting for a PIN')
    expect(await enter('9999')).toMatchObject({ sound: 'refused', title: 'Wrong PIN' })
    expect(await enter(PIN)).toMatchObject({ sound: 'accepted', title: '103 pcs' })
    expect(readSession(station.db)).toMatchObject({ operator: people.kim, asking: null })
    expect(kinds(station, 'approval')).toEqual(['approval-given'])
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('is not asked for where nobody waits for one', async () => {
    const { enter } = await pinStation()
    expect(await enter(PIN)).toMatchObject({ sound: 'refused', title: 'No PIN is asked for' })
  })

  it('of two typed at once is two tries', async () => {
    const { station, people, enter } = await pinStation()
    scan(station, 'B-KIM')
    await Promise.all([enter('1111'), enter('2222')])
    expect(operatorAt(station.db, people.kim)?.wrongTries).toBe(2)
  })

  it('does nothing where the question was left while it was checked', async () => {
    const { station, enter } = await pinStation()
    scan(station, 'B-KIM')
    const answer = enter(PIN)
    scan(station, 'DS:CANCEL')
    expect(await answer).toMatchObject({ sound: 'refused', title: 'No PIN is asked for' })
    expect(readSession(station.db).operator).toBeNull()
  })
})

describe('five wrong PINs', () => {
  it('lock the badge for five minutes, each an event, and not even the right PIN is looked at', async () => {
    const at = await pinStation()
    await lockKim(at)
    expect(await at.enter(PIN)).toMatchObject({ title: 'PIN is locked', message: expect.stringContaining('10:05.') })
    expect(kinds(at.station, 'pin-')).toEqual([...Array<string>(5).fill('pin-wrong'), 'pin-locked'])
    scan(at.station, 'DS:CANCEL')
    expect(scan(at.station, 'B-KIM').answer.title).toBe('PIN is locked')
    at.clock.set('2026-11-23T10:05:00.000Z')
    scan(at.station, 'B-KIM')
    expect(await at.enter(PIN)).toMatchObject({ title: 'Kim' })
    expect(verifyStore(at.station.db).problems).toEqual([])
  })

  it('stay locked over a restart', async () => {
    const at = await pinStation()
    await lockKim(at)
    const restarted = { ...at.station }
    scan(restarted, 'DS:CANCEL')
    expect(scan(restarted, 'B-KIM').answer.title).toBe('PIN is locked')
  })

  it('are not unlocked by a clock that jumps back, and not locked for ever', async () => {
    const at = await pinStation()
    await lockKim(at)
    scan(at.station, 'DS:CANCEL')
    at.clock.set('2026-11-20T08:00:00.000Z')
    expect(scan(at.station, 'B-KIM').answer.title).toBe('PIN is locked')
    at.clock.set('2026-11-20T08:04:59.000Z')
    expect(scan(at.station, 'B-KIM').answer.title).toBe('PIN is locked')
    at.clock.set('2026-11-20T08:05:00.000Z')
    expect(scan(at.station, 'B-KIM').answer.title).toBe('Kim: PIN')
  })

  it('of one badge leave the others alone, and a right one in between begins the count anew', async () => {
    const at = await pinStation()
    scan(at.station, 'B-KIM')
    for (let index = 0; index < 4; index++) await at.enter('0000')
    await at.enter(PIN)
    scan(at.station, 'B-KIM', 'B-KIM', 'B-KIM')
    await at.enter('0000')
    expect(operatorAt(at.station.db, at.people.kim)).toMatchObject({ wrongTries: 1, lockedUntil: null })
    expect(operatorAt(at.station.db, at.people.lea)).toMatchObject({ wrongTries: 0 })
  })

  it('are over with a new PIN from an admin', async () => {
    const at = await pinStation()
    await lockKim(at)
    await changePin(at.station, at.people.kim, '2580')
    expect(await at.enter('2580')).toMatchObject({ title: 'Kim' })
  })
})

describe('a station that asks for more than anybody could answer', () => {
  it('stays open until there is an admin, and asks for badges alone until an admin has a PIN', async () => {
    const station = { ...stationWithOrder(), signIn: 'badge-and-pin' as const }
    expect(scan(station, 'PO-1').answer.sound).toBe('accepted')
    scan(station, 'DS:CANCEL')
    const { ada } = withOperators(station)
    expect(signInNow(station.db, station.signIn)).toBe('badge')
    expect(scan(station, 'PO-1').answer.title).toBe('Nobody is signed in')
    expect(scan(station, 'B-ADA').answer.title).toBe('Ada')
    await changePin(station, ada, PIN)
    expect(signInNow(station.db, station.signIn)).toBe('badge-and-pin')
    expect(scan(station, 'B-KIM').answer.title).toBe('No PIN')
  })

  it('signs out whoever leaves, whose badge then means nothing', async () => {
    const { station, people } = await pinStation('badge')
    scan(station, 'B-KIM')
    expect(changeActive(station, people.kim, false)).toMatchObject({ kind: 'done' })
    expect(readSession(station.db).operator).toBeNull()
    expect(scan(station, 'B-KIM').answer.title).toBe('Nobody is signed in')
    const nobody = 999 as OperatorId
    expect(() => changeActive(station, nobody, false)).toThrow(/no such operator/)
  })
})
