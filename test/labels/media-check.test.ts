import { describe, expect, it } from 'vitest'
import { checkMedia, type PrinterFacts } from '../../src/labels/media-check.ts'

const MEDIA = { widthMm: 51, heightMm: 25, dpi: 203 } as const
const GOOD: PrinterFacts = {
  dotsPerMm: 8,
  labelLengthDots: 203,
  printWidthDots: 408,
  labelCount: 12,
  ignoresFormats: false,
  warnings: []
}

function outcomeOf(what: string, facts: Partial<PrinterFacts>): readonly [string, string] {
  const found = checkMedia({ ...GOOD, ...facts }, MEDIA).find((finding) => finding.what === what)
  return [found?.outcome ?? '', found?.words ?? '']
}

describe('what is in a printer, beside what the settings say', () => {
  it('is all good where they agree', () => {
    expect(checkMedia(GOOD, MEDIA).map(({ outcome }) => outcome)).toEqual(Array.from({ length: 6 }, () => 'good'))
  })

  it('is unknown, and never good, where the printer does not say', () => {
    const silent = {
      dotsPerMm: null,
      labelLengthDots: null,
      printWidthDots: null,
      labelCount: null,
      ignoresFormats: null,
      warnings: null
    }
    expect(checkMedia(silent, MEDIA).map(({ outcome }) => outcome)).toEqual(Array.from({ length: 6 }, () => 'unknown'))
  })

  it.each([
    [{ dotsPerMm: 12 }, 'resolution', /12 dots in a millimetre and Settings say 8/],
    [{ labelLengthDots: 406 }, 'length', /measured 50\.8 mm; Settings say 25 mm.*calibrate/],
    [{ labelLengthDots: 160 }, 'length', /measured 20 mm/],
    [{ printWidthDots: 300 }, 'width', /37\.5 mm wide at most and Settings say 51 mm/],
    [{ ignoresFormats: true }, 'settings', /zpl_override/],
    [{ warnings: ['clean-head', 'paper-near-end'] }, 'wear', /Clean its print head\. Its labels are nearly used up\./]
  ] as const)('is bad where they differ: %o', (facts, what, words) => {
    const [outcome, said] = outcomeOf(what, facts)
    expect(outcome).toBe('bad')
    expect(said).toMatch(words)
  })

  it('may count the gap to the label, and be cut a little short', () => {
    for (const labelLengthDots of [190, 203, 230]) expect(outcomeOf('length', { labelLengthDots })[0]).toBe('good')
    expect(outcomeOf('length', { labelLengthDots: 0 })[0]).toBe('unknown')
  })
})
