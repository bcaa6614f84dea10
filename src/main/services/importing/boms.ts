import { bomLineProblems } from '../../../core/assembly/bom-line.ts'
import { describeLoop, keyOfPart, type PartAtRevision } from '../../../core/assembly/bom.ts'
import { bomLineTexts, parseBoms, type ImportedBomLine } from '../../../core/importing/boms.ts'
import { inLineOrder, shortened, type ParsedRow, type RowProblem } from '../../../core/importing/table.ts'
import type { Part } from '../../../core/part.ts'
import { putBomLine } from '../../store/bom.ts'
import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { createBomStore, loopsOfFile, type BomStore } from './bom-store.ts'
import { partNamed, whyUnknown } from './known-parts.ts'
import { changesBetween, isEmpty, sortSteps, type Changes, type PlanImport, type RecordEvent } from './plan.ts'

/** A line whose parent is known, and whose revision is no longer left to the parent. */
interface ResolvedLine extends ImportedBomLine {
  readonly line: number
  readonly parent: Part
}

/**
 * Lines of bills of materials. A line that a file leaves out stays as it is: a bill is never shortened by silence.
 *
 * Runs that have started build by their own copy, so nothing that is being built changes.
 */
export const planBoms: PlanImport = (db, table) => {
  const store = createBomStore(db)
  const { rows, problems } = parseBoms(table, (cellText) => {
    const parent = partNamed(store.revisions, { partNumber: cellText('part_number'), revision: cellText('revision') })
    const stored = parent && store.line(parent, cellText('component'))
    return stored && bomLineTexts(stored)
  })
  const { lines, repeated } = resolve(store, rows)
  const steps = sortSteps(
    lines.map((item) => {
      const stored = store.line(item.parent, item.component)
      return { item, changes: stored && changesBetween(bomLineTexts(stored), bomLineTexts(item)) }
    })
  )
  const touched = [...steps.added, ...steps.changed].map(({ item }) => item)
  return {
    problems: inLineOrder([
      ...problems,
      ...rows.flatMap((row) => rowProblems(store, row)),
      ...repeated,
      ...loopProblems(db, touched)
    ]),
    ...steps.counts,
    write: (db, record) => {
      for (const line of touched) writeLine(db, store, line)
      recordChanges(steps, record)
    }
  }
}

/** The lines whose parents are known, once each, however a file names the revision of the parent. */
function resolve(
  store: BomStore,
  rows: readonly ParsedRow<ImportedBomLine>[]
): { readonly lines: readonly ResolvedLine[]; readonly repeated: readonly RowProblem[] } {
  const lines = new Map<string, ResolvedLine>()
  const repeated: RowProblem[] = []
  for (const { line, item } of rows) {
    const parent = partNamed(store.revisions, item)
    if (!parent) continue
    const resolved = { ...item, revision: parent.revision, line, parent }
    const key = `${keyOfPart(parent)}\n${item.component}`
    const first = lines.get(key)
    if (!first) lines.set(key, resolved)
    else if (!isEmpty(changesBetween(bomLineTexts(first), bomLineTexts(resolved)))) {
      const reason = `line ${first.line} has the same part_number, revision, component with other values`
      repeated.push({ line, column: 'component', value: item.component, reason })
    }
  }
  return { lines: [...lines.values()], repeated }
}

function rowProblems(store: BomStore, { line, item }: ParsedRow<ImportedBomLine>): readonly RowProblem[] {
  const texts = bomLineTexts(item)
  const problems: RowProblem[] = []
  const refuse = (column: string, reason: string) => {
    problems.push({ line, column, value: shortened(texts[column] ?? ''), reason })
  }
  if (!partNamed(store.revisions, item)) refuse(...whyUnknown(store.revisions, item))
  for (const { column, reason } of bomLineProblems(item, store.revisions)) refuse(column, reason)
  return problems
}

function loopProblems(db: ReadableDb, lines: readonly ResolvedLine[]): readonly RowProblem[] {
  const uses = lines.map(({ parent, component, componentRevision, substitutes, line }) => ({
    parent,
    component,
    componentRevision,
    substitutes,
    line
  }))
  return [...loopsOfFile(db, uses)].map(([use, loop]) => ({
    line: use.line,
    column: loop.through === use.component ? 'component' : 'substitutes',
    value: loop.through,
    reason: `${use.parent.partNumber} would be made of itself: ${describeLoop(loop)}`
  }))
}

function writeLine(db: WritableDb, store: BomStore, line: ResolvedLine): void {
  const idOf = (partNumber: string) => {
    const [part] = store.revisions(partNumber)
    if (!part) throw new Error(`The part ${partNumber} was checked and is not there`)
    return part.id
  }
  putBomLine(db, {
    partId: line.parent.id,
    revision: line.revision,
    componentId: idOf(line.component),
    componentRevision: line.componentRevision,
    quantity: line.quantity,
    madeOnAssembly: line.madeOnAssembly,
    substitutes: line.substitutes.map(idOf)
  })
}

interface TouchedBill {
  readonly parent: Part
  readonly added: Readonly<Record<string, string>>[]
  readonly changed: Record<string, Changes>
}

/** One event for each bill, with the lines that are new and what changed in the others. */
function recordChanges(
  { added, changed }: Pick<ReturnType<typeof sortSteps<ResolvedLine>>, 'added' | 'changed'>,
  record: RecordEvent
): void {
  const bills = new Map<string, TouchedBill>()
  const billOf = ({ parent }: ResolvedLine): TouchedBill => {
    const key = keyOfPart(parent)
    const bill = bills.get(key) ?? { parent, added: [], changed: {} }
    bills.set(key, bill)
    return bill
  }
  for (const { item } of added) billOf(item).added.push(componentTexts(item))
  for (const { item, changes } of changed) billOf(item).changed[item.component] = changes
  for (const { parent, added, changed } of bills.values()) {
    recordBomChange(record, parent, { added, changed, removed: [] })
  }
}

export interface BomChange {
  readonly added: readonly Readonly<Record<string, string>>[]
  /** By component. */
  readonly changed: Readonly<Record<string, Changes>>
  readonly removed: readonly Readonly<Record<string, string>>[]
}

/** Says what of a bill is new, other or gone, in the words of the file. */
export function recordBomChange(
  record: RecordEvent,
  parent: Pick<Part, 'id'> & PartAtRevision,
  { added, changed, removed }: BomChange
): void {
  const { partNumber, revision } = parent
  record('bom-changed', [{ kind: 'part', id: parent.id }], {
    part_number: partNumber,
    revision,
    added,
    changed,
    removed
  })
}

/** A line without what says of which bill it is. */
export function componentTexts(line: ImportedBomLine): Readonly<Record<string, string>> {
  const { part_number: _part, revision: _revision, ...texts } = bomLineTexts(line)
  return texts
}
