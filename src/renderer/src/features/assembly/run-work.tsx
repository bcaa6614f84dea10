import type { BuildView, RunView } from '../../../../ipc/assembly-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { groupedQuantity } from '../../ui/grouped-quantity.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { share } from './build-words.ts'
import classes from './run-work.module.css'

export interface RunWorkProps {
  readonly run: RunView
  readonly inHand: BuildView | undefined
}

/** What to scan next, legible from across the bench; what was scanned and is not installed yet; how far it has come. */
export function RunWork({ run, inHand }: RunWorkProps) {
  const { next, pending, saidQuantity } = run
  return (
    <div className={classes.work}>
      <div className={classes.words}>
        {pending && (
          <p className={classes.pending}>
            <strong>
              {groupedQuantity(pending.quantity)} {pending.unit}
            </strong>
            <CodeText>{pending.name}</CodeText>
            {pending.source !== null && (
              <span>
                from <CodeText>{pending.source}</CodeText>
              </span>
            )}
            {pending.source === null && pending.places.length > 0 && (
              <span className={classes.places}>
                {pending.places.map(({ location, quantity }) => (
                  <span key={location}>
                    {groupedQuantity(quantity)} {pending.unit} at <CodeText>{location}</CodeText>
                  </span>
                ))}
              </span>
            )}
          </p>
        )}
        {pending === null && saidQuantity !== null && (
          <p className={classes.pending}>
            <strong>{groupedQuantity(saidQuantity)}</strong> of what is scanned next
          </p>
        )}
        <p className={classes.next}>{next}</p>
      </div>
      {inHand ? <LinesDone build={inHand} /> : <Built run={run} />}
    </div>
  )
}

function LinesDone({ build: { lines, openLines } }: { readonly build: BuildView }) {
  const done = lines.length - openLines
  return (
    <Count
      done={String(done)}
      of={`of ${lines.length} ${lines.length === 1 ? 'line' : 'lines'}`}
      label="Lines that are complete"
      share={share(done, lines.length)}
    />
  )
}

function Built({ run: { built, quantity, unit } }: { readonly run: RunView }) {
  return (
    <Count
      done={groupedQuantity(built)}
      of={`of ${groupedQuantity(quantity)} ${unit}`}
      label="Built"
      share={share(built, quantity)}
    />
  )
}

interface CountProps {
  readonly done: string
  readonly of: string
  readonly label: string
  /** 0 to 1. */
  readonly share: number
}

function Count({ done, of, label, share }: CountProps) {
  return (
    <div className={classes.count} data-complete={share === 1 || undefined}>
      <p className={classes.numbers}>
        <strong className={classes.done}>{done}</strong>
        <span className={classes.of}>{of}</span>
      </p>
      <ProgressBar label={label} done={share} thick />
    </div>
  )
}
