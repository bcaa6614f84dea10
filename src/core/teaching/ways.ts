import { assertNever } from '../assert.ts'
import type { LabelText } from '../barcode/label-text.ts'
import type { SampleReading } from '../barcode/reading.ts'
import { interpretScan } from '../barcode/interpret.ts'
import type { Day } from '../clock.ts'
import { likelyCuts, haveColumns, takeApartAtColumns } from './columns.ts'
import { takeApartByMarks } from './marked.ts'
import { openParts, standardLabelOf } from './open-identifiers.ts'
import { takeApartByRuns } from './runs.ts'
import { commonSeparators, separatorsOf, takeApartAt } from './separated.ts'
import { piecesOf, type LabelPart } from './taken-apart.ts'

/** One way to take samples apart. */
export type Way =
  | { readonly kind: 'identifiers' }
  | { readonly kind: 'marked'; readonly separator: string }
  | { readonly kind: 'separated'; readonly separators: string }
  | { readonly kind: 'runs' }
  /** `cuts`: before which characters, counted from 0, a piece begins. */
  | { readonly kind: 'columns'; readonly cuts: readonly number[] }

/** More pieces than this are no fields: the text was cut to shreds. */
const MAX_PIECES = 24

/** As many ways as are offered: each has its command. */
const MAX_WAYS = 9

/** The ways that take all samples apart alike, the likeliest first. */
export function waysOf(samples: readonly LabelText[], today: Day): readonly Way[] {
  if (samples.length === 0) return []
  const texts = samples.map(({ text }) => text)
  const separators = separatorsOf(texts)
  const common = commonSeparators(texts)
  const free: readonly Way[] = [
    ...separators.map((separator): Way => ({ kind: 'marked', separator })),
    ...markSeparators(texts, separators).map((separator): Way => ({ kind: 'marked', separator })),
    ...separators.map((separator): Way => ({ kind: 'separated', separators: separator })),
    ...(common.length > 1 ? [{ kind: 'separated', separators: common } as const] : []),
    { kind: 'runs' },
    ...(haveColumns(texts) ? [{ kind: 'columns', cuts: likelyCuts(texts, today) } as const] : [])
  ]
  const ways = isFree(samples, today) ? free : [{ kind: 'identifiers' } as const]
  return distinctWays(ways.filter((way) => isUsable(takeApart(samples, way, today), way))).slice(0, MAX_WAYS)
}

/** Fields that are told by their marks may be fewer on one sample than on another. */
function markSeparators(texts: readonly string[], alike: readonly string[]): readonly string[] {
  return ['\u001d', ';', '|', ',', '\n', '\t', ' ', '/', '_', '&'].filter(
    (separator) => !alike.includes(separator) && texts.every((text) => text.includes(separator))
  )
}

/** The parts of the samples; absent where this way does not take them apart alike. */
export function takeApart(samples: readonly LabelText[], way: Way, today: Day): readonly LabelPart[] | undefined {
  const texts = samples.map(({ text }) => text)
  switch (way.kind) {
    case 'identifiers': {
      const labels = samples.map((sample) => standardLabelOf(readSample(sample, today)))
      return labels.every((label) => label !== undefined) ? openParts(labels) : undefined
    }
    case 'marked':
      return takeApartByMarks(texts, way.separator)
    case 'separated':
      return takeApartAt(texts, way.separators)
    case 'runs':
      return takeApartByRuns(texts)
    case 'columns':
      return takeApartAtColumns(texts, way.cuts)
    default:
      return assertNever(way)
  }
}

/** What a text is as a sample. What is one reads as one again. */
export function readSample({ text, aim }: LabelText, today: Day): SampleReading {
  const reading = interpretScan({ text, aim, source: 'other' }, { today, isTeaching: true })
  return reading.kind === 'sample' ? reading : { kind: 'sample', sample: { text, aim }, isFree: false, reading }
}

export function areSameWay(one: Way, other: Way): boolean {
  // Where the cuts are is the clerk's to say.
  if (one.kind === 'columns' || other.kind === 'columns') return one.kind === other.kind
  return JSON.stringify(one) === JSON.stringify(other)
}

function isFree(samples: readonly LabelText[], today: Day): boolean {
  return samples.every((sample) => readSample(sample, today).isFree)
}

function isUsable(parts: readonly LabelPart[] | undefined, { kind }: Way): boolean {
  const count = parts === undefined ? 0 : piecesOf(parts).length
  return count <= MAX_PIECES && (count > 1 || (count === 1 && (kind === 'identifiers' || kind === 'columns')))
}

/** Two separators that stand side by side take a text apart in the same way. */
function distinctWays(ways: readonly Way[]): readonly Way[] {
  return ways.filter((way, index) => ways.findIndex((other) => areSameWay(way, other)) === index)
}
