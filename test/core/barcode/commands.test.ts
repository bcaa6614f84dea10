import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeCommand, readCommand } from '../../../src/core/barcode/commands.ts'
import type { Command } from '../../../src/core/barcode/commands.ts'
import { MAX_QUANTITY, quantityOf } from '../../../src/core/quantity.ts'
import type { Quantity } from '../../../src/core/quantity.ts'

const code = fc
  .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 48 })
  .filter((text) => text === text.trim() && text !== '')

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom<Command>(
    { kind: 'done' },
    { kind: 'undo' },
    { kind: 'cancel' },
    { kind: 'generate' },
    { kind: 'reprint' },
    { kind: 'count' },
    { kind: 'home' }
  ),
  fc
    .integer({ min: 1, max: MAX_QUANTITY })
    .map((millionths): Command => ({ kind: 'quantity', quantity: millionths as Quantity })),
  code.map((code): Command => ({ kind: 'location', code })),
  code.map((number): Command => ({ kind: 'order', number })),
  code.map((number): Command => ({ kind: 'run', number })),
  code.map((serial): Command => ({ kind: 'off', serial })),
  fc.integer({ min: 1, max: 9 }).map((number): Command => ({ kind: 'pick', number }))
)

describe('commands', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(command, (command) => {
        expect(readCommand(encodeCommand(command))).toEqual({ kind: 'command', command })
      })
    )
  })

  it.each([
    ['DS:DONE', { kind: 'done' }],
    ['DS:UNDO', { kind: 'undo' }],
    ['DS:CANCEL', { kind: 'cancel' }],
    ['DS:QTY:12', { kind: 'quantity', quantity: quantityOf(12) }],
    ['DS:QTY:0.000001', { kind: 'quantity', quantity: 1 }],
    ['DS:GENERATE', { kind: 'generate' }],
    ['DS:REPRINT', { kind: 'reprint' }],
    ['DS:LOC:A-01:3', { kind: 'location', code: 'A-01:3' }],
    ['DS:ORDER:PO-1', { kind: 'order', number: 'PO-1' }],
    ['DS:RUN:R-1', { kind: 'run', number: 'R-1' }],
    ['DS:OFF:A:1', { kind: 'off', serial: 'A:1' }],
    ['DS:PICK:2', { kind: 'pick', number: 2 }],
    ['DS:COUNT', { kind: 'count' }],
    ['DS:HOME', { kind: 'home' }]
  ])('reads %s', (text, command) => {
    expect(readCommand(text)).toEqual({ kind: 'command', command })
  })

  it('takes the word in any case, as scanners may change it, and the argument as it is', () => {
    expect(readCommand('ds:done')).toEqual({ kind: 'command', command: { kind: 'done' } })
    expect(readCommand('Ds:Loc:a-01b')).toEqual({ kind: 'command', command: { kind: 'location', code: 'a-01b' } })
  })

  it.each([
    ['DS:', /no command "DS:"/],
    ['DS:FOO', /no command "DS:FOO"/],
    ['DS:FOO:1', /no command/],
    ['DS: DONE', /no command/],
    ['DS:DONE:1', /takes nothing after it/],
    ['DS:DONE:', /takes nothing after it/],
    ['DS:QTY', /needs an argument, as in DS:QTY:12/],
    ['DS:QTY:', /needs an argument/],
    ['DS:QTY:-1', /more than 0/],
    ['DS:QTY:0', /more than 0/],
    ['DS:QTY:1e9', /in digits/],
    ['DS:QTY:1,5', /in digits/],
    ['DS:QTY:1.0000001', /at most 6 decimals/],
    ['DS:QTY:1000000000', /at most 999999999/],
    ['DS:LOC:', /needs an argument/],
    ['DS:TEACH:', /needs an argument, as in DS:TEACH:CARTON/],
    ['DS:LOC: A', /begins or ends with a blank/],
    [`DS:LOC:${'A'.repeat(49)}`, /longer than 48/],
    ['DS:ORDER:Ø', /not printable ASCII/],
    ['DS:RUN:A\x07', /not printable ASCII/],
    [`DS:${'X'.repeat(5000)}`, /no command/]
  ])('refuses %s with a reason and never takes it for plain text', (text, reason) => {
    expect(readCommand(text)).toEqual({ kind: 'bad-command', reason: expect.stringMatching(reason) as string })
  })

  it('leaves alone what does not begin as one', () => {
    for (const text of ['', 'DS', 'DS00000042', 'DONE', ' DS:DONE', 'XDS:DONE'])
      expect(readCommand(text)).toBeUndefined()
  })
})
