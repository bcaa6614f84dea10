import { instantOf } from '../../../core/clock.ts'
import type { SourceTable } from '../../../core/importing/table.ts'
import { atRevision } from '../../../core/words.ts'
import type { BomLineInput } from '../../../ipc/bom-api.ts'
import type { BomAnswer, BomField } from '../../../ipc/bom-views.ts'
import { findBomLine, removeBomLine, type BomLine } from '../../store/bom.ts'
import { transaction } from '../../store/database.ts'
import { appendEvent } from '../../store/event.ts'
import { findPart, revisionsOf } from '../../store/part.ts'
import type { StationContext } from '../context.ts'
import { componentTexts, planBoms, recordBomChange } from '../importing/boms.ts'
import type { RecordEvent } from '../importing/plan.ts'

type EditContext = Pick<StationContext, 'db' | 'clock' | 'operator' | 'station'>

/**
 * Adds a line to a bill, or changes the one that is there: by the rules of a file of one row, in one transaction.
 *
 * Runs that have started keep the bill that they have.
 */
export function putLine(context: EditContext, how: 'add' | 'change', line: BomLineInput): BomAnswer {
  const { db } = context
  const input = { ...line, component: line.component.trim() }
  return transaction(db, (): BomAnswer => {
    const bill = atRevision(input)
    const stored = storedLine(context, input)
    if (how === 'add' && stored) {
      return refused('component', `${input.component} is on the bill of ${bill} already. Change its line instead.`)
    }
    if (how === 'change' && !stored) {
      return refused(null, `${input.component} is no longer on the bill of ${bill}. Add it again if it belongs there.`)
    }
    const plan = planBoms(db, tableOfOne(input))
    if (plan.problems.length > 0) {
      return {
        kind: 'refused',
        problems: plan.problems.map(({ column, reason }) => ({ field: fieldOf(column), message: sentence(reason) }))
      }
    }
    if (plan.unchanged > 0)
      return { kind: 'unchanged', message: `${input.component} is on the bill of ${bill} just so.` }
    plan.write(db, recorder(context))
    const done = how === 'add' ? 'is on the bill of' : 'was changed on the bill of'
    return { kind: 'changed', message: `${input.component} ${done} ${bill}.` }
  })
}

/** Takes a line off a bill, with its substitutes. What was installed by it stays as it is. */
export function removeLine(
  context: EditContext,
  line: Pick<BomLineInput, 'partNumber' | 'revision' | 'component'>
): BomAnswer {
  const { db } = context
  return transaction(db, (): BomAnswer => {
    const bill = atRevision(line)
    const parent = findPart(db, line.partNumber, line.revision)
    const stored = storedLine(context, line)
    if (!parent || !stored) return refused(null, `${line.component} is no longer on the bill of ${bill}.`)
    removeBomLine(db, stored.id)
    const removed = componentTexts({
      ...line,
      componentRevision: stored.componentRevision,
      quantity: stored.quantity,
      madeOnAssembly: stored.madeOnAssembly,
      substitutes: stored.substitutes.map(({ partNumber }) => partNumber)
    })
    recordBomChange(recorder(context), parent, { added: [], changed: {}, removed: [removed] })
    return { kind: 'changed', message: `${line.component} was taken off the bill of ${bill}.` }
  })
}

function storedLine(
  { db }: EditContext,
  { partNumber, revision, component }: Pick<BomLineInput, 'partNumber' | 'revision' | 'component'>
): BomLine | undefined {
  const [parent] = revisionsOf(db, partNumber)
  const [part] = revisionsOf(db, component)
  return parent && part && findBomLine(db, parent.id, revision, part.id)
}

function tableOfOne(line: BomLineInput): SourceTable {
  const cells = {
    part_number: line.partNumber,
    revision: line.revision,
    component: line.component,
    component_revision: line.componentRevision ?? '',
    quantity: line.quantity.trim(),
    made_on_assembly: line.madeOnAssembly ? 'yes' : 'no',
    substitutes: line.substitutes.join(';')
  }
  return {
    columns: Object.keys(cells).map((name) => ({ name, line: 1 })),
    records: [{ line: 1, cells: Object.values(cells) }],
    problems: []
  }
}

function recorder({ db, clock, operator, station }: EditContext): RecordEvent {
  const at = instantOf(clock.now())
  return (kind, subjects, data) => void appendEvent(db, { kind, at, operator, station: station.id, subjects, data })
}

function refused(field: BomField, message: string): BomAnswer {
  return { kind: 'refused', problems: [{ field, message }] }
}

const FIELDS: readonly BomField[] = ['component', 'component_revision', 'quantity', 'substitutes']

function fieldOf(column: string | null): BomField {
  return FIELDS.find((field) => field === column) ?? null
}

/** A clause as a sentence. A reason that begins with a code keeps its letters. */
function sentence(reason: string): string {
  const first = /^[a-z]+\b/.test(reason) ? reason.slice(0, 1).toUpperCase() : reason.slice(0, 1)
  return `${first}${reason.slice(1)}.`
}
