import type { IssueEntry } from '../../../../ipc/issue-views.ts'
import { formatMoment } from '../../ui/moments.ts'
import { AttachedFile } from './attached-file.tsx'
import classes from './issue-time-line.module.css'

/** All that was said and done, the oldest first, as people tell it. */
export function IssueTimeLine({ history }: { readonly history: readonly IssueEntry[] }) {
  return (
    <ol className={classes.entries}>
      {history.map(({ seq, at, operator, station, words, text, attachment }) => (
        <li key={seq} className={classes.entry}>
          <p className={classes.words}>{words}</p>
          {text !== '' && <p className={classes.text}>{text}</p>}
          {attachment && <AttachedFile attachment={attachment} />}
          <p className={classes.origin}>
            <time dateTime={at}>{formatMoment(at)}</time>, {operator} at {station}
          </p>
        </li>
      ))}
    </ol>
  )
}
