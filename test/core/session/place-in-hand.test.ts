import { expect, it } from 'vitest'
import type { RowId, RunId } from '../../../src/core/ids.ts'
import { placeInHand } from '../../../src/core/session/place-in-hand.ts'
import { IDLE, type SessionPlace } from '../../../src/core/session/session.ts'

const run = 1 as RunId
const row = 7 as RowId

function inHand(at: SessionPlace) {
  return placeInHand({ ...IDLE, at })
}

it('leads nowhere while nothing is begun', () => {
  expect(placeInHand(IDLE)).toBeNull()
})

it('leads to the screen of what is begun', () => {
  expect(inHand({ kind: 'put-away', location: 'A-01', pending: null })).toEqual({ kind: 'receiving' })
  expect(inHand({ kind: 'run', run, build: null, rework: false, pending: null, quantity: null })).toEqual({
    kind: 'assembly'
  })
})

it('leads to the issue that is being raised by scan, with what was scanned', () => {
  const nothingYet = { kind: 'raise', row: null, code: null, part: null }
  expect(inHand({ kind: 'hold', subject: null })).toEqual(nothingYet)
  expect(inHand({ kind: 'hold', subject: { kind: 'row', row, name: 'Unit V-1' } })).toEqual({ ...nothingYet, row })
})
