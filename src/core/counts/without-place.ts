import type { PlaceReading } from '../barcode/reading.ts'
import { unknownPlace } from '../session/anywhere.ts'
import { refused, type Answer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import type { Session } from '../session/session.ts'
import { counting } from './answers.ts'
import type { OpenCount } from './directory.ts'
import type { CountPlace } from './place.ts'
import { showVariance } from './review.ts'
import { atPlace, goToPlace, leave } from './where.ts'

/** A count was asked for, and the place is not said yet: a place, or the number of an open count. */
export function decideWithoutPlace(
  session: Session,
  at: CountPlace,
  reading: PlaceReading,
  directory: StationDirectory
): Answer {
  const count = at.joined === null ? undefined : directory.counts.numbered(at.joined)
  if (reading.kind === 'text') {
    if (directory.location(reading.text)) return begin(session, count, reading.text, directory)
    const other = directory.counts.numbered(reading.text)
    if (other) return join(session, at, other)
  }
  if (reading.kind !== 'command') return scanPlaceFirst()
  switch (reading.command.kind) {
    case 'location':
      return begin(session, count, reading.command.code, directory)
    case 'done':
      return count ? showVariance(session, at, count, null, directory) : scanPlaceFirst()
    case 'home':
    case 'cancel':
    case 'undo':
      return leave(session, count)
    default:
      return scanPlaceFirst()
  }
}

function begin(session: Session, count: OpenCount | undefined, code: string, directory: StationDirectory): Answer {
  if (!directory.location(code)) return unknownPlace(code)
  const open = directory.counts.at(code)
  if (count) return goToPlace(session, count, null, code, false, directory)
  if (open) return goToPlace(session, open, null, code, false, directory)
  return counting(
    atPlace(session, code),
    `Count ${code}`,
    `Scan what is at ${code}: units, lots, parts. DS:DONE shows the variance.`,
    {
      steps: [{ kind: 'begin', location: code }]
    }
  )
}

function join(session: Session, at: CountPlace, count: OpenCount): Answer {
  const places = count.places.map(({ location }) => location).join(', ')
  return counting(
    { ...session, at: { ...at, joined: count.count } },
    count.count,
    `${places === '' ? 'No place is in it yet' : `It counts ${places}`}. Scan the place that is counted next, or DS:DONE for the variance.`
  )
}

function scanPlaceFirst(): Answer {
  return refused('wrong-kind', 'Where?', 'Scan the place that is counted first. DS:HOME ends.')
}
