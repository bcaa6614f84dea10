/** What can be chosen for a scanner; the first of each stands for a field that the file does not say. */
export type Choices = readonly (readonly [value: string, words: string])[]

/** Who connects, on the network. */
export const WAY_CHOICES: Choices = [
  ['listen', 'The scanner'],
  ['connect', 'The station']
]

export const SUFFIX_CHOICES: Choices = [
  ['any', 'Enter or Tab'],
  ['enter', 'Enter'],
  ['tab', 'Tab'],
  ['none', 'Nothing']
]

/** Of scanners that send a stream of bytes. */
export const STREAM_SUFFIX_CHOICES: Choices = [
  ['enter', 'Enter'],
  ['tab', 'Tab'],
  ['etx', 'ETX'],
  ['none', 'Nothing but a pause']
]

export const LAYOUT_CHOICES: Choices = [
  ['us', 'US'],
  ['de', 'German'],
  ['fr', 'French'],
  ['cz', 'Czech']
]

export const CASE_CHOICES: Choices = [
  ['kept', 'As printed'],
  ['swapped', 'Changed about']
]

export const VOICE_CHOICES: Choices = [
  ['usual', 'As usual'],
  ['raised', 'A little higher'],
  ['higher', 'Higher'],
  ['high', 'High'],
  ['highest', 'Highest']
]
