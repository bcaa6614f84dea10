import { expect, it } from 'vitest'
import { instantOf } from '../../../../src/core/clock.ts'
import { backupAge } from '../../../../src/renderer/src/features/settings/backup-age.ts'

it.each([
  [0.5, 'less than an hour old'],
  [1.2, 'an hour old'],
  [30, '30 hours old'],
  [75, '3 days old']
])('says of a backup of %s hours ago that it is %s', (hours, words) => {
  expect(backupAge(instantOf(0), hours * 3_600_000)).toBe(words)
})
