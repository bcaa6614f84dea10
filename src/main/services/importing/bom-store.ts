import { createBills, loopsAmong } from '../../../core/assembly/bom-loops.ts'
import { keyOfPart, loopThrough, type BomLoop, type BomUse } from '../../../core/assembly/bom.ts'
import type { ImportedBomLine } from '../../../core/importing/boms.ts'
import type { Part } from '../../../core/part.ts'
import { allBomUses, bomLinesOf, bomUsesOf } from '../../store/bom.ts'
import type { ReadableDb } from '../../store/database.ts'
import { revisionsOf } from '../../store/part.ts'
import { cached } from './plan.ts'
import type { RevisionsOf } from './known-parts.ts'

/** What bills are checked against, as it stands before the import. */
export interface BomStore {
  readonly revisions: RevisionsOf
  /** A stored line as a file would describe it. */
  line(parent: Part, component: string): ImportedBomLine | undefined
}

export function createBomStore(db: ReadableDb): BomStore {
  const revisions = cached((partNumber: string) => revisionsOf(db, partNumber))
  const bills = new Map<string, ReadonlyMap<string, ImportedBomLine>>()
  const billOf = (parent: Part): ReadonlyMap<string, ImportedBomLine> => {
    const key = keyOfPart(parent)
    let bill = bills.get(key)
    if (!bill) {
      bill = storedBill(db, parent)
      bills.set(key, bill)
    }
    return bill
  }
  return { revisions, line: (parent, component) => billOf(parent).get(component) }
}

function storedBill(db: ReadableDb, parent: Part): ReadonlyMap<string, ImportedBomLine> {
  return new Map(
    bomLinesOf(db, parent.id, parent.revision).map((line) => [
      line.component,
      {
        partNumber: parent.partNumber,
        revision: parent.revision,
        component: line.component,
        componentRevision: line.componentRevision,
        quantity: line.quantity,
        madeOnAssembly: line.madeOnAssembly,
        substitutes: line.substitutes.map(({ partNumber }) => partNumber)
      }
    ])
  )
}

/** A line of a file, as one that says which part goes into which. */
export interface FileUse extends BomUse {
  readonly line: number
}

/** Above this it is quicker to take all bills into memory than to ask for one after the other. */
const FEW_LINES = 50
/** So many loops are named at most. */
const MOST_LOOPS = 1000

/** The lines of a file that close a loop, with each other or with the bills that are there. */
export function loopsOfFile(db: ReadableDb, fileUses: readonly FileUse[]): ReadonlyMap<FileUse, BomLoop> {
  if (fileUses.length === 0) return new Map()
  const replaced = new Set(fileUses.map(keyOfUse))
  if (fileUses.length > FEW_LINES) {
    const kept = allBomUses(db).filter((use) => !replaced.has(keyOfUse(use)))
    return loopsAmong([...kept, ...fileUses], fileUses, MOST_LOOPS)
  }
  const inFile = createBills(fileUses)
  const stored = cached((partNumber: string) =>
    createBills(bomUsesOf(db, partNumber).filter((use) => !replaced.has(keyOfUse(use))))
  )
  const bills = {
    usesOf: (parent: BomUse['parent']) => [...stored(parent.partNumber).usesOf(parent), ...inFile.usesOf(parent)],
    revisionsOf: (partNumber: string) => [
      ...new Set([...stored(partNumber).revisionsOf(partNumber), ...inFile.revisionsOf(partNumber)])
    ]
  }
  return new Map(
    fileUses.flatMap((use) => {
      const loop = loopThrough(use, bills)
      return loop ? [[use, loop] as const] : []
    })
  )
}

function keyOfUse({ parent, component }: BomUse): string {
  return `${keyOfPart(parent)}\n${component}`
}
