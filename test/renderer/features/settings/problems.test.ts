import { describe, expect, it } from 'vitest'
import { sortProblems } from '../../../../src/renderer/src/features/settings/problems.ts'

describe('the problems of a configuration', () => {
  it('stand at the field that they name', () => {
    const { byPath, others } = sortProblems(
      [
        'printers[0].dpi: 200 is not allowed; allowed: 203, 300, 600',
        'colour: this key is not known; take it out or correct its name'
      ],
      ['printers[0].dpi', 'printers[0].id']
    )
    expect([...byPath]).toEqual([['printers[0].dpi', '200 is not allowed; allowed: 203, 300, 600.']])
    expect(others).toEqual(['colour: this key is not known; take it out or correct its name'])
  })

  it('stand together where one field has several', () => {
    const { byPath } = sortProblems(['station.id: first', 'station.id: second'], ['station.id'])
    expect(byPath.get('station.id')).toBe('First. Second.')
  })

  it('are kept whole when they name no field at all', () => {
    const text = '/data/station.json is not JSON: Unexpected token'
    expect(sortProblems([text, 'no colon'], ['station.id']).others).toEqual([text, 'no colon'])
  })
})
