import type { LabelText } from '../barcode/label-text.ts'
import type { TaughtFormat, TaughtLayout } from '../barcode/taught/taught-format.ts'
import type { Day } from '../clock.ts'
import { draftOf, type PieceUse } from './draft.ts'
import type { Hints } from './guess.ts'
import { FIELD_MEANINGS, PICKED_MEANINGS, type TaughtMeaning } from './meaning.ts'
import type { TeachStep } from './place.ts'
import { readBy } from './read-by.ts'
import { variantsOf } from './variants.ts'
import type { Way } from './ways.ts'

/** What would teach a format anew by its own labels, to go on from. */
export function stepsOfFormat(
  format: TaughtFormat,
  samples: readonly LabelText[],
  hints: Hints,
  today: Day
): readonly TeachStep[] {
  const scanned = samples.map((sample): TeachStep => ({ kind: 'sample', sample }))
  const { ways } = draftOf(scanned, hints, today)
  const way = ways.findIndex((each) => isWayOf(each, format.layout))
  if (way < 0) return scanned
  const apart: readonly TeachStep[] = [...scanned, { kind: 'way', way }]
  const cut = [...apart, ...cutsOf(format.layout, ways[way])]
  const said = draftOf(cut, hints, today).uses.flatMap((use, index) => meaningSteps(use, index, format, samples, today))
  return [...cut, ...said, { kind: 'piece', piece: 0 }]
}

function isWayOf(way: Way, layout: TaughtLayout): boolean {
  switch (layout.kind) {
    case 'identifiers':
      return way.kind === 'identifiers'
    case 'marked':
      return way.kind === 'marked' && way.separator === layout.separator
    case 'sequence':
      if (layout.separators !== undefined) {
        return way.kind === 'separated' && way.separators === layout.separators
      }
      return way.kind === (hasLengths(layout) ? 'columns' : 'runs')
  }
}

function hasLengths({ parts }: Extract<TaughtLayout, { kind: 'sequence' }>): boolean {
  return parts.every((part) => part.kind === 'text' || part.length !== null)
}

/** The cuts that the format has and are not seen by themselves, and the reverse. */
function cutsOf(layout: TaughtLayout, way: Way | undefined): readonly TeachStep[] {
  if (layout.kind !== 'sequence' || way?.kind !== 'columns') return []
  let at = 0
  const wanted = layout.parts.map((part) => (at += part.kind === 'text' ? part.text.length : (part.length ?? 0)))
  const changed = [
    ...wanted.slice(0, -1).filter((cut) => !way.cuts.includes(cut)),
    ...way.cuts.filter((cut) => !wanted.includes(cut))
  ]
  return changed.map((before) => ({ kind: 'cut', before }))
}

function meaningSteps(
  { piece }: PieceUse,
  index: number,
  format: TaughtFormat,
  samples: readonly LabelText[],
  today: Day
): readonly TeachStep[] {
  const read = samples.map((sample) => readBy(format, sample, today)?.fields ?? [])
  const isRead = (meaning: TaughtMeaning, lead: string): boolean =>
    read.every((fields, sample) => {
      const value = piece.values[sample]?.slice(lead.length).trim() ?? ''
      return value === '' || fields.some((field) => field.meaning === FIELD_MEANINGS[meaning] && field.value === value)
    })
  for (const meaning of PICKED_MEANINGS) {
    const variant = variantsOf(piece, meaning, today).findIndex(({ lead }) => isRead(meaning, lead))
    if (variant >= 0) return saying(index, meaning, variant)
  }
  // What has no meaning is read all the same, unless it is a text that has to stand there.
  const isConstant = !isRead('nothing', '')
  const variant = variantsOf(piece, 'nothing', today).findIndex((each) => each.isConstant === isConstant)
  return saying(index, 'nothing', Math.max(0, variant))
}

function saying(piece: number, meaning: TaughtMeaning, variant: number): readonly TeachStep[] {
  return [
    { kind: 'piece', piece },
    { kind: 'meaning', meaning },
    ...Array.from({ length: variant }, (): TeachStep => ({ kind: 'other-way' }))
  ]
}
