import { formatProblem } from '../../../core/teaching/try-format.ts'
import type { FormatImportAnswer } from '../../../ipc/teaching-views.ts'
import { shown } from '../../../core/words.ts'
import { transaction, type ReadableDb } from '../../store/database.ts'
import { samplesOf, storedFormats, type StoredFormat } from '../../store/label-format.ts'
import type { ImportContext } from '../importing.ts'
import { keepVersion } from './carry-out.ts'
import { createTeachingDirectory } from './directory.ts'
import { isSameVersion, readFormatFile, writeFormatFile, type PortableFormat } from './format-file.ts'

/**
 * Takes over a file of formats: all or none, in one transaction. The same file a second time changes nothing.
 *
 * Each format is tried before it is used, as one that is taught here: on its own samples, and on the codes that mean
 * something at this station.
 */
export function importFormats(context: ImportContext, content: string): FormatImportAnswer {
  const reading = readFormatFile(content)
  if (!reading.ok) return { kind: 'refused', problems: reading.problems }
  const { db } = context
  return transaction(db, () => {
    const problems = problemsOf(context, reading.formats)
    if (problems.length > 0) return { kind: 'refused', problems }
    let added = 0
    let changed = 0
    let unchanged = 0
    for (const format of reading.formats) {
      const there = storedFormats(db, format.supplier).find(({ name }) => name === format.name)
      if (there && isSameVersion({ layout: there.layout, samples: samplesOf(db, there.id) }, format)) {
        unchanged += 1
        continue
      }
      if (there) changed += 1
      else added += 1
      keepVersion(context, 'format-imported', { ...format, id: there?.id })
    }
    return { kind: 'imported', added, changed, unchanged }
  })
}

function problemsOf(context: ImportContext, formats: readonly PortableFormat[]): readonly string[] {
  const directory = createTeachingDirectory(context)
  const seen = new Set<string>()
  const crowded = tooMany(context.db, formats)
  if (crowded.length > 0) return crowded
  return formats.flatMap(({ supplier, name, layout, samples }, index) => {
    const key = JSON.stringify([supplier, name])
    const isTwice = seen.has(key)
    seen.add(key)
    const reason = isTwice
      ? 'It is in the file more than once.'
      : formatProblem({ name, layout }, samples, null, directory, directory.today)?.reason
    return reason === undefined ? [] : [`formats.${index}, ${name} of ${supplier}: ${reason}`]
  })
}

/** Each scan of a supplier's goods is tried by all of its formats. */
const MOST_OF_A_SUPPLIER = 50

function tooMany(db: ReadableDb, formats: readonly PortableFormat[]): readonly string[] {
  return [...new Set(formats.map(({ supplier }) => supplier))].flatMap((supplier) => {
    const there = storedFormats(db, supplier).flatMap(({ name, layout }) => (layout === null ? [] : [name]))
    const names = new Set([...there, ...formats.flatMap((each) => (each.supplier === supplier ? [each.name] : []))])
    if (names.size <= Math.max(MOST_OF_A_SUPPLIER, there.length)) return []
    return [
      `${shown(supplier)} would have ${names.size} formats, and ${MOST_OF_A_SUPPLIER} are the most: stop using those that are not needed.`
    ]
  })
}

/** The formats in use as a file that another station takes over. */
export function exportFormats(db: ReadableDb): { readonly content: string; readonly formats: number } {
  const formats = storedFormats(db, null)
    .flatMap((format) => (format.layout === null ? [] : [portable(db, format)]))
    .toSorted((one, other) => compare(one.supplier, other.supplier) || compare(one.name, other.name))
  return { content: writeFormatFile(formats), formats: formats.length }
}

function portable(db: ReadableDb, { id, supplier, name, layout }: StoredFormat): PortableFormat {
  return {
    supplier,
    name,
    layout,
    samples: samplesOf(db, id).map(({ text, aim }) => ({ text, aim }))
  } as PortableFormat
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
