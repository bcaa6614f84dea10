import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { HistoryEntry } from '../../../../ipc/trace-views.ts'
import { groupedCount } from '../../ui/grouped-quantity.ts'
import { formatMoment } from '../../ui/moments.ts'
import classes from './time-line.module.css'

const USUAL_HEIGHT_PX = 66

export interface TimeLineProps {
  readonly history: readonly HistoryEntry[]
  /** How many older ones are not among them. */
  readonly left: number
}

/** What happened, the newest first. Only what is in sight exists: a part may have seen a hundred thousand events. */
export function TimeLine({ history, left }: TimeLineProps) {
  const scrollRef = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: history.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => USUAL_HEIGHT_PX,
    overscan: 6
  })
  if (history.length === 0) return <p className={classes.none}>Nothing has happened to it yet.</p>
  return (
    <>
      <div ref={scrollRef} className={classes.scroll} tabIndex={0} aria-label="What happened, the newest first">
        <ol className={classes.events} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const entry = history[history.length - 1 - index]
            return (
              entry && (
                <li
                  key={index}
                  ref={virtualizer.measureElement}
                  data-index={index}
                  data-first={index === 0 || undefined}
                  data-last={index === history.length - 1 || undefined}
                  className={classes.event}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <p className={classes.words}>{entry.words}</p>
                  <p className={classes.origin}>
                    <time dateTime={entry.at}>{formatMoment(entry.at)}</time>, {entry.operator}
                    {entry.station !== null && ` at ${entry.station}`}
                  </p>
                </li>
              )
            )
          })}
        </ol>
      </div>
      {left > 0 && <p className={classes.left}>{groupedCount(left)} older events are in the saved report.</p>}
    </>
  )
}
