import type { BomUseView, BomView, ComponentChoice } from '../../../ipc/bom-views.ts'
import {
  bomLinesOf,
  bomSizesOf,
  countWhereUsed,
  startedRunsOf,
  whereUsed,
  type BomLine,
  type BomUseRow
} from '../../store/bom.ts'
import { snapshot, type ReadableDb } from '../../store/database.ts'
import { revisionsOf, searchParts } from '../../store/part.ts'

/** So many are listed of where a part goes in; a screw goes into everything. */
const USES_SHOWN = 200
const RUNS_NAMED = 20
const CHOICES = 20

export function bomView(db: ReadableDb, partNumber: string, wanted: string | null): BomView | null {
  return snapshot(db, () => {
    const parts = revisionsOf(db, partNumber)
    const [first] = parts
    if (!first) return null
    const sizes = bomSizesOf(db, first.id)
    const revisions = parts.map(({ revision }) => ({ revision, lines: sizes.get(revision) ?? 0 }))
    const last = revisions.findLast(({ lines }) => lines > 0) ?? revisions.at(-1)
    const part = parts.find(({ revision }) => revision === (wanted ?? last?.revision))
    if (!part) return null
    return {
      partNumber,
      revision: part.revision,
      revisions,
      description: part.description,
      tracking: part.tracking,
      unit: part.unit,
      lines: bomLinesOf(db, part.id, part.revision).map((line) => lineView(db, line)),
      usedIn: whereUsed(db, part.id, USES_SHOWN).map(useView),
      usedInTotal: countWhereUsed(db, part.id),
      startedRuns: startedRunsOf(db, part.id, part.revision, RUNS_NAMED)
    }
  })
}

export function componentChoices(db: ReadableDb, search: string): readonly ComponentChoice[] {
  return searchParts(db, search.trim(), 0, CHOICES).map(({ partNumber, description, tracking, unit, revisions }) => ({
    partNumber,
    description,
    tracking,
    unit,
    revisions: (JSON.parse(revisions) as readonly string[]).filter((revision) => revision !== '')
  }))
}

function lineView(db: ReadableDb, line: BomLine): BomView['lines'][number] {
  const { componentId, component, description, tracking, unit, componentRevision, quantity, madeOnAssembly } = line
  const sizes = bomSizesOf(db, componentId)
  return {
    component,
    description,
    tracking,
    unit,
    componentRevision,
    componentRevisions: revisionsOf(db, component)
      .map(({ revision }) => revision)
      .filter((revision) => revision !== ''),
    quantity,
    madeOnAssembly,
    substitutes: line.substitutes.map(({ partNumber }) => partNumber),
    hasBom: componentRevision === null ? sizes.size > 0 : sizes.has(componentRevision)
  }
}

function useView({ isSubstitute, ...use }: BomUseRow): BomUseView {
  return { ...use, isSubstitute: isSubstitute === 1 }
}
