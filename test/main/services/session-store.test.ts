import { describe, expect, it } from 'vitest'
import { IDLE, type Session } from '../../../src/core/session/session.ts'
import { readSession, writeSession } from '../../../src/main/services/session-store.ts'
import { transaction } from '../../../src/main/store/database.ts'
import { newStore } from '../../helpers/store.ts'

const AT_A: Session = { ...IDLE, location: 'A-01' }
const AT_B: Session = { ...IDLE, location: 'B-01' }

describe('what the clerk is in the middle of', () => {
  it('is nothing at a new station', () => {
    expect(readSession(newStore())).toEqual(IDLE)
  })

  it('is what was written last', () => {
    const db = newStore()
    for (const session of [AT_A, AT_B, AT_A]) {
      writeSession(db, session)
      expect(readSession(db)).toEqual(session)
      expect(readSession(db)).toEqual(session)
    }
  })

  it('is what it was where a decision is taken back, though it was read in between', () => {
    const db = newStore()
    writeSession(db, AT_A)
    readSession(db)
    expect(() =>
      transaction(db, () => {
        writeSession(db, AT_B)
        expect(readSession(db)).toEqual(AT_B)
        throw new Error('the disk is full')
      })
    ).toThrow('the disk is full')
    expect(readSession(db)).toEqual(AT_A)
  })

  it('is of one store alone', () => {
    const [one, other] = [newStore(), newStore()]
    writeSession(one, AT_A)
    writeSession(other, AT_B)
    expect([readSession(one), readSession(other)]).toEqual([AT_A, AT_B])
  })
})
