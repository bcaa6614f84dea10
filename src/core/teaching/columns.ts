import type { Day } from '../clock.ts'
import { isPlausibleDate } from './plausible-date.ts'
import { classOf } from './runs.ts'
import type { LabelPart } from './taken-apart.ts'

/** Whether the samples have the same length, so that fields may be told by their places. */
export function haveColumns(samples: readonly string[]): boolean {
  const [first = '', ...others] = samples
  return first.length > 1 && others.every(({ length }) => length === first.length)
}

export function takeApartAtColumns(
  samples: readonly string[],
  cuts: readonly number[]
): readonly LabelPart[] | undefined {
  if (!haveColumns(samples)) return undefined
  const length = samples[0]?.length ?? 0
  const ends = [...cuts.filter((cut) => cut > 0 && cut < length).toSorted((a, b) => a - b), length]
  return ends.map((end, index) => ({
    kind: 'piece',
    mark: '',
    values: samples.map((sample) => sample.slice(index === 0 ? 0 : ends[index - 1], end))
  }))
}

/** Where fields of fixed length are likely to begin: where letters change to digits, and before a date at the end. */
export function likelyCuts(samples: readonly string[], today: Day): readonly number[] {
  const [first = ''] = samples
  const cuts = new Set<number>()
  for (let at = 1; at < first.length; at += 1) {
    if (kindOfColumn(samples, at - 1) !== kindOfColumn(samples, at)) cuts.add(at)
  }
  for (const length of DATE_LENGTHS) {
    const at = first.length - length
    if (at < 1 || cuts.has(at)) continue
    const tails = samples.map((sample) => sample.slice(at))
    if (tails.every((tail) => isPlausibleDate(tail, today))) {
      for (const cut of cuts) if (cut > at) cuts.delete(cut)
      cuts.add(at)
      break
    }
  }
  return [...cuts].toSorted((a, b) => a - b)
}

const DATE_LENGTHS = [8, 6] as const

/** Letters, digits, or both by turns; a column of other characters is one of its own. */
function kindOfColumn(samples: readonly string[], at: number): string {
  const characters = samples.map((sample) => sample.charAt(at))
  const kinds = new Set(characters.map(classOf))
  if (kinds.has('other')) return `other ${kinds.size > 1 ? 'and more' : characters[0]}`
  return kinds.size > 1 ? 'mixed' : [...kinds].join('')
}
