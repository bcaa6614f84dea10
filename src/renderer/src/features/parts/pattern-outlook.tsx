import type { PatternPreview } from '../../../../ipc/numbers-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { groupedCount } from '../../ui/grouped-quantity.ts'
import classes from './pattern-outlook.module.css'

export interface PatternOutlookProps {
  /** Absent while it is not known. */
  readonly preview: PatternPreview | undefined
  /** Whether the pattern is left empty for lots that come from the supplier alone. */
  readonly isBySupplier: boolean
  readonly isAsking: boolean
}

/** The first and the last number of a batch, and until when there are more of them. */
export function PatternOutlook({ preview, isBySupplier, isAsking }: PatternOutlookProps) {
  return (
    <section className={classes.outlook} aria-label="What it gives" aria-live="polite" aria-busy={isAsking}>
      {wordsOf(preview, isBySupplier, isAsking)}
    </section>
  )
}

function wordsOf(preview: PatternPreview | undefined, isBySupplier: boolean, isAsking: boolean) {
  if (isBySupplier) return <p>No number is made here: each lot has the number on the supplier’s label.</p>
  switch (preview?.kind) {
    case undefined:
      return <p>{isAsking ? 'Trying it…' : 'Nothing to show yet.'}</p>
    case 'refused':
      return <p>Nothing: this cannot be the pattern.</p>
    case 'too-few':
      return (
        <p role="alert" className={classes.short}>
          {preview.message}
        </p>
      )
    case 'numbers':
      return (
        <>
          <FactList
            facts={[
              { name: 'First', value: <CodeText wrap>{preview.first}</CodeText> },
              { name: 'Last', value: <CodeText wrap>{preview.last}</CodeText> },
              {
                name: 'Left after that',
                value: `${groupedCount(preview.remaining)} of ${groupedCount(preview.capacity)}`
              }
            ]}
          />
          <p>{preview.words}</p>
        </>
      )
  }
}
