import { CONTROL_NAMES } from '../../../../core/barcode/pictured.ts'
import classes from './scanned-text.module.css'

export interface ScannedTextProps {
  /** With each control character as its picture. */
  readonly children: string
  /** On as many lines as it needs; otherwise on one, cut with an ellipsis. */
  readonly wrap?: boolean
}

/**
 * A scanned text. Hardly a font has the pictures of control characters, so their names are drawn in their place; what is
 * copied are the pictures, as the search takes them.
 */
export function ScannedText({ children: text, wrap = false }: ScannedTextProps) {
  return (
    <span className={classes.text} data-wrap={wrap || undefined} title={wrap ? undefined : text} translate="no">
      {text.split(/([\u2400-\u2421])/).map((piece, index) =>
        index % 2 === 0 ? (
          piece
        ) : (
          <span key={index} className={classes.control} data-name={nameOf(piece)}>
            {piece}
          </span>
        )
      )}
    </span>
  )
}

function nameOf(picture: string): string {
  return CONTROL_NAMES[picture.charCodeAt(0) - 0x2400] ?? 'DEL'
}
