import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeIppAnswer, encodeIppRequest } from '../../../../../src/main/devices/printer/queue/ipp.ts'

const QUEUE = 'ipp://localhost/printers/zebra'

describe('the internet printing protocol', () => {
  it('says a request in the bytes of RFC 8010', () => {
    const bytes = encodeIppRequest({
      operation: 0x000b,
      requestId: 7,
      attributes: [{ name: 'printer-uri', type: 'uri', values: [QUEUE] }],
      document: Buffer.from('^XA')
    })
    const text = Buffer.from(bytes).toString('latin1')
    expect(text.slice(0, 9)).toBe('\x02\x00\x00\x0b\x00\x00\x00\x07\x01')
    expect(text).toContain(`\x45\x00\x0bprinter-uri\x00\x1e${QUEUE}\x03^XA`)
    expect(text.indexOf('attributes-charset')).toBeLessThan(text.indexOf('attributes-natural-language'))
  })

  it('is read with several values of one name, values of other kinds, and text with a language', () => {
    const answer = decodeIppAnswer(
      Buffer.from(
        [
          '\x02\x00\x00\x00\x00\x00\x00\x07\x01',
          '\x47\x00\x12attributes-charset\x00\x05utf-8',
          '\x04\x23\x00\x0dprinter-state\x00\x04\x00\x00\x00\x05',
          '\x44\x00\x15printer-state-reasons\x00\x06paused',
          '\x44\x00\x00\x00\x05other',
          '\x22\x00\x19printer-is-accepting-jobs\x00\x01\x00',
          '\x35\x00\x15printer-state-message\x00\x09\x00\x02en\x00\x03Off',
          '\x31\x00\x04when\x00\x0b01234567890',
          '\x03'
        ].join(''),
        'latin1'
      )
    )
    expect(answer).toMatchObject({ status: 0, requestId: 7 })
    expect(Object.fromEntries(answer?.groups[0] ?? [])).toEqual({
      'printer-state': [5],
      'printer-state-reasons': ['paused', 'other'],
      'printer-is-accepting-jobs': [false],
      'printer-state-message': ['Off']
    })
  })

  it('is no answer when it is cut off anywhere, and never a failure whatever the bytes are', () => {
    const whole = encodeIppRequest({
      operation: 0,
      requestId: 1,
      attributes: [{ name: 'job-id', type: 'integer', values: [42] }]
    })
    expect(decodeIppAnswer(whole)?.operation.get('job-id')).toEqual([42])
    for (let length = 0; length < whole.length; length += 1) {
      expect(decodeIppAnswer(whole.subarray(0, length))).toBeUndefined()
    }
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void decodeIppAnswer(bytes)))
  })
})
