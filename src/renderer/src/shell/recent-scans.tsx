import { Drawer } from '@mantine/core'
import { IconBarcode } from '@tabler/icons-react'
import type { JournalEntry } from '../../../ipc/views.ts'
import { useJournal } from '../station-queries.ts'
import { CodeText } from '../ui/code-text.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Failure } from '../ui/failure.tsx'
import { formatMoment } from '../ui/moments.ts'
import { SIGNAL_LOOKS } from '../ui/signal-looks.ts'
import { SignalMark } from '../ui/signal-mark.tsx'
import classes from './recent-scans.module.css'

const SHOWN = 100

export interface RecentScansProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** What was scanned lately, and what became of it. */
export function RecentScans({ opened, onClose }: RecentScansProps) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={560}
      title="Recent scans"
      transitionProps={{ duration: 0 }}
      lockScroll={false}
      styles={{ inner: { top: 'var(--scan-panel-height)' } }}
      closeButtonProps={{ 'aria-label': 'Close recent scans' }}
    >
      {opened && <Scans />}
    </Drawer>
  )
}

function Scans() {
  const journal = useJournal(SHOWN)
  if (journal.error)
    return (
      <Failure inline what="The scans could not be read" error={journal.error} onRetry={() => void journal.refetch()} />
    )
  if (journal.data?.length === 0)
    return (
      <EmptyState icon={IconBarcode} title="Nothing has been scanned yet">
        Scan any code: it appears here, whatever becomes of it.
      </EmptyState>
    )
  return (
    <ol className={classes.scans}>
      {journal.data?.map((entry) => (
        <Scan key={entry.scan} entry={entry} />
      ))}
    </ol>
  )
}

function Scan({ entry }: { readonly entry: JournalEntry }) {
  const word = entry.sound === null ? 'Not answered' : SIGNAL_LOOKS[entry.sound].word
  return (
    <li className={classes.scan} data-signal={entry.sound ?? 'none'}>
      <SignalMark sound={entry.sound} label={word} />
      <div className={classes.what}>
        <CodeText>{entry.text}</CodeText>
        <p>{entry.outcome ?? 'The station had no answer.'}</p>
        <p className={classes.origin}>
          {formatMoment(entry.at)}, {entry.scanner}
          {entry.aim !== null && `, ${entry.aim}`}
          {entry.meaning !== null && `: ${entry.meaning}`}
        </p>
      </div>
    </li>
  )
}
