import { describe, expect, it } from 'vitest'
import { withoutBench } from '../../scripts/checks/usb-bench.ts'

describe('a run without the emulated computer', () => {
  it('skips the tests on USB, and says why', () => {
    expect(withoutBench('this system lacks qemu', undefined)).toEqual({
      tally: { passed: 0, failed: 0, skipped: 1 },
      words: 'skipped  usb-bench: this system lacks qemu'
    })
  })

  it('fails where they must run, and says what to do', () => {
    const { tally, words } = withoutBench('this system lacks qemu', 'required')
    expect(tally).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(words).toMatch(/^FAILED {2}usb-bench: this system lacks qemu\..*USB_BENCH=optional/)
  })
})
