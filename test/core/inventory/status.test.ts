import { expect, it } from 'vitest'
import { statusOf } from '../../../src/core/inventory/status.ts'
import { ONE, ZERO } from '../../../src/core/quantity.ts'

it.each([
  [{ quantity: ONE, lastMovement: 'received', held: false }, 'available'],
  [{ quantity: ONE, lastMovement: 'received', held: true }, 'on hold'],
  [{ quantity: ZERO, lastMovement: 'installed', held: false }, 'installed'],
  [{ quantity: ZERO, lastMovement: 'installed', held: true }, 'installed'],
  [{ quantity: ZERO, lastMovement: 'consumed', held: false }, 'consumed'],
  [{ quantity: ZERO, lastMovement: 'scrapped', held: false }, 'scrapped'],
  [{ quantity: ZERO, lastMovement: 'archived', held: false }, 'archived'],
  [{ quantity: ZERO, lastMovement: 'reversed', held: false }, 'archived'],
  [{ quantity: ZERO, lastMovement: 'transferred', held: false }, 'archived'],
  [{ quantity: ZERO, lastMovement: 'counted', held: false }, 'missing'],
  [{ quantity: ONE, lastMovement: 'counted', held: false }, 'available']
] as const)('%j is %s', (facts, status) => {
  expect(statusOf(facts)).toBe(status)
})
