import { CodeText } from '../../ui/code-text.tsx'
import classes from './token-help.module.css'

export interface TokenHelpProps {
  readonly pattern: string
  /** Puts a token where the caret is. */
  readonly onInsert: (token: string) => void
}

const TOKENS: readonly (readonly [token: string, words: string])[] = [
  ['{####}', 'counter'],
  ['{X####}', 'in base 32'],
  ['{C}', 'check character'],
  ['{YYYY}', 'year, 2026'],
  ['{YY}', 'year, 26'],
  ['{MM}', 'month'],
  ['{DD}', 'day'],
  ['{WW}', 'week'],
  ['{JJJ}', 'day of year'],
  ['{PN}', 'part number'],
  ['{REV}', 'revision'],
  ['{ORDER}', 'order or run'],
  ['{SUPPLIER}', 'supplier'],
  ['{SITE}', 'site'],
  ['{STATION}', 'station']
]

/** What can stand in a pattern. A press puts it in; what is in already, and may stand once, is not offered again. */
export function TokenHelp({ pattern, onInsert }: TokenHelpProps) {
  return (
    <section aria-label="What can stand in it">
      <p className={classes.words}>
        Text stands for itself, and a counter has a digit for each #. It starts anew each year, month, week or day, as
        the date beside it allows.
      </p>
      <ul className={classes.tokens}>
        {TOKENS.map(([token, words]) => (
          <li key={token}>
            <button
              type="button"
              className={classes.token}
              disabled={isIn(pattern, token)}
              onClick={() => onInsert(token)}
            >
              <CodeText>{token}</CodeText>
              <span>{words}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function isIn(pattern: string, token: string): boolean {
  return token.includes('#') ? /\{X?#+\}/.test(pattern) : pattern.includes(token)
}
