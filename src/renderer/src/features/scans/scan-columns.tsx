import type { ScanRowView } from '../../../../ipc/journal-views.ts'
import { formatMoment } from '../../ui/moments.ts'
import type { Column } from '../../ui/table-column.ts'
import { OutcomeMark } from './outcome-mark.tsx'
import { scannerWord } from './scan-words.ts'
import classes from './scan-columns.module.css'
import { ScannedText } from './scanned-text.tsx'

export const SCAN_LIST_COLUMNS: readonly Column<ScanRowView>[] = [
  {
    key: 'at',
    title: 'When',
    width: '188px',
    cell: ({ at }) => <span className={classes.moment}>{formatMoment(at)}</span>
  },
  { key: 'sound', title: 'Answer', width: '136px', cell: ({ sound }) => <OutcomeMark sound={sound} /> },
  {
    key: 'text',
    title: 'Scanned',
    width: 'minmax(150px, 1.3fr)',
    cell: ({ text }) => (
      <span className={classes.text}>
        <ScannedText>{text}</ScannedText>
      </span>
    )
  },
  {
    key: 'outcome',
    title: 'What became of it',
    width: 'minmax(140px, 1.4fr)',
    fromWidthPx: 720,
    cell: ({ outcome }) => (
      <span className={classes.quiet} title={outcome ?? undefined}>
        {outcome ?? 'The station had no answer'}
      </span>
    )
  },
  {
    key: 'scanner',
    title: 'Scanner',
    width: 'minmax(76px, 0.3fr)',
    fromWidthPx: 560,
    cell: ({ scanner }) => <span className={classes.quiet}>{scannerWord(scanner)}</span>
  }
]
