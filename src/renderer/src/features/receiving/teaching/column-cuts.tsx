import { encodeCommand } from '../../../../../core/barcode/commands.ts'
import { shown } from '../../../../../core/words.ts'
import type { TeachingView } from '../../../../../ipc/teaching-views.ts'
import { useSubmit } from '../../../scanning.tsx'
import classes from './column-cuts.module.css'

/** The first sample character by character: a press makes a piece begin there, or no longer. */
export function ColumnCuts({ text, cuts }: NonNullable<TeachingView['columns']>) {
  const submit = useSubmit()
  return (
    <>
      <div className={classes.ruler} role="group" aria-label="Where pieces begin">
        {Array.from(text, (character, at) => (
          <button
            key={at}
            type="button"
            className={classes.character}
            data-begins={cuts.includes(at) || undefined}
            disabled={at === 0}
            aria-label={`Character ${at + 1}, ${shown(character)}${cuts.includes(at) ? ', a piece begins' : ''}`}
            onClick={() => submit(encodeCommand({ kind: 'cut', number: at }))}
          >
            {shown(character)}
          </button>
        ))}
      </div>
      <p className={classes.how}>Press the character that a piece begins with; press it again to join.</p>
    </>
  )
}
