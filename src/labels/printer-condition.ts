/** What can keep a printer from printing, as far as its answer to `~HS` tells. */
export type PrinterCondition =
  'paper-out' | 'ribbon-out' | 'head-open' | 'paused' | 'head-too-hot' | 'head-too-cold' | 'settings-lost'

/** Says it to a clerk, as the rest of a sentence about the printer: `paper is out`. */
export function describeCondition(condition: PrinterCondition): string {
  switch (condition) {
    case 'paper-out':
      return 'paper is out'
    case 'ribbon-out':
      return 'the ribbon is out'
    case 'head-open':
      return 'the cover is open'
    case 'paused':
      return 'it is paused'
    case 'head-too-hot':
      return 'the print head is too hot'
    case 'head-too-cold':
      return 'the print head is too cold'
    case 'settings-lost':
      return 'it has lost its settings'
  }
}
