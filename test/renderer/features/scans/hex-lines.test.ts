import { describe, expect, it } from 'vitest'
import { pictured } from '../../../../src/core/barcode/pictured.ts'
import { hexLines } from '../../../../src/renderer/src/features/scans/hex-lines.ts'

describe('the bytes of a scan', () => {
  it('stand eight to a line, each with what it looks like', () => {
    const hex = Buffer.from('[)>\u001e06\u001dP\u0004\u007f\u0085', 'latin1').toString('hex')
    expect(hexLines(hex)).toEqual([
      { offset: '0000', bytes: ['5b', '29', '3e', '1e', '30', '36', '1d', '50'], readable: '[)>␞06␝P' },
      { offset: '0008', bytes: ['04', '7f', '85'], readable: '␄␡·' }
    ])
    expect(hexLines('')).toEqual([])
  })

  it('are told as a text with a picture for each control character, and none of another', () => {
    expect(pictured('A\u0000B\u001bC\u007f\u0085ß␝')).toBe('A␀B␛C␡<85>ß␝')
  })
})
