import type { PartView } from '../../../../ipc/views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import type { Column } from '../../ui/table-column.ts'
import { TRACKING_CHOICES } from './tracking-choices.ts'

export const PART_COLUMNS: readonly Column<PartView>[] = [
  {
    key: 'part',
    title: 'Part',
    width: 'minmax(160px, 1fr)',
    cell: ({ partNumber }) => <CodeText>{partNumber}</CodeText>
  },
  {
    key: 'description',
    title: 'Description',
    width: 'minmax(160px, 2fr)',
    cell: ({ description }) => <span title={description}>{description}</span>
  },
  { key: 'revisions', title: 'Revisions', width: 'minmax(90px, 0.5fr)', cell: ({ revisions }) => revisions.join(', ') },
  { key: 'unit', title: 'Unit', width: '72px', cell: ({ unit }) => unit },
  {
    key: 'tracking',
    title: 'Tracked by',
    width: '130px',
    cell: ({ tracking }) => TRACKING_CHOICES[tracking].title
  },
  {
    key: 'numbers',
    title: 'Numbers',
    width: 'minmax(190px, 0.8fr)',
    fromWidthPx: 860,
    cell: ({ numbers }) => numbers
  }
]
