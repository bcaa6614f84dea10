import { describe, expect, it } from 'vitest'
import type { CountedGoods } from '../../../src/core/counts/variance.ts'
import { lineWords } from '../../../src/core/counts/words.ts'
import type { PartId } from '../../../src/core/ids.ts'
import { ONE, ZERO } from '../../../src/core/quantity.ts'

const goods: CountedGoods = {
  tracking: 'serial',
  partId: 1 as PartId,
  partNumber: 'VALVE',
  revision: '',
  serial: 'V-1',
  lotId: null,
  lot: null,
  unit: 'pcs'
}
const line = { goods, location: 'A-01', from: null, became: 'counted as missing 2026-11-23 by kim at A-01' }

describe('what posting does, where little of a long line is shown', () => {
  it('comes before what had become of a unit that is found', () => {
    const words = lineWords({ ...line, finding: 'found', adjusted: ONE })
    expect(words).toMatch(/^Posting brings it back into stock here, with its serial\. It was counted as missing/)
  })

  it('comes before what had become of a unit that is in a product', () => {
    expect(lineWords({ ...line, finding: 'installed', adjusted: ZERO })).toMatch(/^Posting leaves it in its product/)
  })
})
