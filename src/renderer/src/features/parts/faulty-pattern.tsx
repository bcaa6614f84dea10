import type { PatternFault } from '../../../../core/numbering/pattern-faults.ts'
import classes from './faulty-pattern.module.css'

export interface FaultyPatternProps {
  readonly pattern: string
  readonly faults: readonly PatternFault[]
}

/** What is wrong with a pattern, and in which piece of it. */
export function FaultyPattern({ pattern, faults }: FaultyPatternProps) {
  const pieces = faults.filter(({ length }) => length > 0 && length < pattern.length)
  return (
    <>
      {pieces.length > 0 && (
        <span className={classes.pattern} translate="no" aria-hidden>
          {/* Whole characters, each with its place as faults are told: in units of UTF-16. */}
          {Array.from(pattern.matchAll(/./gsu), ({ 0: character, index: at }) =>
            pieces.some((piece) => at >= piece.at && at < piece.at + piece.length) ? (
              <mark key={at}>{character}</mark>
            ) : (
              character
            )
          )}
        </span>
      )}
      {faults.map(({ kind, at, message }) => (
        <span key={`${kind} ${at}`} className={classes.words}>
          {message}
        </span>
      ))}
    </>
  )
}
