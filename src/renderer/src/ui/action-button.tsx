import classes from './action-button.module.css'

export interface ActionButtonProps {
  /** `main` is what is done next, `leave` ends without receiving. */
  readonly kind: 'main' | 'other' | 'leave'
  readonly title: string
  /** Which command of the sheet does the same. */
  readonly note: string
  readonly onClick: () => void
}

/** A button for a hand in a glove. */
export function ActionButton({ kind, title, note, onClick }: ActionButtonProps) {
  return (
    <button type="button" className={classes.action} data-kind={kind} onClick={onClick}>
      <span className={classes.title}>{title}</span>
      <span className={classes.note}>{note}</span>
    </button>
  )
}
