/** What can be chosen for a scanner; the first of each stands for a field that the file does not say. */
type Choices = readonly (readonly [value: string, words: string])[]

export const SUFFIX_CHOICES: Choices = [
  ['any', 'Enter or Tab'],
  ['enter', 'Enter'],
  ['tab', 'Tab'],
  ['none', 'Nothing']
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
