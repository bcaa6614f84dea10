import { assert } from '../../../core/assert.ts'
import type { LabelText } from '../../../core/barcode/label-text.ts'
import { fieldsOf, type TaughtLayout } from '../../../core/barcode/taught/taught-format.ts'
import { instantOf } from '../../../core/clock.ts'
import type { LabelFormatId } from '../../../core/ids.ts'
import type { TeachEffect } from '../../../core/teaching/effect.ts'
import { appendEvent } from '../../store/event.ts'
import { nextFormatId, putVersion, storedFormats } from '../../store/label-format.ts'
import type { ImportContext } from '../importing.ts'

/** What a version of a format came to be by. */
export type FormatEvent =
  'format-taught' | 'format-corrected' | 'format-renamed' | 'format-retired' | 'format-reinstated' | 'format-imported'

/** Keeps what a clerk has taught. Call it in the transaction of the scan. */
export function teachFormat(context: ImportContext, effect: TeachEffect): void {
  const { supplier, name, layout, samples, isNext } = effect
  const id = isNext ? storedFormats(context.db, supplier).find((each) => each.name === name)?.id : undefined
  assert(!isNext || id !== undefined, 'only a format that is there is corrected')
  keepVersion(context, isNext ? 'format-corrected' : 'format-taught', { id, supplier, name, layout, samples })
}

export interface FormatVersion {
  /** Absent for a new format. */
  readonly id: LabelFormatId | undefined
  readonly supplier: string
  readonly name: string
  readonly layout: TaughtLayout | null
  readonly samples: readonly LabelText[]
}

/** Writes a version with its event. Call it in a transaction. */
export function keepVersion(
  { db, clock, operator, station }: ImportContext,
  event: FormatEvent,
  { id = nextFormatId(db), supplier, name, layout, samples }: FormatVersion
): void {
  const seq = appendEvent(db, {
    kind: event,
    at: instantOf(clock.now()),
    operator,
    station: station.id,
    subjects: [{ kind: 'label-format', id }],
    data: {
      supplier,
      name,
      samples: samples.length,
      fields: layout === null ? [] : fieldsOf(layout).map(({ title, meaning }) => `${title}: ${meaning}`)
    }
  })
  putVersion(db, id, supplier, { name, layout, samples, seq })
}
