import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ONE, quantityOf, ZERO, type Quantity } from '../../../src/core/quantity.ts'
import type { OperatorDirectory } from '../../../src/core/operators/approval.ts'
import type { Role } from '../../../src/core/operators/operator.ts'
import { decidesQuality, movesHeldByScan } from '../../../src/core/quality/authority.ts'
import { holdWords } from '../../../src/core/quality/hold.ts'
import { decideDisposition, undecided, type Disposable } from '../../../src/core/quality/issue-decision.ts'
import { cleanText, cleanTitle } from '../../../src/core/quality/issue.ts'
import type { IssueId, OperatorId } from '../../../src/core/ids.ts'
import { aStockRow } from '../../fakes/directory.ts'

const OPEN = { number: 'Q-2026-00001', isOpen: true, holds: true }
const ALONE: OperatorDirectory = { any: false, signedIn: null, approval: null }

function atStation(role: Role | null): OperatorDirectory {
  return { any: true, signedIn: role && { id: 1 as OperatorId, name: 'Kim', role }, approval: null }
}

function lot(quantities: readonly number[], released = 0): Disposable {
  const rows = quantities.map((quantity, index) =>
    aStockRow(index + 1, { tracking: 'lot', lot: 'L1', location: `A-0${index}`, quantity: quantityOf(quantity) })
  )
  const there = rows.reduce((sum, { quantity }) => sum + quantity, 0) as Quantity
  return { rows, there, released: quantityOf(released), unit: 'pcs', isUnit: false }
}

describe('who decides on issues', () => {
  it.each([
    ['clerk', false],
    ['lead', false],
    ['quality', true],
    ['admin', true],
    [null, false]
  ] as const)('a %s: %s', (role, decides) => {
    expect(decidesQuality(atStation(role))).toBe(decides)
    expect(movesHeldByScan(atStation(role))).toBe(decides)
  })

  it('is the person at the station where no operator is set up, but a scan moves nothing that is held', () => {
    expect(decidesQuality(ALONE)).toBe(true)
    expect(movesHeldByScan(ALONE)).toBe(false)
  })
})

describe('the words of a hold', () => {
  it('name each issue once, with its title', () => {
    const hold = { issue: 1 as IssueId, number: 'Q-2026-00001', title: 'Cracked housing' }
    expect(holdWords([])).toBe('')
    expect(holdWords([hold, hold])).toBe('On hold: Q-2026-00001 Cracked housing')
    expect(holdWords([hold, { issue: 2 as IssueId, number: 'Q-2026-00002', title: 'Wrong colour' }])).toBe(
      'On hold: Q-2026-00001 Cracked housing, Q-2026-00002 Wrong colour'
    )
  })
})

describe('texts of people', () => {
  it('keep their lines and lose what steers a screen', () => {
    expect(cleanTitle('  a\tb\r\n c\u202e\u0007 ')).toBe('a b c')
    expect(cleanText(' one\r\ntwo\u001b[31m\u0000\n')).toBe('one\ntwo[31m')
  })
})

describe('a disposition', () => {
  const reason = 'Decided by the book'

  it('is about all of the one row, or of what is undecided, where no quantity is said', () => {
    const scrap = { kind: 'scrap', quantity: null, row: null, reason } as const
    expect(decideDisposition(OPEN, lot([10], 4), scrap, ALONE)).toMatchObject({
      quantity: quantityOf(10),
      row: { id: 1 }
    })
    const use = { kind: 'use-as-is', quantity: null, row: null, reason } as const
    expect(decideDisposition(OPEN, lot([10], 4), use, ALONE)).toMatchObject({ quantity: quantityOf(6), row: null })
  })

  it('of a unit that is built in lets it stay, and takes it nowhere', () => {
    const builtIn: Disposable = { rows: [], there: ONE, released: ZERO, unit: 'pcs', isUnit: true }
    const decide = (kind: 'use-as-is' | 'return') =>
      decideDisposition(OPEN, builtIn, { kind, quantity: null, row: null, reason }, ALONE)
    expect(decide('use-as-is').kind).toBe('allowed')
    expect(decide('return')).toMatchObject({ reason: 'gone' })
  })

  it('never decides on more than is there, whatever is asked in whatever order', () => {
    const request = fc.record({
      kind: fc.constantFrom('use-as-is' as const, 'rework' as const, 'return' as const, 'scrap' as const),
      quantity: fc.option(fc.integer({ min: -1, max: 15 }).map(String)),
      row: fc.option(fc.integer({ min: 1, max: 4 }))
    })
    fc.assert(
      fc.property(
        fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }),
        fc.array(request, { maxLength: 12 }),
        (start, asked) => {
          let quantities = [...start]
          let released = 0
          for (const { kind, quantity, row } of asked) {
            const all = lot(quantities, released)
            const things = { ...all, rows: all.rows.filter((each) => each.quantity > 0) }
            const decision = decideDisposition(OPEN, things, { kind, quantity, row: row as never, reason }, ALONE)
            if (decision.kind === 'refused') continue
            const decided = decision.quantity / ONE
            expect(decided).toBeGreaterThan(0)
            if (decision.row === null) {
              expect(decision.quantity).toBeLessThanOrEqual(undecided(things))
              released += decided
            } else {
              const at = decision.row.id - 1
              quantities = quantities.map((each, index) => (index === at ? each - decided : each))
              expect(quantities[at]).toBeGreaterThanOrEqual(0)
            }
          }
        }
      )
    )
  })
})
