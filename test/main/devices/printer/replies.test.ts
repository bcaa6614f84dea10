import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createReplyReader, type PrinterReply } from '../../../../src/main/devices/printer/replies.ts'

const READY =
  '\x02030,0,0,1245,000,0,0,0,000,0,0,0\x03\r\n\x02001,0,0,0,0,2,6,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n'
const WITHOUT_THIRD = '\x02030,1,1,1245,001,0,0,0,000,0,0,0\x03\r\n\x02001,0,1,0,0,2,6,0,00000000,1,000\x03\r\n'
/** As recorded from a printer. */
const NO_ERRORS =
  '\x02\r\n\r\n  PRINTER STATUS                            \r\n   ERRORS:         0 00000000 00000000      \r\n   WARNINGS:       0 00000000 00000000      \r\n\x03'
const IDENTIFICATION = '\x02ZT411-300dpi,V92.21.17Z,12,8176KB,CUTTER DETECTED\x03\r\n'

function read(...pieces: readonly string[]): readonly PrinterReply[] {
  const replies: PrinterReply[] = []
  const take = createReplyReader((reply) => replies.push(reply))
  for (const piece of pieces) take(Buffer.from(piece, 'latin1'))
  return replies
}

/** What matters of a reply, on one line. */
function brief(reply: PrinterReply): string {
  switch (reply.kind) {
    case 'status':
      return `status ${reply.status.conditions.join('+')}`
    case 'identification':
      return `identification ${reply.identification.model}`
    case 'variable':
      return `variable ${reply.value}`
    case 'errors':
      return `errors ${reply.errors.conditions.join('+')}`
    case 'alert':
      return `alert ${reply.text}`
  }
}

describe('replies', () => {
  it('hold a host status when its second string is there, whether or not a third comes', () => {
    expect(read(READY, WITHOUT_THIRD).map(brief)).toEqual(['status ', 'status paper-out+head-open+paused'])
    expect(read(READY)[0]).toMatchObject({
      status: { labelLengthDots: 1245 },
      strings: ['030,0,0,1245,000,0,0,0,000,0,0,0', '001,0,0,0,0,2,6,0,00000000,1,000']
    })
  })

  it('hold an identification and variables, and null for a variable that is not there', () => {
    expect(read(`${IDENTIFICATION}"31084"\r\n"?""D4J0001"`).map(brief)).toEqual([
      'identification ZT411-300dpi',
      'variable 31084',
      'variable null',
      'variable D4J0001'
    ])
  })

  it('hold what a printer says of its own errors', () => {
    expect(
      read(`${NO_ERRORS}${NO_ERRORS.replace('0 00000000', '1 00000000').replace('00000000   ', '00010008   ')}`).map(
        brief
      )
    ).toEqual(['errors ', 'errors cutter-fault+paused'])
  })

  it('are found between noise, and a reply that was cut off costs no more than itself', () => {
    expect(read(`ALERT: x [y]\r\n\x03\x02030,0,0,12${READY}\x02what, ever\x03`).map(brief)).toEqual([
      'alert ALERT: x [y]',
      'status '
    ])
    expect(read(`31"${READY}`).map(brief)).toEqual(['status '])
    expect(read(`\x02${'x'.repeat(100_000)}\x03"1"`).map(brief)).toEqual(['variable 1'])
  })

  it('do not make a status of the halves of two', () => {
    expect(read('\x02001,0,0,0,0,2,6,0,00000000,1,000\x03', IDENTIFICATION).map(brief)).toEqual([
      'identification ZT411-300dpi'
    ])
    expect(
      read('\x02030,0,0,1245,000,0,0,0,000,0,0,0\x03\x02noise\x03\x02001,0,0,0,0,2,6,0,00000000,1,000\x03')
    ).toEqual([])
  })

  it('are the same however they are cut', () => {
    const part = fc.constantFrom(
      READY,
      WITHOUT_THIRD,
      NO_ERRORS,
      IDENTIFICATION,
      '"31084"',
      '"?"',
      '\r\n',
      'noise',
      '\x02cut'
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), fc.integer({ min: 1, max: 50 }), (parts, size) => {
        const text = parts.join('')
        const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
          text.slice(index * size, (index + 1) * size)
        )
        expect(read(...pieces).map(brief)).toEqual(read(text).map(brief))
      }),
      { numRuns: Number(process.env['DOCKSIDE_PROPERTY_RUNS'] ?? 200) }
    )
  })
})
