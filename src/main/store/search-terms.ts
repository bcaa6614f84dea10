/** What no code holds, twice before each code of the search index. */
const MARK = '␂'

/** How many characters one entry of the index has. */
const RUN = 3

/** More runs of a word would find hardly fewer rows. */
const MAX_RUNS = 3

/** More words than anybody types to find a row. */
const MAX_WORDS = 8

/** What is looked for, as the index and as the rows themselves are asked. */
export interface SearchTerms {
  /** For `MATCH`; empty where nothing is looked for. */
  readonly match: string
  /** Words that are longer than an entry of the index, in lower case: a row must hold each in one piece. */
  readonly pieces: readonly string[]
  /** What a row's text must hold where it is read without the index: each word, a short one with the marks before it. */
  readonly runs: readonly string[]
}

/**
 * The words of a text, made ready for the index.
 *
 * Serials of one pattern begin alike, so that most runs of a serial are in every row. Of each word only those that few
 * rows of a sample hold are asked for: a million rows are told apart by what tells them apart.
 */
export function searchTerms(search: string, sampledCodes: () => readonly string[]): SearchTerms {
  const words = search
    .toLowerCase()
    .replaceAll(MARK, ' ')
    .replaceAll('\0', ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS)
  const pieces = words.filter((word) => word.length > RUN)
  const sample = pieces.length === 0 ? [] : sampledCodes()
  const asked = words.flatMap((word) => rarestRuns(word, sample))
  return { match: [...new Set(asked)].map(quoted).join(' AND '), pieces, runs: words.map(marked) }
}

/** A run that more of the sample holds than this hardly narrows anything down, and to look it up costs as much as any. */
const MOST_HELD = 0.85

function rarestRuns(word: string, sample: readonly string[]): readonly string[] {
  if (word.length < RUN) return [marked(word)]
  const runs = Array.from({ length: word.length - RUN + 1 }, (_, at) => word.slice(at, at + RUN))
  return runs
    .map((run, at) => ({ run, at, rows: sample.filter((codes) => codes.includes(run)).length }))
    .sort((a, b) => a.rows - b.rows || b.at - a.at)
    .filter(({ rows }, rank) => rank === 0 || rows <= sample.length * MOST_HELD)
    .slice(0, MAX_RUNS)
    .map(({ run }) => run)
}

/** Codes as one text of the index, each with the marks before it. */
export function indexedCodes(codes: readonly (string | null)[]): string {
  return codes.map((code) => (code === null ? '' : `${MARK}${MARK}${code.toLowerCase()}`)).join('')
}

/** A word that is too short for the index stands at the beginning of a code, behind its marks. */
function marked(word: string): string {
  return `${MARK.repeat(Math.max(0, RUN - word.length))}${word}`
}

/** A string of the index's language: whatever somebody types is looked for and nothing else. */
export function quoted(run: string): string {
  return `"${run.replaceAll('"', '""')}"`
}
