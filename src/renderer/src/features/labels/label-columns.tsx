import type { LabelView } from '../../../../ipc/views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { LabelStateMark } from '../../ui/label-state-mark.tsx'
import { formatMoment, formatRecent } from '../../ui/moments.ts'
import type { Column } from '../../ui/table-column.ts'
import { KIND_WORDS } from './label-words.ts'
import classes from './label-columns.module.css'

export const LABEL_COLUMNS: readonly Column<LabelView>[] = [
  {
    key: 'state',
    title: 'State',
    width: '118px',
    cell: ({ state }) => <LabelStateMark state={state} />
  },
  {
    key: 'title',
    title: 'For',
    width: 'minmax(210px, 2fr)',
    cell: ({ kind, title, partNumber, serial, lot }) => (
      <span className={classes.subject}>
        <span className={classes.kind}>{KIND_WORDS[kind]}</span>
        <span className={classes.code}>
          <CodeText>{serial ?? lot ?? title}</CodeText>
        </span>
        {partNumber !== null && (serial !== null || lot !== null) && (
          <span className={classes.part}>
            <CodeText>{partNumber}</CodeText>
          </span>
        )}
      </span>
    )
  },
  {
    key: 'label',
    title: 'Label',
    width: '128px',
    cell: ({ label, copy }) => <CodeText>{copy === 1 ? label : `${label}.${copy}`}</CodeText>
  },
  {
    key: 'printer',
    title: 'Printer',
    width: 'minmax(72px, 0.6fr)',
    fromWidthPx: 680,
    cell: ({ printer }) => <CodeText>{printer}</CodeText>
  },
  {
    key: 'at',
    title: 'Since',
    width: '112px',
    fromWidthPx: 600,
    cell: ({ at }) => <span title={formatMoment(at)}>{formatRecent(at, Date.now())}</span>
  }
]
