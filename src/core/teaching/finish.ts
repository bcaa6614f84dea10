import type { TaughtFormat } from '../barcode/taught/taught-format.ts'
import { MAX_CODE_LENGTH } from '../code.ts'
import { accepted, refused, type Answer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import type { Session } from '../session/session.ts'
import { variantInForce, type Draft } from './draft.ts'
import { layoutOf } from './layout.ts'
import type { TeachPlace } from './place.ts'
import { formatProblem, formatsThatMeet, type FormatProblem } from './try-format.ts'
import { isUnreadable, unreadableAs } from './unreadable-piece.ts'

/** `DS:DONE`: the format is tried on its samples and on what is known here, and kept if it stands. */
export function finishTeaching(session: Session, at: TeachPlace, draft: Draft, directory: StationDirectory): Answer {
  const { teaching } = directory
  const { samples, uses } = draft
  const layout = layoutOf(draft)
  if (samples.length === 0 || layout === undefined) {
    return refused('sample-missing', 'No label yet', 'Scan a label of this supplier first, or leave with DS:CANCEL.')
  }
  if (uses.every(({ meaning }) => meaning === 'nothing')) {
    return refused(
      'field-missing',
      'Nothing is said',
      'No piece of the label has a meaning yet. Say which one is the lot, the part or the quantity.'
    )
  }
  const odd = uses.findIndex(isUnreadable)
  const unreadable = uses[odd]
  if (unreadable !== undefined) {
    const next = `Say again what it is with DS:PIECE:${odd + 1}, or take back the label that differs with DS:UNDO.`
    return unreadableAs(unreadable.meaning, unreadable.piece, next)
  }
  const format: TaughtFormat = { name: at.format ?? newName(at.supplier, directory), layout }
  const problem = formatProblem(format, samples, expectedOf(draft), teaching, teaching.today)
  if (problem) return refusalOf(problem)
  const others = formatsThatMeet(format, samples, at.supplier, teaching, teaching.today)
  if (others.length > 0 && at.steps.at(-1)?.kind !== 'warned') {
    return accepted(
      { ...session, at: { ...at, steps: [...at.steps, { kind: 'warned' }] } },
      'Two formats meet',
      `${others.join(' and ')} would read such labels too, and each scan of one will be a question. DS:DONE keeps it all the same; more labels or more pieces may tell them apart.`,
      { sound: 'attention' }
    )
  }
  return accepted(
    { ...session, at: at.receiving },
    'Label taught',
    `${format.name} reads ${samples.length === 1 ? 'its label' : `all ${samples.length} labels`} right. Scan the label to receive with it.`,
    {
      sound: 'line-complete',
      effect: {
        kind: 'teach-format',
        supplier: at.supplier,
        name: format.name,
        isNext: at.format !== null,
        layout,
        samples
      }
    }
  )
}

function refusalOf({ kind, reason }: FormatProblem): Answer {
  switch (kind) {
    case 'unsure':
      return refused('sample-missing', 'One more label', `${reason} Scan the label of another box.`)
    case 'fails':
      return refused(
        'format-fails',
        'Does not hold',
        `${reason} Say more of its pieces, take it apart in another way with DS:TEACH, or scan another label.`
      )
    case 'steals':
      return refused(
        'format-conflict',
        'Would take other codes',
        `${reason} Take it apart in another way with DS:TEACH, or say which piece is always the same.`,
        'attention'
      )
  }
}

/** What the pieces with a meaning hold, for each sample. */
export function expectedOf({ samples, uses }: Draft): readonly (readonly string[])[] {
  return samples.map((_, index) =>
    uses.flatMap((use) => {
      const value = use.piece.values[index]?.slice(variantInForce(use)?.lead.length ?? 0).trim() ?? ''
      return use.meaning === 'nothing' || value === '' ? [] : [value]
    })
  )
}

/** A name of its own, until somebody gives it a better one: `DS:TEACH` takes it, as any code, so it is one. */
function newName(supplier: string, { teaching }: StationDirectory): string {
  const taken = new Set(teaching.names(supplier))
  const plain = supplier
    .normalize('NFKD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .trim()
  const stem = plain.slice(0, MAX_CODE_LENGTH - ROOM_FOR_NUMBER).trim() || 'Label'
  for (let number = 1; ; number += 1) {
    const name = `${stem} ${number}`
    if (!taken.has(name)) return name
  }
}

const ROOM_FOR_NUMBER = ' 9999'.length
