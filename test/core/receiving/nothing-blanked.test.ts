import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Capture } from '../../../src/core/receiving/capture.ts'
import type { Session } from '../../../src/core/session/session.ts'
import { createClerk } from '../../fakes/clerk.ts'
import { aLine, aPart, fakeDirectory } from '../../fakes/directory.ts'

const directory = fakeDirectory({
  lines: [
    aLine(1, aPart(1, { tracking: 'serial', serialSource: 'captured' }), 50),
    aLine(
      2,
      aPart(2, { tracking: 'lot', lotSource: 'supplier', lotPattern: 'OWN-{####}', gtin: '09506000134352' }),
      5000
    ),
    aLine(3, aPart(3, { tracking: 'lot', lotSource: 'generated', lotPattern: 'LOT-{YYYY}-{####}' }), 5000),
    aLine(4, aPart(4), 5000)
  ]
})

/** A supplier's label with some of its fields there, some empty and some wrong, in one format or another. */
const label = fc
  .record({
    part: fc.constantFrom('PART-1', 'PART-2', 'PART-3', 'PART-4'),
    serial: fc.constantFrom('', 'A1', 'A2', 'A3'),
    lot: fc.constantFrom('', 'L1', 'L2', 'N/T'),
    quantity: fc.constantFrom('', '5', '20', '99999', '0', 'many'),
    expiry: fc.constantFrom('', '20271231', '20280630', '20271332')
  })
  .map(
    ({ part, serial, lot, quantity, expiry }) =>
      `[)>\x1e06\x1dP${part}\x1dS${serial}\x1d1T${lot}\x1dQ${quantity}\x1d14D${expiry}\x1e\x04`
  )
const gs1 = fc
  .constantFrom('', '10L1', '10L2', '17271231', '1728063010L1', '10L117271231')
  .map((rest) => `]C10109506000134352${rest}`)
const bars = fc.constantFrom('1TL1', '1TL2', 'Q5', 'SA4', '14D20271231', '4LUS', 'DS:PICK:1', 'DS:PICK:2')

function known({ at }: Session, capture: Capture): Readonly<Record<string, unknown>> {
  const { lot, supplierLot, quantity, expiry, generateLot, serials } = capture
  const line = at.kind === 'line' ? at.line : null
  return {
    line,
    lot,
    supplierLot,
    quantity,
    expiry,
    generateLot: generateLot || null,
    ...Object.fromEntries(serials.map((serial) => [`unit ${serial}`, true]))
  }
}

it('never blanks and never changes what a line knows, whatever label is scanned after it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('PART-1', 'PART-2', 'PART-3', 'PART-4'),
      fc.boolean(),
      fc.array(fc.oneof(label, gs1, bars, fc.constantFrom('L1', 'L2', 'A9')), { maxLength: 12 }),
      (part, ownLot, texts) => {
        const clerk = createClerk(directory)
        clerk.scanAll('PO-1', part, ...(ownLot ? ['DS:GENERATE'] : []))
        for (const text of texts) {
          const before = known(clerk.session, clerk.capture)
          clerk.scan(text)
          const after = known(clerk.session, clerk.capture)
          for (const [what, value] of Object.entries(before)) if (value !== null) expect(after[what], what).toBe(value)
        }
      }
    ),
    { numRuns: 1000 }
  )
})
