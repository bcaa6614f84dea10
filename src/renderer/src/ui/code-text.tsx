import classes from './code-text.module.css'

export interface CodeTextProps {
  readonly children: string
  /** On as many lines as it needs; otherwise on one, cut with an ellipsis, and whole in its title. */
  readonly wrap?: boolean
}

/**
 * A serial, a lot, a part number or a scanned text.
 *
 * In letters that tell 0 from O and 1 from l, in its own direction, and never wider than its place.
 */
export function CodeText({ children, wrap = false }: CodeTextProps) {
  return (
    <span className={classes.code} data-wrap={wrap || undefined} title={wrap ? undefined : children} translate="no">
      {children}
    </span>
  )
}
