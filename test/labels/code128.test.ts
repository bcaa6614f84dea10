import { describe, expect, it } from 'vitest'
import { planCode128 } from '../../src/labels/code128.ts'

describe('the plan of a Code 128', () => {
  it.each([
    { text: 'SN-000123', spelling: '>:SN-000123', modules: 11 * 11 + 13 },
    { text: '12345678', spelling: '>;12345678', modules: 11 * 6 + 13 },
    { text: '1234567', spelling: '>;1234>6567', modules: 11 * 8 + 13 },
    { text: '20260001A', spelling: '>;202600>601A', modules: 11 * 9 + 13 },
    { text: '20260001AB', spelling: '>;20260001>6AB', modules: 11 * 9 + 13 },
    { text: '12AB', spelling: '>:12AB', modules: 11 * 6 + 13 },
    { text: 'A>B~^_', spelling: '>:A>0B~^_', modules: 11 * 8 + 13 },
    { text: '>', spelling: '>:>0', modules: 11 * 3 + 13 }
  ])('spells $text as $spelling', ({ text, spelling, modules }) => {
    expect(planCode128(text)).toEqual({ text, mode: 'N', spelling, modules })
  })

  it('leaves a text of one character to the printer, whose width for it is known', () => {
    expect(planCode128('7')).toEqual({ text: '7', mode: 'A', spelling: '7', modules: 46 })
  })

  it.each(['', 'é', 'A\tB', 'A>B', '9'.repeat(81)])('does not exist for %j', (text) => {
    expect(planCode128(text)).toBeUndefined()
  })
})
