import { CodeText } from '../../ui/code-text.tsx'
import classes from './goods-cell.module.css'

export interface GoodsCellProps {
  readonly partNumber: string
  readonly revision?: string | null
  readonly serial: string | null
  readonly lot: string | null
  /** The part below its serial or lot, where a row is high enough. */
  readonly stacked?: boolean
}

/** A unit by its serial, a lot, or an untracked part, with what it is. */
export function GoodsCell({ partNumber, revision = null, serial, lot, stacked = false }: GoodsCellProps) {
  const code = serial ?? lot
  return (
    <span className={classes.goods} data-stacked={stacked || undefined}>
      {code !== null && (
        <span className={classes.code}>
          {serial === null && <span className={classes.quiet}>lot </span>}
          <CodeText>{code}</CodeText>
        </span>
      )}
      <span className={code === null ? classes.code : classes.quiet}>
        <CodeText>{partNumber}</CodeText>
      </span>
      {revision !== null && <span className={classes.quiet}>{revision}</span>}
    </span>
  )
}
