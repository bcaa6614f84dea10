import type { LabelText } from '../barcode/label-text.ts'
import type { Reading } from '../barcode/reading.ts'
import { refused, type RefusedAnswer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import { shown } from '../words.ts'
import { knownAs } from './known-as.ts'
import { openParts, standardLabelOf } from './open-identifiers.ts'
import type { TeachPlace } from './place.ts'
import { readSample, waysOf } from './ways.ts'

/** As many labels as anybody would scan to teach one format. */
const MAX_SAMPLES = 12

/** Why a label cannot be a sample of the format that is taught; absent where it can. */
export function sampleRefusal(
  label: LabelText,
  at: TeachPlace,
  directory: StationDirectory
): RefusedAnswer | undefined {
  const { today } = directory.teaching
  const samples = at.steps.flatMap((step) => (step.kind === 'sample' ? [step.sample] : []))
  if (samples.some(({ text }) => text === label.text)) {
    return refused('duplicate', 'Scanned already', 'Scan the label of another box, or DS:DONE.', 'duplicate')
  }
  if (samples.length === MAX_SAMPLES) {
    return refused(
      'too-many',
      'Samples enough',
      `${MAX_SAMPLES} labels are enough to teach a format. DS:DONE keeps it.`
    )
  }
  const sample = readSample(label, today)
  const standard = standardLabelOf(sample)
  if (!sample.isFree) {
    if (standard === undefined) return notTaught(sample.reading)
    if (openParts([standard]).length === 0) {
      return refused(
        'wrong-kind',
        'Understood already',
        'The label is of a standard, and the station reads all of it. Leave with DS:CANCEL and scan it.'
      )
    }
  } else {
    const known = knownAs(label.text, directory)
    if (known !== undefined) {
      return refused(
        'wrong-kind',
        `That is ${known}`,
        `${shown(label.text)} is ${known} here, and no label of its own.`
      )
    }
  }
  if (waysOf([...samples, label], today).length > 0) return undefined
  return samples.length === 0
    ? refused('wrong-kind', 'In one piece', `${shown(label.text)} cannot be taken apart: there is nothing to teach.`)
    : refused(
        'sample-differs',
        'Another kind of label',
        'It is not made as the ones before. Scan another of the same kind, or DS:UNDO to take the last one back.',
        'attention'
      )
}

function notTaught(reading: Reading): RefusedAnswer {
  return reading.kind === 'unreadable'
    ? refused('unreadable', 'Not readable', `${reading.reason}.`)
    : refused('wrong-kind', 'Understood already', 'The station reads it without being taught.')
}
