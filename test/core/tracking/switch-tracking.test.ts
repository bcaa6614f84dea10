import { describe, expect, it } from 'vitest'
import { ONE, ZERO } from '../../../src/core/quantity.ts'
import { rowsAgainstSwitch, type SwitchedRow } from '../../../src/core/tracking/switch-tracking.ts'

const unit: SwitchedRow = { tracking: 'serial', quantity: ONE }
const usedUnit: SwitchedRow = { tracking: 'serial', quantity: ZERO }
const lot: SwitchedRow = { tracking: 'lot', quantity: ONE }
const stock: SwitchedRow = { tracking: 'untracked', quantity: ONE }

describe('what keeps a part from being tracked in another way', () => {
  it.each([
    ['serial', [unit]],
    ['lot', [lot]],
    ['untracked', []]
  ] as const)('for one tracked by %s is what is still there in that way', (from, expected) => {
    expect(rowsAgainstSwitch(from, [unit, usedUnit, lot, stock])).toEqual(expected)
  })
})
