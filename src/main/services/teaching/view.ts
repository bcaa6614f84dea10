import { assert } from '../../../core/assert.ts'
import { fieldsOf } from '../../../core/barcode/taught/taught-format.ts'
import type { StationDirectory } from '../../../core/session/directory.ts'
import { variantInForce } from '../../../core/teaching/draft.ts'
import type { TeachPlace } from '../../../core/teaching/place.ts'
import { nextQuestion } from '../../../core/teaching/question.ts'
import { draftAt } from '../../../core/teaching/teach-on.ts'
import { readValues, shapeInWords, wayInWords } from '../../../core/teaching/words.ts'
import { areSameWay } from '../../../core/teaching/ways.ts'
import type { FormatView, PieceView, TeachingPart, TeachingView } from '../../../ipc/teaching-views.ts'
import type { ReadableDb } from '../../store/database.ts'
import { lastLayoutOf, samplesOf, storedFormats, type StoredFormat } from '../../store/label-format.ts'

/** The label that is being taught, as the screen shows it. */
export function teachingView(at: TeachPlace, directory: StationDirectory): TeachingView {
  const draft = draftAt(at, directory)
  const { samples, ways, way, parts, uses } = draft
  const pieces = new Map(
    uses.map((use, index) => {
      const { piece, meaning, isSaid, variants } = use
      const view: PieceView = {
        kind: 'piece',
        number: index + 1,
        mark: piece.mark,
        values: piece.values,
        meaning,
        read: readValues(use, directory.teaching.today),
        isSaid,
        variants: variants.length,
        shape: shapeInWords(piece),
        isConstant: variantInForce(use)?.isConstant === true
      }
      return [piece, view]
    })
  )
  return {
    supplier: at.supplier,
    format: at.format,
    samples: samples.map(({ text }) => text),
    ways: ways.map((each) => ({ words: wayInWords(each), isTaken: way !== undefined && areSameWay(each, way) })),
    parts: parts.map((part): TeachingPart => {
      if (part.kind === 'text') return part
      const piece = pieces.get(part)
      assert(piece, 'every piece of a label has its use')
      return piece
    }),
    asked: draft.at < uses.length ? draft.at + 1 : null,
    last: draft.last + 1,
    question: nextQuestion(draft),
    columns: way?.kind === 'columns' ? { text: samples[0]?.text ?? '', cuts: way.cuts } : null
  }
}

/** The formats of a supplier, or of all, for the list. */
export function formatViews(db: ReadableDb, supplier: string | null): readonly FormatView[] {
  return storedFormats(db, supplier).map((format) => formatView(db, format))
}

function formatView(db: ReadableDb, { id, supplier, name, version, layout, at, operator }: StoredFormat): FormatView {
  const known = layout ?? lastLayoutOf(db, id)
  const fields = known === undefined ? [] : fieldsOf(known).filter(({ meaning }) => meaning !== 'unknown')
  return {
    format: id,
    supplier,
    name,
    version,
    isUsed: layout !== null,
    at,
    operator,
    reads: fields.map(({ title }) => title).join(', '),
    samples: samplesOf(db, id).map(({ text }) => text)
  }
}
