/** What can keep a printer from printing, as far as its answers to `~HS` and `~HQES` tell. */
export type PrinterCondition =
  | 'paper-out'
  | 'ribbon-out'
  | 'head-open'
  | 'paused'
  | 'head-too-hot'
  | 'head-too-cold'
  | 'settings-lost'
  | 'cutter-fault'
  | 'paper-jam'
  | 'mark-not-found'
  | 'motor-too-hot'
  | 'head-element-bad'
  | 'head-not-recognised'
  | 'head-sensor-broken'
  | 'firmware-unusable'
  /** One that has no name here; its bits are kept with the evidence. */
  | 'other-fault'

interface Words {
  /** The rest of a sentence about the printer: `paper is out`. */
  readonly what: string
  /** What a clerk does about it. */
  readonly remedy: string
  /** The beginning of one: `Paper out on units`. */
  readonly brief: string
}

const WORDS: Readonly<Record<PrinterCondition, Words>> = {
  'paper-out': { what: 'paper is out', remedy: 'Load labels, close the cover and press feed.', brief: 'Paper out' },
  'ribbon-out': { what: 'the ribbon is out', remedy: 'Load a ribbon and close the cover.', brief: 'Ribbon out' },
  'head-open': { what: 'the cover is open', remedy: 'Close it.', brief: 'Cover open' },
  paused: { what: 'it is paused', remedy: 'Press pause on the printer to go on.', brief: 'Paused' },
  'head-too-hot': {
    what: 'the print head is too hot',
    remedy: 'It goes on by itself: wait.',
    brief: 'Too hot'
  },
  'head-too-cold': {
    what: 'the print head is too cold',
    remedy: 'It goes on by itself: wait.',
    brief: 'Too cold'
  },
  'settings-lost': {
    what: 'it has lost its settings',
    remedy: 'Switch it off and on; if that does not help, set it up again.',
    brief: 'Settings lost'
  },
  'cutter-fault': {
    what: 'its cutter is stuck',
    remedy: 'Switch it off, take the labels out of the cutter, and switch it on.',
    brief: 'Cutter stuck'
  },
  'paper-jam': {
    what: 'labels are jammed in it',
    remedy: 'Open the cover, take the jammed labels out, close it and press feed.',
    brief: 'Paper jam'
  },
  'mark-not-found': {
    what: 'it does not find where its labels begin',
    remedy: 'See that the labels lie under the sensor and are the ones that it is set up for, then calibrate it.',
    brief: 'Labels not found'
  },
  'motor-too-hot': { what: 'its motor is too hot', remedy: 'It goes on by itself: wait.', brief: 'Motor too hot' },
  'head-element-bad': {
    what: 'a dot of its print head is broken',
    remedy: 'Its labels may not be readable: have the print head replaced.',
    brief: 'Print head broken'
  },
  'head-not-recognised': {
    what: 'it does not recognise its print head',
    remedy: 'Switch it off and on; if that does not help, have the print head seen to.',
    brief: 'Print head not recognised'
  },
  'head-sensor-broken': {
    what: 'it cannot measure how hot its print head is',
    remedy: 'Switch it off and on; if that does not help, have the print head seen to.',
    brief: 'Print head sensor broken'
  },
  'firmware-unusable': {
    what: 'its firmware does not fit it',
    remedy: 'Have the firmware that its maker gives for it loaded.',
    brief: 'Firmware unusable'
  },
  'other-fault': {
    what: 'it reports a fault that has no name here',
    remedy: 'Look at its display; if all is well, switch it off and on.',
    brief: 'Fault'
  }
}

/** Says it to a clerk, as the rest of a sentence about the printer: `paper is out`. */
export function describeCondition(condition: PrinterCondition): string {
  return WORDS[condition].what
}

/** What a clerk does about it, in sentences. */
export function remedyOf(condition: PrinterCondition): string {
  return WORDS[condition].remedy
}

/** Two or three words, as the beginning of a sentence about a printer: `Paper out on units`. */
export function briefCondition(condition: PrinterCondition): string {
  return WORDS[condition].brief
}
