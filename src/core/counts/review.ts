import { assertNever } from '../assert.ts'
import type { PlaceReading } from '../barcode/reading.ts'
import { isApproved } from '../operators/approval.ts'
import { accepted, needsLead, refused, type Answer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import type { Session } from '../session/session.ts'
import { reprintNeedsReason } from '../session/anywhere.ts'
import { counting } from './answers.ts'
import type { OpenCount } from './directory.ts'
import type { CountPlace } from './place.ts'
import { tallyOf, tallyWords } from './tally.ts'
import { isOpenQuestion, type VarianceLine } from './variance.ts'
import { goToPlace, leave } from './where.ts'
import { startResume } from '../printing/resume.ts'

const POST = 'DS:DONE posts it, a place goes on counting there, DS:HOME leaves it open.'

/** `DS:DONE` with nothing pending: the place is finished, and the variance of the whole count is shown. */
export function showVariance(
  session: Session,
  at: CountPlace,
  count: OpenCount,
  location: string | null,
  directory: StationDirectory
): Answer {
  const place = location ?? count.places[0]?.location
  if (place === undefined) {
    return refused(
      'wrong-kind',
      'Nothing is counted',
      `No place is in ${count.count} yet. Scan the place that is counted.`
    )
  }
  const lines = directory.counts.variance(count.id)
  const stands = whatStands(count, location, lines) ?? emptyWords(count, lines, directory)
  return counting(
    { ...session, at: { ...at, location: place, joined: null, pending: null, review: true } },
    `Variance of ${count.count}`,
    `${tallyWords(tallyOf(lines))} ${stands ?? POST}`,
    {
      steps: location === null ? [] : [{ kind: 'finish-place', count: count.id, location }],
      sound: stands === undefined ? 'accepted' : 'attention'
    }
  )
}

/** The variance is in sight: it is posted, or counting goes on. */
export function decideReview(
  session: Session,
  at: CountPlace,
  count: OpenCount,
  reading: PlaceReading,
  directory: StationDirectory
): Answer {
  if (reading.kind === 'text' && directory.location(reading.text)) {
    return goToPlace(session, count, at.location, reading.text, true, directory)
  }
  if (reading.kind !== 'command') {
    return refused(
      'finish-first',
      'The variance is shown',
      'Nothing is counted now. Scan the place to go on counting there, or DS:DONE to post the count.'
    )
  }
  const { command } = reading
  switch (command.kind) {
    case 'location':
      return goToPlace(session, count, at.location, command.code, true, directory)
    case 'undo':
      return at.location === null
        ? leave(session, count)
        : goToPlace(session, count, at.location, at.location, true, directory)
    case 'done':
      return post(session, count, directory)
    case 'home':
    case 'cancel':
      return leave(session, count)
    case 'quantity':
    case 'generate':
    case 'order':
    case 'run':
    case 'count':
    case 'hold':
      return refused('finish-first', 'The variance is shown', POST)
    case 'reprint':
      return reprintNeedsReason()
    case 'resume':
      return startResume(session, directory)
    default:
      return assertNever(command)
  }
}

function post(session: Session, count: OpenCount, directory: StationDirectory): Answer {
  const lines = directory.counts.variance(count.id)
  const unfinished = count.places.filter(({ finished }) => !finished)
  const [place] = unfinished
  if (place) {
    return refused(
      'unfinished-place',
      'Not finished',
      `${unfinishedWords(count, null) ?? ''} Nothing is posted.`,
      'attention'
    )
  }
  const changed = changedWords(lines)
  if (changed !== undefined)
    return refused('changed-since', 'Count again', `${changed} Nothing is posted.`, 'attention')
  const { operators } = directory
  if (!isApproved(operators, 'post-count')) {
    return needsLead(
      'post-count',
      'not-allowed',
      'A lead posts it',
      `${tallyWords(tallyOf(lines))} A lead’s badge posts ${count.count}.`
    )
  }
  const approvedBy = operators.approval?.need === 'post-count' ? operators.approval.by.name : null
  return accepted(
    { ...session, at: { kind: 'idle' } },
    `${count.count} posted`,
    `${tallyWords(tallyOf(lines))} Stock is as it was counted. Scan an order number or a place.`,
    {
      sound: 'line-complete',
      show: { kind: 'counts' },
      effect: { kind: 'count', steps: [{ kind: 'post', count: count.id, lines, approvedBy }] }
    }
  )
}

/** What keeps a count from being posted, with what to do; absent where nothing does. */
export function whatStands(
  count: OpenCount,
  finishing: string | null,
  lines: readonly VarianceLine[]
): string | undefined {
  return unfinishedWords(count, finishing) ?? changedWords(lines)
}

/** A place where all is missing may be empty, or one where nobody has counted. */
function emptyWords(
  { id, places }: OpenCount,
  lines: readonly VarianceLine[],
  directory: StationDirectory
): string | undefined {
  const empty = places.find(
    ({ location }) =>
      directory.counts.entries(id, location) === 0 &&
      lines.some((line) => line.location === location && line.finding === 'missing')
  )
  return empty && `Nothing was counted at ${empty.location}: DS:DONE posts that it is empty.`
}

function unfinishedWords({ places }: OpenCount, finishing: string | null): string | undefined {
  const unfinished = places.filter(({ location, finished }) => !finished && location !== finishing)
  const [first] = unfinished
  if (!first) return undefined
  const names = unfinished.map(({ location, operator }) => `${location} (${operator})`).join(', ')
  return `Still being counted: ${names}. Scan DS:LOC:${first.location} and finish it there, or take it out of the count on the screen.`
}

function changedWords(lines: readonly VarianceLine[]): string | undefined {
  const changed = lines.filter(isOpenQuestion)
  const [first] = changed
  if (!first) return undefined
  const { goods, location } = first
  const name = goods.serial ?? (goods.lot === null ? goods.partNumber : `lot ${goods.lot} of ${goods.partNumber}`)
  const others = changed.length === 1 ? '' : ` and ${changed.length - 1} more`
  return `Stock of ${name} at ${location}${others} moved after it was counted. Scan DS:LOC:${location} and count it again.`
}
