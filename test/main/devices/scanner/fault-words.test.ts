import { describe, expect, it } from 'vitest'
import { describeScanFault } from '../../../../src/main/devices/scanner/fault-words.ts'

describe('a scan that is not taken', () => {
  it('whose end never came says what the scanner has to be set to', () => {
    const words = describeScanFault({ kind: 'no-end' })
    expect(words).toContain('did not arrive whole: no end (suffix) came after it')
    expect(words).toContain('Enter (CR)')
    expect(words).toContain('Settings, Scanners')
  })

  it('as an answer of the scanner may be a code of a kind without an identifier, and says so', () => {
    expect(describeScanFault({ kind: 'answer' })).toMatch(/answer of its own, or read a kind of code/)
  })
})
