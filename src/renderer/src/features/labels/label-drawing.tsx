import type { LabelView } from '../../../../ipc/views.ts'
import { Failure } from '../../ui/failure.tsx'
import { useDrawing } from './queries.ts'
import classes from './label-drawing.module.css'

/** The label on its paper. While it is being drawn, the paper is there already. */
export function LabelDrawing({ label }: { readonly label: LabelView }) {
  const drawing = useDrawing(label.id)
  if (drawing.error)
    return (
      <Failure
        inline
        what="This label could not be drawn"
        error={drawing.error}
        onRetry={() => void drawing.refetch()}
      />
    )
  const { png, widthMm, heightMm } = drawing.data ?? { png: null, widthMm: 51, heightMm: 25 }
  return (
    <figure className={classes.figure}>
      <div className={classes.paper} style={{ aspectRatio: `${widthMm} / ${heightMm}` }}>
        {png !== null && <img className={classes.drawing} src={png} alt={`Label ${label.label}: ${label.title}`} />}
      </div>
      <figcaption className={classes.caption}>
        {drawing.data ? `${widthMm} × ${heightMm} mm, as the printer draws it` : '\u00a0'}
      </figcaption>
    </figure>
  )
}
