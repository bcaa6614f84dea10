import { assertNever } from '../assert.ts'
import type { LabelText } from '../barcode/label-text.ts'
import type { Day } from '../clock.ts'
import { guessMeaning, looksLikeCount, type Hints } from './guess.ts'
import type { TaughtMeaning } from './meaning.ts'
import type { TeachStep } from './place.ts'
import { piecesOf, type LabelPart, type Piece } from './taken-apart.ts'
import { variantsOf, type Variant } from './variants.ts'
import { areSameWay, takeApart, waysOf, type Way } from './ways.ts'

/** What is known of a format so far. */
export interface Draft {
  readonly samples: readonly LabelText[]
  readonly ways: readonly Way[]
  /** Which of the ways; absent before the first sample. */
  readonly way: Way | undefined
  readonly parts: readonly LabelPart[]
  /** What each piece is. */
  readonly uses: readonly PieceUse[]
  /** The piece that is asked about; as many as there are once none is. */
  readonly at: number
  /** The piece that something was said of last, or that was asked for: its value may be written in another way. */
  readonly last: number
}

export interface PieceUse {
  readonly piece: Piece
  readonly meaning: TaughtMeaning
  readonly variants: readonly Variant[]
  /** Which of the variants. */
  readonly variant: number
  /** Whether somebody has said so; else it is guessed. */
  readonly isSaid: boolean
}

const EMPTY: Draft = { samples: [], ways: [], way: undefined, parts: [], uses: [], at: 0, last: 0 }

/** What follows from all that was scanned and chosen. */
export function draftOf(steps: readonly TeachStep[], hints: Hints, today: Day): Draft {
  return steps.reduce((draft, step) => afterStep(draft, step, hints, today), EMPTY)
}

/** The variant that is in force; absent where the piece cannot be what it is said to be. */
export function variantInForce({ variants, variant }: PieceUse): Variant | undefined {
  return variants[variant]
}

export function afterStep(draft: Draft, step: TeachStep, hints: Hints, today: Day): Draft {
  switch (step.kind) {
    case 'sample':
      return withSamples(draft, [...draft.samples, step.sample], hints, today)
    case 'way':
      return takenApart({ ...draft, way: draft.ways[step.way] ?? draft.way }, hints, today)
    case 'cut':
      return draft.way?.kind === 'columns'
        ? takenApart({ ...draft, way: { kind: 'columns', cuts: toggled(draft.way.cuts, step.before) } }, hints, today)
        : draft
    case 'piece':
      return { ...draft, at: step.piece, last: step.piece }
    case 'meaning':
      return withMeaning(draft, step.meaning, today)
    case 'other-way':
      return withOtherWay(draft)
    case 'warned':
      return draft
    default:
      return assertNever(step)
  }
}

/** One more sample: the same way, and what was said of its pieces, as long as it takes the new one apart too. */
function withSamples(draft: Draft, samples: readonly LabelText[], hints: Hints, today: Day): Draft {
  const ways = waysOf(samples, today)
  const { way } = draft
  const kept = way && ways.some((each) => areSameWay(each, way)) ? way : undefined
  const next = takenApart({ ...draft, samples, ways, way: kept ?? ways[0] }, hints, today)
  if (kept === undefined) return next
  const carried = next.uses.map((use) => {
    const before = sameUse(use, draft, next)
    if (!before?.isSaid || next.uses.length < draft.uses.length) return use
    const variants = variantsOf(use.piece, before.meaning, today)
    const same = variants.findIndex((variant) => isSameVariant(variant, variantInForce(before)))
    return { ...use, meaning: before.meaning, variants, variant: Math.max(0, same), isSaid: true }
  })
  const said = new Set(carried.flatMap(({ isSaid, meaning }) => (isSaid ? [meaning] : [])))
  const uses = carried.map((use) => (!use.isSaid && said.has(use.meaning) ? notNeeded(use, today) : use))
  return { ...next, uses, at: Math.min(draft.at, uses.length), last: Math.min(draft.last, uses.length) }
}

/** The same piece before the new sample. Places shift where one that was empty on all samples is filled now. */
function sameUse({ piece }: PieceUse, before: Draft, after: Draft): PieceUse | undefined {
  if (piece.mark !== '') return before.uses.find((use) => use.piece.mark === piece.mark)
  const old = after.uses.filter((use) => use.piece.values.slice(0, before.samples.length).some((value) => value !== ''))
  return before.uses[old.findIndex((use) => use.piece === piece)]
}

function takenApart(draft: Draft, hints: Hints, today: Day): Draft {
  const parts = draft.way === undefined ? [] : (takeApart(draft.samples, draft.way, today) ?? [])
  const guessed = piecesOf(parts).map((piece) => ({ piece, meaning: guessMeaning(piece, hints, today) }))
  const given = new Set<TaughtMeaning>()
  const once = guessed.map(({ piece, meaning }) => {
    const isNew = meaning === 'nothing' || !given.has(meaning)
    given.add(meaning)
    return { piece, meaning: isNew ? meaning : ('nothing' as const) }
  })
  const counts = once.filter(({ piece, meaning }) => meaning === 'nothing' && looksLikeCount(piece, today))
  const uses = once.map(({ piece, meaning }): PieceUse => {
    const isCount = !given.has('quantity') && counts.length === 1 && counts[0]?.piece === piece
    const likely = isCount ? 'quantity' : meaning
    return { piece, meaning: likely, variants: variantsOf(piece, likely, today), variant: 0, isSaid: false }
  })
  return { ...draft, parts, uses, at: 0, last: 0 }
}

/** A label says each thing once: what was said to be it before is not needed. */
function withMeaning(draft: Draft, meaning: TaughtMeaning, today: Day): Draft {
  const asked = draft.uses[draft.at]
  if (asked === undefined) return draft
  const variants = variantsOf(asked.piece, meaning, today)
  const uses = draft.uses.map((use, index): PieceUse => {
    if (index === draft.at) return { ...use, meaning, variants, variant: 0, isSaid: true }
    return use.meaning !== meaning || meaning === 'nothing' ? use : notNeeded(use, today)
  })
  return { ...draft, uses, at: draft.at + 1, last: draft.at }
}

function notNeeded(use: PieceUse, today: Day): PieceUse {
  return { ...use, meaning: 'nothing', variants: variantsOf(use.piece, 'nothing', today), variant: 0, isSaid: false }
}

function withOtherWay(draft: Draft): Draft {
  const uses = draft.uses.map((use, index) =>
    index === draft.last ? { ...use, variant: (use.variant + 1) % Math.max(1, use.variants.length), isSaid: true } : use
  )
  return { ...draft, uses }
}

function isSameVariant(one: Variant, other: Variant | undefined): boolean {
  return one.lead === other?.lead && one.format === other.format && one.isConstant === other.isConstant
}

function toggled(cuts: readonly number[], before: number): readonly number[] {
  return cuts.includes(before) ? cuts.filter((cut) => cut !== before) : [...cuts, before].toSorted((a, b) => a - b)
}
