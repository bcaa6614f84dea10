import { readingsOf, type Reading } from '../barcode/reading.ts'
import type { Instant, LocalTime } from '../clock.ts'
import { accepted, refused, type Answer } from '../session/answer.ts'
import type { Session } from '../session/session.ts'
import type { LeadAsking } from './asking.ts'
import type { Member, People } from './people.ts'

/** The person whose badge was scanned; absent where the scan is no badge. */
export function memberOf(reading: Reading, people: People): Member | undefined {
  for (const each of readingsOf(reading)) {
    const member = each.kind === 'text' || each.kind === 'gtin' ? people.withBadge(each.text) : undefined
    if (member) return member
  }
  return undefined
}

/** A badge with nothing asked: signs in, in place of whoever is; that of who is signed in already offers to sign out. */
export function scanBadge(session: Session, member: Member, people: People, local: LocalTime): Answer {
  const { asking } = session
  if (asking?.kind === 'sign-out' && asking.operator === member.id) return signOut(session, member)
  if (session.operator === member.id) {
    return accepted(
      { ...session, asking: { kind: 'sign-out', operator: member.id } },
      member.name,
      'You are signed in. Scan your badge once more to sign out, or go on.',
      { show: null }
    )
  }
  return withPin(session, member, null, people, local) ?? signIn(session, member)
}

/** From now on this person works at the station. What is open stays open. */
export function signIn(session: Session, { id, name, role }: Member): Answer {
  return accepted({ ...session, operator: id, asking: null }, name, `Signed in as ${role}.`, {
    effect: { kind: 'sign-in', operator: id, name },
    show: null
  })
}

function signOut(session: Session, { id, name }: Member): Answer {
  return accepted({ ...session, operator: null, asking: null }, 'Signed out', `${name} is signed out.`, {
    effect: { kind: 'sign-out', operator: id },
    show: null
  })
}

/** What comes between a badge and its effect where the station asks for PINs; absent where nothing does. */
export function withPin(
  session: Session,
  member: Member,
  approves: LeadAsking | null,
  people: People,
  local: LocalTime
): Answer | undefined {
  if (people.signIn !== 'badge-and-pin') return undefined
  const { id, name, hasPin, lockedUntil } = member
  if (!hasPin) {
    return refused(
      'pin-missing',
      'No PIN',
      `${name} has no PIN yet, and this station asks for one. Ask an admin to set it.`
    )
  }
  if (lockedUntil !== null) return pinLocked(name, lockedUntil, local)
  return accepted(
    { ...session, asking: { kind: 'pin', operator: id, name, approves } },
    `${name}: PIN`,
    'Type your PIN on the screen, or scan DS:CANCEL.',
    { sound: 'attention', show: null }
  )
}

/** Whose PIN was wrong too often. */
export function pinLocked(name: string, until: Instant, local: LocalTime): Answer {
  return refused(
    'pin-locked',
    'PIN is locked',
    `The PIN of ${name} was wrong too often: it is locked until ${local.timeOf(until)}. Wait, or ask an admin for a new one.`
  )
}
