/** What can keep a printer from printing, whichever of its replies says so. */
export type PrinterCondition =
  | 'paper-out'
  | 'ribbon-out'
  | 'head-open'
  | 'paused'
  | 'head-too-hot'
  | 'head-too-cold'
  | 'head-broken'
  | 'motor-too-hot'
  | 'cutter-stuck'
  | 'paper-jammed'
  | 'mark-not-found'
  | 'settings-lost'
  | 'firmware-invalid'
  | 'other-fault'

/** What a printer asks for while it goes on printing. */
export type PrinterWarning = 'calibrate-media' | 'clean-head' | 'replace-head' | 'paper-low' | 'other-warning'

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
    case 'head-broken':
      return 'the print head is defective'
    case 'motor-too-hot':
      return 'the motor is too hot'
    case 'cutter-stuck':
      return 'the cutter is stuck'
    case 'paper-jammed':
      return 'paper is jammed'
    case 'mark-not-found':
      return 'it cannot find where the labels begin'
    case 'settings-lost':
      return 'it has lost its settings'
    case 'firmware-invalid':
      return 'its firmware does not suit it'
    case 'other-fault':
      return 'it reports a fault that this station does not know'
  }
}

/** All of it in one breath: `paper is out, the cover is open`. Empty when nothing is wrong. */
export function describeConditions(conditions: readonly PrinterCondition[]): string {
  return conditions.map(describeCondition).join(', ')
}
