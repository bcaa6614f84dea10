import { describe, expect, it } from 'vitest'
import { labelName } from '../../../../../src/main/devices/printer/virtual/label-name.ts'

const bytes = (zpl: string): Uint8Array => Buffer.from(zpl, 'latin1')

describe('label name', () => {
  it('is the count and the first text that a file name can show', () => {
    expect(labelName(42, bytes('^XA^FH\\^FD\\1E\\1D^FS^FDU000012345^FS^FDB^FS^XZ'))).toBe('000042-U000012345')
    expect(labelName(1_234_567, bytes('^XA^FD../..^FS^XZ'))).toBe('1234567-label')
    expect(labelName(7, bytes('^XA^FDa/b\\5Ec: d^FS^XZ'))).toBe('000007-a-b-c-d')
  })
})
