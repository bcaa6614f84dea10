import { expect, it } from 'vitest'
import { isWithinSupport } from '../../scripts/packaging/support.ts'

it.each([
  { version: '45.4.1', newest: '45.4.1', supported: true },
  { version: '45.4.1', newest: '47.0.0', supported: true },
  { version: '45.4.1', newest: '48.0.0', supported: false },
  { version: '33.2.1', newest: '45.4.1', supported: false }
])('Electron $version is supported while $newest is the newest: $supported', ({ version, newest, supported }) => {
  expect(isWithinSupport(version, newest)).toBe(supported)
})

it('takes nothing else for a version', () => {
  expect(() => isWithinSupport('45.4.1', '')).toThrow('no version')
})
