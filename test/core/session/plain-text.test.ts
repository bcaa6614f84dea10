import { describe, expect, it } from 'vitest'
import type { LotId, PartId } from '../../../src/core/ids.ts'
import { createClerk } from '../../fakes/clerk.ts'
import { aLine, aPart, fakeDirectory, type DirectoryContents } from '../../fakes/directory.ts'

type State = 'with nothing open' | 'on a receipt, which asks for a part'
type Kind = 'order' | 'part' | 'place' | 'serial' | 'lot'

const PART = aPart(9)
const LINES = [aLine(9, PART, 5)]
/** An order bears it, where that is wanted. */
const TEXT = 'PO-2'

/** What makes a text a name of each kind; the number of an order is one by itself. */
function naming(text: string): Readonly<Record<Kind, Partial<DirectoryContents>>> {
  return {
    order: {},
    part: { aliases: { [text]: PART.id } },
    place: { locations: [text] },
    serial: {
      serials: [
        { serial: text, partNumber: PART.partNumber, location: 'DOCK', order: null, receivedAt: null, operator: null }
      ]
    },
    lot: { lots: [{ id: 1 as LotId, partId: 9 as PartId, lot: text, supplierLot: null, expiry: null }] }
  }
}

/** Each with what it goes before. */
const PRECEDENCE: Readonly<Record<State, readonly (readonly [Kind, Kind])[]>> = {
  'with nothing open': [
    ['order', 'part'],
    ['order', 'place'],
    ['order', 'serial'],
    ['order', 'lot'],
    // Whether a part, a unit or a lot: one trace shows all that bears the text.
    ['part', 'place'],
    ['place', 'serial'],
    ['place', 'lot']
  ],
  'on a receipt, which asks for a part': [
    ['part', 'order'],
    ['part', 'place'],
    ['part', 'serial'],
    ['part', 'lot'],
    ['order', 'place'],
    ['order', 'serial'],
    ['order', 'lot'],
    ['place', 'serial'],
    ['place', 'lot'],
    ['serial', 'lot']
  ]
}

const STATES: readonly (readonly [State, readonly string[]])[] = [
  ['with nothing open', []],
  ['on a receipt, which asks for a part', ['PO-1']]
]

describe.each(STATES)('a text that names two things %s', (state, before) => {
  it.each(PRECEDENCE[state])('is the %s, and not the %s', (first, second) => {
    const answerWith = (...named: readonly Kind[]) => {
      const contents = named.reduce((all, kind) => ({ ...all, ...naming(TEXT)[kind] }), {})
      const known = fakeDirectory({ lines: LINES, ...contents })
      const isOrder = named.includes('order')
      const clerk = createClerk({
        ...known,
        order: (number) => (number === TEXT && !isOrder ? undefined : known.order(number))
      })
      return clerk.scanAll(...before, TEXT)
    }
    const answer = answerWith(first, second)
    expect(answer).toEqual(answerWith(first))
    expect(answer).not.toEqual(answerWith(second))
  })
})
