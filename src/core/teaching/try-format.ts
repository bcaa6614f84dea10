import type { LabelText } from '../barcode/label-text.ts'
import { readTaught } from '../barcode/taught/read-taught.ts'
import { layoutProblem, type TaughtFormat, type TaughtLayout } from '../barcode/taught/taught-format.ts'
import type { Day } from '../clock.ts'
import { shown } from '../words.ts'
import type { TeachingDirectory } from './directory.ts'
import { readBy } from './read-by.ts'

/** Why a format cannot be used. The reason is a sentence. */
export interface FormatProblem {
  readonly kind: 'unsure' | 'fails' | 'steals'
  readonly reason: string
}

/**
 * Tries a format on the samples that it was taught by and on what means something at the station already.
 *
 * @param expected for each sample the values that the format must read off it, in any order; null where anything will do
 */
export function formatProblem(
  format: TaughtFormat,
  samples: readonly LabelText[],
  expected: readonly (readonly string[])[] | null,
  known: Pick<TeachingDirectory, 'knownCodes'>,
  today: Day
): FormatProblem | undefined {
  const problem = layoutProblem(format.layout)
  if (problem !== undefined) return { kind: 'fails', reason: `${problem}.` }
  if (!isSure(format.layout) && new Set(samples.map(({ text }) => text)).size < 2) {
    return { kind: 'unsure', reason: 'One label alone does not tell what changes from box to box.' }
  }
  for (const [index, sample] of samples.entries()) {
    const label = readBy(format, sample, today)
    const read = label?.fields.filter((field) => isOf(format, field)).map(({ value }) => value) ?? []
    const wanted = expected?.[index]
    if (label === undefined || (wanted !== undefined && !haveSame(read, wanted))) {
      return { kind: 'fails', reason: `It does not read its own label ${shown(sample.text)}.` }
    }
  }
  for (const { code, what } of known.knownCodes()) {
    if (readTaught(format, code, today) !== undefined) {
      return { kind: 'steals', reason: `It would also read ${shown(code)}, which is ${what} here.` }
    }
  }
  return undefined
}

/** The other formats of the supplier that read these labels too, or whose labels this one reads. */
export function formatsThatMeet(
  format: TaughtFormat,
  samples: readonly LabelText[],
  supplier: string,
  known: TeachingDirectory,
  today: Day
): readonly string[] {
  return known
    .formats(supplier)
    .filter(
      (other) =>
        other.name !== format.name &&
        (samples.some((sample) => readBy(other, sample, today) !== undefined) ||
          known.samples(supplier, other.name).some((sample) => readBy(format, sample, today) !== undefined))
    )
    .map(({ name }) => name)
}

/** Whether the layout alone tells a label of its own from others: by separators, marks or a standard. */
function isSure(layout: TaughtLayout): boolean {
  if (layout.kind === 'identifiers') return true
  if (layout.kind === 'marked') return layout.fields.length > 1
  return (layout.separators ?? '') !== '' && layout.parts.filter(({ kind }) => kind === 'text').length > 1
}

function isOf(
  { name }: TaughtFormat,
  { identifier, meaning }: { readonly identifier: string; readonly meaning: string }
): boolean {
  return meaning !== 'unknown' && identifier.startsWith(`${name}: `)
}

function haveSame(one: readonly string[], other: readonly string[]): boolean {
  return one.toSorted().join('\n') === other.toSorted().join('\n')
}
