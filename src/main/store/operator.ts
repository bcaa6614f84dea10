import type { Instant } from '../../core/clock.ts'
import type { OperatorId } from '../../core/ids.ts'
import type { Role } from '../../core/operators/operator.ts'
import { all, one, statement } from './statement.ts'
import type { ReadableDb, WritableDb } from './database.ts'

/** A person of the station, also one who has left. The PIN's hash is read by {@link pinOf} alone. */
export interface OperatorRow {
  readonly id: OperatorId
  readonly badge: string
  readonly name: string
  readonly role: Role
  /** 1 while the badge opens something, 0 once the person has left. */
  readonly active: 0 | 1
  readonly hasPin: 0 | 1
  readonly wrongTries: number
  readonly lockedUntil: Instant | null
}

const SELECT_OPERATOR = `SELECT id, badge, name, role, active, pin_hash IS NOT NULL AS hasPin, wrong_tries AS wrongTries,
  locked_until AS lockedUntil FROM operator`

/** Everybody, those who are here before those who have left, by name. */
export function allOperators(db: ReadableDb): readonly OperatorRow[] {
  return all<OperatorRow>(db, `${SELECT_OPERATOR} ORDER BY active DESC, name COLLATE NOCASE, id`)
}

export function operatorAt(db: ReadableDb, id: OperatorId): OperatorRow | undefined {
  return one<OperatorRow>(db, `${SELECT_OPERATOR} WHERE id = ?`, id)
}

export function operatorWithBadge(db: ReadableDb, badge: string): OperatorRow | undefined {
  return one<OperatorRow>(db, `${SELECT_OPERATOR} WHERE badge = ?`, badge)
}

/** Whoever bears a name in whatever case, also if they have left: a name is never given to another person. */
export function operatorNamed(db: ReadableDb, name: string): OperatorRow | undefined {
  return one<OperatorRow>(db, `${SELECT_OPERATOR} WHERE name = ? COLLATE NOCASE`, name)
}

export function anyOperator(db: ReadableDb): boolean {
  return one(db, 'SELECT 1 FROM operator WHERE active = 1 LIMIT 1') !== undefined
}

/** How many admins are here, and how many of them have a PIN. */
export function countAdmins(db: ReadableDb): { readonly admins: number; readonly withPin: number } {
  return (
    one<{ admins: number; withPin: number }>(
      db,
      `SELECT count(*) AS admins, count(pin_hash) AS withPin FROM operator WHERE active = 1 AND role = 'admin'`
    ) ?? { admins: 0, withPin: 0 }
  )
}

export interface OperatorRecord {
  readonly badge: string
  readonly name: string
  readonly role: Role
}

export function insertOperator(db: WritableDb, { badge, name, role }: OperatorRecord): OperatorId {
  const { lastInsertRowid } = statement(db, 'INSERT INTO operator (badge, name, role) VALUES (?, ?, ?)').run(
    badge,
    name,
    role
  )
  return Number(lastInsertRowid) as OperatorId
}

export function setRole(db: WritableDb, id: OperatorId, role: Role): void {
  statement(db, 'UPDATE operator SET role = ? WHERE id = ?').run(role, id)
}

export function setBadge(db: WritableDb, id: OperatorId, badge: string): void {
  statement(db, 'UPDATE operator SET badge = ? WHERE id = ?').run(badge, id)
}

export function setActive(db: WritableDb, id: OperatorId, active: boolean): void {
  statement(db, 'UPDATE operator SET active = ? WHERE id = ?').run(active ? 1 : 0, id)
}

/** How a PIN is kept: its salt and the scrypt hash of both. */
export interface StoredPin {
  readonly salt: Uint8Array
  readonly hash: Uint8Array
}

export function pinOf(db: ReadableDb, id: OperatorId): StoredPin | undefined {
  return one<StoredPin>(
    db,
    'SELECT pin_salt AS salt, pin_hash AS hash FROM operator WHERE id = ? AND pin_hash IS NOT NULL',
    id
  )
}

/** Gives a PIN, or takes it away; tries and lock of the one before are over. */
export function setPin(db: WritableDb, id: OperatorId, pin: StoredPin | null): void {
  statement(
    db,
    'UPDATE operator SET pin_salt = ?, pin_hash = ?, wrong_tries = 0, locked_until = NULL WHERE id = ?'
  ).run(pin?.salt ?? null, pin?.hash ?? null, id)
}

/** Brings locks that end after a moment forward to it. */
export function endLocksBy(db: WritableDb, latest: Instant): void {
  statement(db, 'UPDATE operator SET locked_until = @latest WHERE locked_until > @latest').run({ latest })
}

export function setTries(db: WritableDb, id: OperatorId, wrongTries: number, lockedUntil: Instant | null): void {
  statement(db, 'UPDATE operator SET wrong_tries = ?, locked_until = ? WHERE id = ?').run(wrongTries, lockedUntil, id)
}
