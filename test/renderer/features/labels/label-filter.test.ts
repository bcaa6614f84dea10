import { describe, expect, it } from 'vitest'
import { LABEL_STATES, needsPerson } from '../../../../src/core/printing/label-state.ts'
import { FILTER_STATES, LABEL_FILTERS } from '../../../../src/renderer/src/features/labels/label-filter.ts'

describe('the filters of the print ledger', () => {
  it('put every state into one filter and no state into two', () => {
    const filtered = LABEL_FILTERS.flatMap((filter) => FILTER_STATES[filter])
    expect([...filtered].sort()).toEqual([...LABEL_STATES].sort())
  })

  it('name those that need a person as the ledger does', () => {
    expect([...FILTER_STATES.person].sort()).toEqual(LABEL_STATES.filter(needsPerson).sort())
  })
})
