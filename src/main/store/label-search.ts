import type { LabelId } from '../../core/ids.ts'
import { LABEL_STATES, needsPerson, type LabelState } from '../../core/printing/label-state.ts'
import { labelsAt, type LabelRow } from './label.ts'
import { ANY_LABEL, isAnyLabel, labelsWithFacets, newestOfPrinter, type LabelFacets } from './label-facets.ts'
import { searchTerms, type SearchTerms } from './search-terms.ts'
import { all, one } from './statement.ts'
import type { ReadableDb } from './database.ts'

export interface LabelSearchPage {
  readonly rows: readonly LabelRow[]
  /** How many labels there are, or as many as are counted. */
  readonly total: number
  /** Whether there are more than were counted. */
  readonly isMore: boolean
}

/** Nobody reads further, and to count a million matches for each key that is pressed would keep everybody waiting. */
const MAX_COUNTED = 1_000

/** So many labels are looked through one by one, quicker than the index is asked about labels in other states too. */
const MOST_LOOKED_THROUGH = 10_000

/**
 * A page of the ledger: what needs a person first, then the newest. Of a search, each word must be in one piece of the
 * label's number, its part, serial, lot, order or printer; one of one or two characters at its beginning.
 *
 * @param states none for labels in any state
 */
export function searchLabels(
  db: ReadableDb,
  search: string,
  states: readonly LabelState[],
  offset: number,
  limit: number,
  facets: LabelFacets = ANY_LABEL
): LabelSearchPage {
  const wanted = states.length === 0 ? LABEL_STATES : LABEL_STATES.filter((state) => states.includes(state))
  const urgent = wanted.filter(needsPerson)
  const others = wanted.filter((state) => !needsPerson(state))
  const terms = searchTerms(search, () => sampledCodes(db))
  const isFaceted = !isAnyLabel(facets)
  if (terms.match === '' && !isFaceted) return pageOfAll(db, urgent, others, offset, limit)
  const found = isFaceted
    ? within(db, facets, urgent, others, search)
    : [...lookThrough(db, urgent, terms), ...matching(db, others, terms)]
  const counted = found.slice(0, MAX_COUNTED)
  return {
    rows: labelsAt(db, counted.slice(offset, offset + limit)),
    total: counted.length,
    isMore: found.length > MAX_COUNTED
  }
}

/** The labels of an order or a part are few as a rule, and looked through one by one; those of a printer may be nearly all. */
function within(
  db: ReadableDb,
  facets: LabelFacets,
  urgent: readonly LabelState[],
  others: readonly LabelState[],
  search: string
): readonly LabelId[] {
  const { printer, order, part } = facets
  const { runs } = searchTerms(search, () => [])
  const isOfPrinterAlone = order === null && part === null
  if (printer !== null && isOfPrinterAlone && runs.length === 0) {
    const newest = (states: readonly LabelState[]) => newestOfPrinter(db, printer, states, MAX_COUNTED + 1)
    return [...newest(urgent), ...newest(others)]
  }
  if (isOfPrinterAlone) return byWords(db, facets, urgent, others, search)
  const limit = (runs.length === 0 ? MAX_COUNTED : MOST_LOOKED_THROUGH) + 1
  const ids = [...labelsWithFacets(db, facets, urgent, limit), ...labelsWithFacets(db, facets, others, limit)]
  if (runs.length === 0) return ids
  if (ids.length > MOST_LOOKED_THROUGH) return byWords(db, facets, urgent, others, search)
  return idsOf(
    db,
    `SELECT label_codes.id FROM json_each(@ids) JOIN label_codes ON label_codes.id = json_each.value
     WHERE ${holdsAll('codes', runs)} ORDER BY json_each.key`,
    { ids: JSON.stringify(ids), ...valuesOf(runs) }
  )
}

/** What labels are about is a word of each of them too, and finds some of others whose codes hold it. */
function byWords(
  db: ReadableDb,
  { printer, order, part }: LabelFacets,
  urgent: readonly LabelState[],
  others: readonly LabelState[],
  search: string
): readonly LabelId[] {
  const terms = searchTerms([search, order, part, printer].filter((word) => word !== null).join(' '), () =>
    sampledCodes(db)
  )
  const found = [...lookThrough(db, urgent, terms), ...matching(db, others, terms)]
  return idsOf(
    db,
    `SELECT label.id FROM json_each(@ids) JOIN label ON label.id = json_each.value
     WHERE (@printer IS NULL OR printer = @printer) AND (@order IS NULL OR order_no = @order)
       AND (@part IS NULL OR part_number = @part) ORDER BY json_each.key`,
    { ids: JSON.stringify(found), printer, order, part }
  )
}

/** What needs a person is little; of the rest, only what is in sight is read. */
function pageOfAll(
  db: ReadableDb,
  urgent: readonly LabelState[],
  others: readonly LabelState[],
  offset: number,
  limit: number
): LabelSearchPage {
  const first = idsOf(db, `${IN_STATES} ORDER BY id DESC`, { states: JSON.stringify(urgent) })
  const rest = countInStates(db, others)
  const top = first.slice(offset, offset + limit)
  const below = idsOf(
    db,
    `SELECT id FROM label INDEXED BY label_in_order WHERE state IN (SELECT value FROM json_each(@states))
     ORDER BY id DESC LIMIT @limit OFFSET @offset`,
    { states: JSON.stringify(others), limit: limit - top.length, offset: Math.max(0, offset - first.length) }
  )
  return { rows: labelsAt(db, [...top, ...below]), total: first.length + rest, isMore: false }
}

/** What waits is not in the index: it is looked through. */
function matching(db: ReadableDb, states: readonly LabelState[], terms: SearchTerms): readonly LabelId[] {
  if (states.length === 0) return []
  if (areFew(db, states)) return lookThrough(db, states, terms)
  const queued = states.includes('queued') ? lookThrough(db, ['queued'], terms) : []
  const others = states.filter((state) => state !== 'queued')
  const indexed = idsOf(
    db,
    `SELECT rowid AS id FROM label_search
     WHERE label_search MATCH @match AND ${holdsAll('codes', terms.pieces)}
       AND (SELECT state FROM label INDEXED BY label_in_order WHERE id = label_search.rowid)
         IN (SELECT value FROM json_each(@states))
     ORDER BY rowid DESC LIMIT ${MAX_COUNTED + 1}`,
    { match: terms.match, states: JSON.stringify(others), ...valuesOf(terms.pieces) }
  )
  return [...queued, ...indexed].sort((a, b) => b - a)
}

/** Reads the codes of each label in these states. */
function lookThrough(db: ReadableDb, states: readonly LabelState[], { runs }: SearchTerms): readonly LabelId[] {
  return idsOf(
    db,
    `SELECT id FROM label_codes WHERE id IN (${IN_STATES}) AND ${holdsAll('codes', runs)}
     ORDER BY id DESC LIMIT ${MAX_COUNTED + 1}`,
    { states: JSON.stringify(states), ...valuesOf(runs) }
  )
}

const IN_STATES = 'SELECT id FROM label WHERE state IN (SELECT value FROM json_each(@states))'

function areFew(db: ReadableDb, states: readonly LabelState[]): boolean {
  const counted = `SELECT count(*) AS n FROM (${IN_STATES} LIMIT ${MOST_LOOKED_THROUGH + 1})`
  return (one<{ n: number }>(db, counted, { states: JSON.stringify(states) })?.n ?? 0) <= MOST_LOOKED_THROUGH
}

function countInStates(db: ReadableDb, states: readonly LabelState[]): number {
  return one<{ n: number }>(db, `SELECT count(*) AS n FROM (${IN_STATES})`, { states: JSON.stringify(states) })?.n ?? 0
}

function holdsAll(column: string, pieces: readonly string[]): string {
  return ['TRUE', ...pieces.map((_, index) => `instr(${column}, @piece${index}) > 0`)].join(' AND ')
}

function valuesOf(pieces: readonly string[]): { readonly [name: string]: string } {
  return Object.fromEntries(pieces.map((piece, index) => [`piece${index}`, piece]))
}

function idsOf(
  db: ReadableDb,
  sql: string,
  values: { readonly [name: string]: string | number | null }
): readonly LabelId[] {
  return all<{ id: LabelId }>(db, sql, values).map(({ id }) => id)
}

/** How many labels are looked at to learn which runs are common here. */
const SAMPLED = 48

/** The codes of some labels, spread over the whole ledger. */
function sampledCodes(db: ReadableDb): readonly string[] {
  const last = one<{ id: number | null }>(db, 'SELECT max(id) AS id FROM label')?.id ?? 0
  const ids = Array.from({ length: SAMPLED }, (_, index) => Math.ceil((last * (index + 1)) / SAMPLED))
  return all<{ codes: string }>(
    db,
    'SELECT codes FROM json_each(?) JOIN label_codes ON label_codes.id = json_each.value',
    JSON.stringify(ids)
  ).map(({ codes }) => codes)
}
