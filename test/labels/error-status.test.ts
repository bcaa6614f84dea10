import { describe, expect, it } from 'vitest'
import { parseErrorStatus } from '../../src/labels/error-status.ts'

/** As a printer answered (michaelrsweet/lprint, issue 117). */
const RECORDED =
  '\x02\r\n\r\n  PRINTER STATUS                            \r\n   ERRORS:         0 00000000 00000000      \r\n   WARNINGS:       0 00000000 00000000      \r\n\x03'

function answer(errors: string, warnings = '0 00000000 00000000'): string {
  return `\x02\r\n\r\n  PRINTER STATUS\r\n   ERRORS:         ${errors}\r\n   WARNINGS:       ${warnings}\r\n\x03`
}

describe('what a printer says of its own errors', () => {
  it('is nothing of one that is well, as it was recorded', () => {
    expect(parseErrorStatus(RECORDED)).toEqual({
      conditions: [],
      warnings: [],
      text: 'ERRORS: 0 00000000 00000000 WARNINGS: 0 00000000 00000000'
    })
  })

  it.each([
    // The first four as public test fixtures of drivers have them.
    ['1 00000000 00010001', ['paper-out', 'paused']],
    ['1 00000000 00010003', ['paper-out', 'ribbon-out', 'paused']],
    ['1 00000000 00010004', ['head-open', 'paused']],
    ['1 00000000 00010000', ['paused']],
    ['1 00000000 00000008', ['cutter-fault']],
    ['1 00000000 00000030', ['head-too-hot', 'motor-too-hot']],
    ['1 00000000 000003C0', ['head-element-bad', 'head-not-recognised', 'firmware-unusable', 'head-sensor-broken']],
    ['1 00000000 00004000', ['paper-jam']],
    ['1 00000000 0002f000', ['paper-jam']],
    ['1 00000000 00080000', ['mark-not-found']]
  ])('is %s for %j', (errors, conditions) => {
    expect(parseErrorStatus(answer(errors))).toMatchObject({ conditions })
  })

  it.each(['1 00000000 00000400', '1 00000001 00000000', '1 00000000 00000000', '0 00000000 80000000'])(
    'is an error without a name at %s',
    (errors) => {
      expect(parseErrorStatus(answer(errors))).toMatchObject({ conditions: ['other-fault'] })
    }
  )

  it('tells what somebody should see to soon', () => {
    expect(parseErrorStatus(answer('0 00000000 00000000', '1 00000000 0000000A'))).toMatchObject({
      conditions: [],
      warnings: ['clean-head', 'paper-near-end']
    })
  })

  it.each(['', 'ERRORS:', '\x02PRINTER STATUS\x03', answer('1 0000000 00000001'), '\x02030,0,0,1245\x03'])(
    'is not there in %j',
    (reply) => {
      expect(parseErrorStatus(reply)).toBeUndefined()
    }
  )

  it('is read without its second line', () => {
    expect(parseErrorStatus('\x02ERRORS: 1 00000000 00000004\x03')).toEqual({
      conditions: ['head-open'],
      warnings: [],
      text: 'ERRORS: 1 00000000 00000004'
    })
  })
})
