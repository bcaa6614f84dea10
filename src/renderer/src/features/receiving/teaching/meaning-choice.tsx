import { encodeCommand } from '../../../../../core/barcode/commands.ts'
import {
  MEANING_TITLES,
  PICK_NOTHING,
  PICK_OTHER_WAY,
  PICKED_MEANINGS,
  type TaughtMeaning
} from '../../../../../core/teaching/meaning.ts'
import type { PieceView } from '../../../../../ipc/teaching-views.ts'
import { useSubmit } from '../../../scanning.tsx'
import classes from './meaning-choice.module.css'

export interface MeaningChoiceProps {
  /** The piece that is asked about; absent once none is. */
  readonly asked: PieceView | undefined
  /** The piece whose value may be written in another way. */
  readonly last: PieceView | undefined
}

/** What the piece can be: each choice by a press, or by the scan of its number. */
export function MeaningChoice({ asked, last }: MeaningChoiceProps) {
  const choices: readonly (readonly [number, TaughtMeaning])[] = [
    ...PICKED_MEANINGS.map((meaning, index) => [index + 1, meaning] as const),
    [PICK_NOTHING, 'nothing']
  ]
  const other = last !== undefined && last.variants > 1 ? last : undefined
  const otherTitle = other === undefined ? 'In another way' : `Piece ${other.number} in another way`
  const buttons = choices.map(([number, meaning]) => (
    <Choice
      key={number}
      number={number}
      title={MEANING_TITLES[meaning]}
      meaning={meaning}
      isCurrent={asked?.isSaid === true && asked.meaning === meaning}
      disabled={asked === undefined}
    />
  ))
  return (
    <div className={classes.choices} role="group" aria-label="What is this piece?">
      {buttons.slice(0, PICKED_MEANINGS.length)}
      <Choice number={PICK_OTHER_WAY} title={otherTitle} disabled={other === undefined} />
      {buttons.slice(PICKED_MEANINGS.length)}
    </div>
  )
}

interface ChoiceProps {
  readonly number: number
  readonly title: string
  readonly meaning?: TaughtMeaning
  readonly isCurrent?: boolean
  readonly disabled: boolean
}

function Choice({ number, title, meaning, isCurrent = false, disabled }: ChoiceProps) {
  const submit = useSubmit()
  return (
    <button
      type="button"
      className={classes.choice}
      data-meaning={meaning}
      data-current={isCurrent || undefined}
      disabled={disabled}
      onClick={() => submit(encodeCommand({ kind: 'pick', number }))}
    >
      <span className={classes.number}>{number}</span>
      <span className={classes.title}>{title}</span>
    </button>
  )
}
