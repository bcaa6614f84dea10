import { describe, expect, it } from 'vitest'
import { ANY, filterOf } from '../../../../src/renderer/src/features/scans/scan-filter.ts'

describe('the filter of the journal', () => {
  it('means whole days by the clock on the wall, the last one too', () => {
    const { from, before } = filterOf('', { ...ANY, fromDay: '2026-11-21', toDay: '2026-11-22' })
    expect(new Date(from ?? '')).toEqual(new Date(2026, 10, 21))
    expect(new Date(before ?? '')).toEqual(new Date(2026, 10, 23))
  })

  it('takes a year that is being typed for what stands there', () => {
    expect(filterOf('', { ...ANY, fromDay: '0020-01-01' }).from).toMatch(/^00(19|20)-/)
  })

  it('leaves out what is not chosen', () => {
    expect(filterOf(' x ', ANY)).toEqual({ search: ' x ', scanner: null, outcome: null, from: null, before: null })
  })
})
