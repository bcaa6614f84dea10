import { codeProblem, describeCodeProblem } from '../../../core/code.ts'
import { formatProblem } from '../../../core/teaching/try-format.ts'
import type { LabelFormatId } from '../../../core/ids.ts'
import type { FormatAnswer } from '../../../ipc/teaching-views.ts'
import { transaction } from '../../store/database.ts'
import { lastLayoutOf, samplesOf, storedFormatAt, storedFormats, type StoredFormat } from '../../store/label-format.ts'
import type { StationContext } from '../context.ts'
import { keepVersion } from './carry-out.ts'
import { createTeachingDirectory } from './directory.ts'

const DONE: FormatAnswer = { kind: 'done' }

/** Gives a format another name: fields of later scans say that they come from it. */
export function renameFormat(context: StationContext, id: LabelFormatId, typed: string): FormatAnswer {
  const { db } = context
  return transaction(db, () => {
    const format = storedFormatAt(db, id)
    if (!format) return gone()
    const name = typed.trim()
    const problem = codeProblem(name)
    if (problem) return refusedBecause(`This cannot be a name: ${describeCodeProblem(problem)}.`)
    if (name === format.name) return DONE
    if (storedFormats(db, format.supplier).some((other) => other.name === name)) {
      return refusedBecause(`Another label of ${format.supplier} is called ${name} already. Choose another name.`)
    }
    keepVersion(context, 'format-renamed', { ...format, name, samples: samplesOf(db, id) })
    return DONE
  })
}

/** A format is no longer used: its labels are as before it was taught. */
export function retireFormat(context: StationContext, id: LabelFormatId): FormatAnswer {
  const { db } = context
  return transaction(db, () => {
    const format = storedFormatAt(db, id)
    if (!format) return gone()
    if (format.layout === null) return DONE
    keepVersion(context, 'format-retired', { ...format, layout: null, samples: [] })
    return DONE
  })
}

/** A format that was retired is used again, if it still holds. */
export function reinstateFormat(context: StationContext, id: LabelFormatId): FormatAnswer {
  const { db } = context
  return transaction(db, () => {
    const format = storedFormatAt(db, id)
    const layout = lastLayoutOf(db, id)
    if (!format || !layout) return gone()
    if (format.layout !== null) return DONE
    const problem = standingProblem(context, { ...format, layout })
    if (problem !== undefined) return refusedBecause(`${problem} Teach it again.`)
    keepVersion(context, 'format-reinstated', { ...format, layout, samples: samplesOf(db, id) })
    return DONE
  })
}

/** Why a format that was kept does not hold by what is known today. */
function standingProblem(context: StationContext, { id, name, layout }: StoredFormat): string | undefined {
  if (layout === null) return undefined
  const directory = createTeachingDirectory(context)
  return formatProblem({ name, layout }, samplesOf(context.db, id), null, directory, directory.today)?.reason
}

function gone(): FormatAnswer {
  return refusedBecause('This format is no longer there. Look again.')
}

function refusedBecause(message: string): FormatAnswer {
  return { kind: 'refused', message }
}
