import { ProgressBar } from './progress-bar.tsx'
import classes from './progress-count.module.css'

export interface ProgressCountProps {
  /** The number that is looked for from a distance. */
  readonly done: string
  readonly of: string
  /** What the bar shows, for whoever does not see it. */
  readonly label: string
  /** 0 to 1. */
  readonly share: number
  /** Whether it is the one thing in sight: the largest letters. */
  readonly large?: boolean
}

/** How far something has come, legible from across the dock. */
export function ProgressCount({ done, of, label, share, large = false }: ProgressCountProps) {
  return (
    <div className={classes.count} data-complete={share === 1 || undefined} data-large={large || undefined}>
      <p className={classes.numbers}>
        <strong className={classes.done}>{done}</strong>
        <span className={classes.of}>{of}</span>
      </p>
      <ProgressBar label={label} done={share} thick />
    </div>
  )
}
