import type { TeachCommand } from '../barcode/commands.ts'
import type { ReceivingPlace } from '../receiving/place.ts'
import { refused, type Answer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import type { Session } from '../session/session.ts'
import { shown } from '../words.ts'
import { hintsOf } from './hints.ts'
import type { TeachPlace } from './place.ts'
import { sampleRefusal } from './sample.ts'
import { stepsOfFormat } from './steps-of-format.ts'
import { draftAt, sampleStep, teachOn } from './teach-on.ts'

/** A command of teaching while nothing is taught: formats are a supplier's, so its order must be open. */
export function teach(session: Session, command: TeachCommand, directory: StationDirectory): Answer {
  if (command.kind !== 'teach') {
    return refused('wrong-kind', 'No label is taught', 'DS:TEACH begins to teach a label, while its order is open.')
  }
  switch (session.at.kind) {
    case 'receipt':
    case 'line':
      return startTeaching(session, session.at, command.format, directory)
    case 'idle':
      return refused(
        'wrong-kind',
        'No order is open',
        'Scan the order number first: a label is taught for its supplier.'
      )
    default:
      return refused('finish-first', 'Finish first', 'A label is taught while its supplier’s order is received.')
  }
}

/** `DS:TEACH` while goods of a supplier are received: what was scanned just before and not understood is the first sample. */
export function startTeaching(
  session: Session,
  receiving: ReceivingPlace,
  format: string | null,
  directory: StationDirectory
): Answer {
  const supplier = directory.orderAt(receiving.order)?.supplier ?? ''
  const { teaching } = directory
  const known = format === null ? undefined : teaching.formats(supplier).find(({ name }) => name === format)
  if (format !== null && known === undefined) {
    return refused(
      'unknown-code',
      'No such format',
      `No label of ${supplier} is taught as ${shown(format)}. DS:TEACH alone teaches a new one.`
    )
  }
  const kept =
    known === undefined
      ? []
      : stepsOfFormat(known, teaching.samples(supplier, known.name), hintsOf(directory), teaching.today)
  const place: TeachPlace = { kind: 'teach', supplier, format, steps: kept, receiving }
  const unread = teaching.lastUnread()
  const first =
    unread !== undefined && sampleRefusal(unread, place, directory) === undefined ? [sampleStep(unread)] : []
  const at: TeachPlace = { ...place, steps: [...kept, ...first] }
  return teachOn(session, at, draftAt(at, directory), `Label of ${supplier}`)
}
