import { encodeCommand } from '../../../../../core/barcode/commands.ts'
import type { PieceView, TeachingView } from '../../../../../ipc/teaching-views.ts'
import { useSubmit } from '../../../scanning.tsx'
import { CodeEntry } from '../../../ui/code-entry.tsx'
import { CommandButton } from '../../../ui/command-button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import layout from '../../../ui/work-layout.module.css'
import { ColumnCuts } from './column-cuts.tsx'
import { FormatList } from './format-list.tsx'
import { MeaningChoice } from './meaning-choice.tsx'
import { Between, PieceCard } from './piece-card.tsx'
import classes from './teach-label.module.css'

/** A supplier's label is being taught: its pieces in colour, and what the one that is asked about can be. */
export function TeachLabel({ view }: { readonly view: TeachingView }) {
  const { supplier, format, samples, ways, parts, asked, last, columns } = view
  const pieces = parts.filter((part): part is PieceView => part.kind === 'piece')
  return (
    <div className={layout.columns}>
      <div className={`${layout.main ?? ''} ${classes.main ?? ''}`}>
        <header className={classes.header}>
          <p className={classes.caption}>{format === null ? 'New label of' : `Label “${format}” of`}</p>
          <h1 className={classes.supplier} title={supplier}>
            {supplier}
          </h1>
          <p className={classes.samples}>
            {samples.length === 1 ? '1 label scanned' : `${samples.length} labels scanned`}
          </p>
        </header>
        {samples.length === 0 ? (
          <>
            <div className={classes.first}>
              <p className={classes.scan}>Scan a label of this supplier, then the same label of another box.</p>
            </div>
            <FormatList supplier={supplier} />
          </>
        ) : (
          <>
            <Panel label="The label in pieces">
              {columns !== null && <ColumnCuts {...columns} />}
              <div className={classes.pieces}>
                {parts.map((part, index) =>
                  part.kind === 'text' ? (
                    <Between key={index} text={part.text} />
                  ) : (
                    <PieceCard key={index} piece={part} isAsked={part.number === asked} />
                  )
                )}
              </div>
            </Panel>
            <Panel label="What the piece is">
              <p className={classes.question}>
                {asked === null ? 'Every piece is said: try and keep it.' : `What is piece ${asked}?`}
              </p>
              <MeaningChoice
                asked={pieces.find(({ number }) => number === asked)}
                last={pieces.find(({ number }) => number === last)}
              />
            </Panel>
          </>
        )}
      </div>
      <div className={layout.side}>
        <CommandButton
          command={encodeCommand({ kind: 'done' })}
          kind={pieces.some(({ meaning }) => meaning !== 'nothing') ? 'main' : 'other'}
          title="Try and keep"
          note="DONE"
        />
        <CommandButton command={encodeCommand({ kind: 'undo' })} kind="other" title="Take back" note="UNDO" />
        <CommandButton command={encodeCommand({ kind: 'cancel' })} kind="leave" title="Leave" note="CANCEL" />
        {ways.length > 1 && <Ways ways={ways} />}
        <div className={layout.push}>
          <CodeEntry />
        </div>
      </div>
    </div>
  )
}

/** The ways to take the label apart; `DS:TEACH` leads from one to the next. */
function Ways({ ways }: Pick<TeachingView, 'ways'>) {
  const submit = useSubmit()
  return (
    <Panel title="Taken apart">
      <div className={classes.ways}>
        {ways.map(({ words, isTaken }, index) => (
          <button
            key={words}
            type="button"
            className={classes.way}
            aria-pressed={isTaken}
            onClick={() => submit(encodeCommand({ kind: 'way', number: index + 1 }))}
          >
            {words}
          </button>
        ))}
      </div>
    </Panel>
  )
}
