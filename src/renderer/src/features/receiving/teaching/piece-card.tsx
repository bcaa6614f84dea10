import { encodeCommand } from '../../../../../core/barcode/commands.ts'
import { MEANING_TITLES } from '../../../../../core/teaching/meaning.ts'
import { shown } from '../../../../../core/words.ts'
import type { PieceView } from '../../../../../ipc/teaching-views.ts'
import { useSubmit } from '../../../scanning.tsx'
import { CodeText } from '../../../ui/code-text.tsx'
import classes from './piece-card.module.css'

/** So many samples are shown one below the other; the others are alike. */
const SHOWN_VALUES = 3

export interface PieceCardProps {
  readonly piece: PieceView
  readonly isAsked: boolean
}

/** One piece of the label, as it is on each sample, in the colour of what it is. Pressing it asks about it. */
export function PieceCard({ piece, isAsked }: PieceCardProps) {
  const submit = useSubmit()
  const { number, mark, values, meaning, read, isSaid, shape, isConstant } = piece
  const title = isConstant ? 'Always so' : MEANING_TITLES[meaning]
  const isGuess = meaning !== 'nothing' && !isSaid
  const different = [...new Set(values)]
  return (
    <button
      type="button"
      className={classes.piece}
      data-meaning={meaning}
      data-guessed={isGuess || undefined}
      aria-pressed={isAsked}
      aria-label={`Piece ${number}: ${title}`}
      onClick={() => submit(encodeCommand({ kind: 'piece', number }))}
    >
      <span className={classes.head}>
        <span className={classes.number}>{number}</span>
        {mark !== '' && <CodeText>{mark}</CodeText>}
        <span>{shape}</span>
      </span>
      <span className={classes.values}>
        {different.slice(0, SHOWN_VALUES).map((value, index) =>
          value === null || value === '' ? (
            <span key={index} className={classes.absent}>
              not on every label
            </span>
          ) : (
            <CodeText key={index}>{shown(value)}</CodeText>
          )
        )}
      </span>
      <span className={classes.meaning}>
        {title}
        {isGuess && '?'}
        {meaning !== 'nothing' && read[0] !== values[0] && <span className={classes.read}>{read[0]}</span>}
      </span>
    </button>
  )
}

/** What stands between two pieces on every label. */
export function Between({ text }: { readonly text: string }) {
  return (
    <span className={classes.between}>
      <CodeText>{text.replaceAll(' ', '␣').replaceAll('\u001d', '<GS>')}</CodeText>
    </span>
  )
}
