import type { BuildView, RunView } from '../../../../ipc/assembly-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { groupedQuantity } from '../../ui/grouped-quantity.ts'
import { ProgressCount } from '../../ui/progress-count.tsx'
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
    <ProgressCount
      done={String(done)}
      of={`of ${lines.length} ${lines.length === 1 ? 'line' : 'lines'}`}
      label="Lines that are complete"
      share={share(done, lines.length)}
    />
  )
}

function Built({ run: { built, quantity, unit } }: { readonly run: RunView }) {
  return (
    <ProgressCount
      done={groupedQuantity(built)}
      of={`of ${groupedQuantity(quantity)} ${unit}`}
      label="Built"
      share={share(built, quantity)}
    />
  )
}
