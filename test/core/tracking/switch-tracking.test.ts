import { describe, expect, it } from 'vitest'
import { ONE, ZERO } from '../../../src/core/quantity.ts'
import { rowsAgainstSwitch, type SwitchedRow } from '../../../src/core/tracking/switch-tracking.ts'

const unit: SwitchedRow = { tracking: 'serial', quantity: ONE, lastMovement: 'received' }
const installedUnit: SwitchedRow = { tracking: 'serial', quantity: ZERO, lastMovement: 'installed' }
const usedUnit: SwitchedRow = { tracking: 'serial', quantity: ZERO, lastMovement: 'consumed' }
const lot: SwitchedRow = { tracking: 'lot', quantity: ONE, lastMovement: 'transferred' }
const stock: SwitchedRow = { tracking: 'untracked', quantity: ONE, lastMovement: 'received' }

describe('what keeps a part from being tracked in another way', () => {
  it.each([
    ['serial', [unit, installedUnit]],
    ['lot', [lot]],
    ['untracked', []]
  ] as const)('for one tracked by %s is what is still there in that way', (from, expected) => {
    expect(rowsAgainstSwitch(from, [unit, installedUnit, usedUnit, lot, stock])).toEqual(expected)
  })
})
