import type { ScanFault } from './scanner.ts'

/** Why something is no scan, in words for a clerk; that it is to be scanned again or typed is said behind them. */
export function describeScanFault({ kind }: Pick<ScanFault, 'kind'>): string {
  switch (kind) {
    case 'over-long':
      return 'The scanner sent more than any symbol holds'
    case 'incomplete':
      return 'The scan did not arrive whole'
    case 'no-end':
      return (
        'The scan did not arrive whole: no end (suffix) came after it. Where that is so with each scan, codes run together: ' +
        'scan the symbol under Settings, Scanners, or have the scanner send Enter (CR) after each code'
      )
    case 'unknown-key':
      return (
        'The scanner pressed a key that writes nothing, so a sign between two fields may be missing: ' +
        'scan the symbol under Settings, Scanners'
      )
    case 'answer':
      return 'The scanner sent an answer of its own, or read a kind of code that it has no identifier for: it is not taken'
  }
}
