import classes from './progress-bar.module.css'

export interface ProgressBarProps {
  readonly label: string
  /** 0 to 1. */
  readonly done: number
  readonly thick?: boolean
}

export function ProgressBar({ label, done, thick = false }: ProgressBarProps) {
  const percent = Math.round(Math.min(1, Math.max(0, done)) * 100)
  return (
    <div
      className={classes.track}
      data-thick={thick || undefined}
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <div className={classes.bar} data-complete={percent === 100 || undefined} style={{ width: `${percent}%` }} />
    </div>
  )
}
