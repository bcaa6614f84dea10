import classes from './brand.module.css'

/** The mark: a barcode that stands on the water of the dock. */
export function Brand() {
  return (
    <div className={classes.brand}>
      <svg viewBox="0 0 32 32" width="34" height="34" aria-hidden>
        <rect width="32" height="32" rx="8" className={classes.tile} />
        <g className={classes.bars}>
          <rect x="7" y="7" width="2" height="12" />
          <rect x="11" y="7" width="4" height="12" />
          <rect x="17" y="7" width="1.5" height="12" />
          <rect x="20.5" y="7" width="1.5" height="12" />
          <rect x="23.5" y="7" width="2" height="12" />
        </g>
        <path d="M6 24 q2.5 -3 5 0 t5 0 t5 0 t5 0" className={classes.water} />
      </svg>
      <span className={classes.name}>Dockside</span>
    </div>
  )
}
