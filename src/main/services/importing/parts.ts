import {
  parseParts,
  partTexts,
  revisionTexts,
  sharedPartTexts,
  type ImportedPart
} from '../../../core/importing/parts.ts'
import { inLineOrder } from '../../../core/importing/table.ts'
import { putPart } from '../../store/part.ts'
import { partProblems, trackingSwitches } from './part-check.ts'
import { patternProblems } from './pattern-check.ts'
import { changesBetween, sortSteps, type Changes, type PlanImport, type RecordEvent } from './plan.ts'
import { createPartStore, type PartStore } from './stored-part.ts'

/** Parts at their revisions. A part or a revision that a file leaves out stays as it is. */
export const planParts: PlanImport = (db, table) => {
  const store = createPartStore(db)
  const { rows, problems } = parseParts(table, (cellText) => {
    const stored = store.part(cellText('part_number'))
    const exact = store.revision(cellText('part_number'), cellText('revision'))
    return stored && { ...sharedPartTexts(stored.shared), ...(exact && revisionTexts(exact)) }
  })
  const steps = sortSteps(
    rows.map(({ item }) => {
      const stored = store.revision(item.partNumber, item.revision)
      return { item, changes: stored && changesBetween(partTexts(stored), partTexts(item)) }
    })
  )
  return {
    problems: inLineOrder([...problems, ...partProblems(db, rows, store), ...patternProblems(db, rows, store)]),
    ...steps.counts,
    switches: trackingSwitches(rows, store),
    write: (db, record) => {
      const written = [...steps.added, ...steps.changed].map(({ item }) => item)
      for (const item of written) putPart(db, item)
      recordChanges(written, store, record)
    }
  }
}

/** One event for each part that was there before, with what changed of it and of its revisions. */
function recordChanges(written: readonly ImportedPart[], store: PartStore, record: RecordEvent): void {
  const ofPart = new Map<string, Record<string, Changes>>()
  for (const item of written) {
    const stored = store.part(item.partNumber)
    if (!stored) continue
    const before = store.revision(item.partNumber, item.revision)
    const revisions = ofPart.get(item.partNumber) ?? {}
    ofPart.set(item.partNumber, revisions)
    revisions[item.revision] = changesBetween(before ? revisionTexts(before) : {}, revisionTexts(item))
  }
  const shared = new Map(written.map((item) => [item.partNumber, item]))
  for (const [partNumber, revisions] of ofPart) {
    const stored = store.part(partNumber)
    const item = shared.get(partNumber)
    if (!stored || !item) continue
    const changes = changesBetween(sharedPartTexts(stored.shared), sharedPartTexts(item))
    record('part-changed', [{ kind: 'part', id: stored.id }], { part_number: partNumber, changes, revisions })
  }
}
