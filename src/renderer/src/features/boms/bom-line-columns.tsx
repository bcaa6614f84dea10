import { IconHammer, IconSitemap } from '@tabler/icons-react'
import type { BomLineView } from '../../../../ipc/bom-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { groupedQuantity } from '../../ui/grouped-quantity.ts'
import type { Column } from '../../ui/table-column.ts'
import { TRACKING_WORDS } from '../../ui/tracking-words.ts'
import classes from './bom-screen.module.css'

/** The columns of a bill. A component with a bill of its own leads there. */
export function bomLineColumns(onBom: (partNumber: string, revision: string | null) => void) {
  return [
    {
      key: 'component',
      title: 'Component',
      width: 'minmax(150px, 1.4fr)',
      cell: ({ component, description }) => (
        <div className={classes.component}>
          <strong>
            <CodeText>{component}</CodeText>
          </strong>
          <span className={classes.quiet} title={description}>
            {description}
          </span>
        </div>
      )
    },
    {
      key: 'quantity',
      title: 'Quantity',
      width: 'minmax(96px, 0.5fr)',
      align: 'end',
      cell: ({ quantity, unit }) => (
        <>
          <strong className={classes.quantity}>{groupedQuantity(quantity)}</strong> {unit}
        </>
      )
    },
    {
      key: 'revision',
      title: 'Revision',
      width: '80px',
      cell: ({ componentRevision }) => componentRevision ?? <span className={classes.quiet}>any</span>
    },
    { key: 'tracking', title: 'Tracked', width: '100px', cell: ({ tracking }) => TRACKING_WORDS[tracking] },
    {
      key: 'substitutes',
      title: 'Substitutes',
      width: 'minmax(112px, 0.7fr)',
      fromWidthPx: 760,
      cell: ({ substitutes }) => <span title={substitutes.join(', ')}>{substitutes.join(', ')}</span>
    },
    {
      key: 'made',
      title: 'How',
      width: '180px',
      cell: ({ madeOnAssembly }) =>
        madeOnAssembly ? (
          <span className={classes.made}>
            <IconHammer size={18} aria-hidden /> made on assembly
          </span>
        ) : (
          <span className={classes.quiet}>from stock</span>
        )
    },
    {
      key: 'bill',
      title: '',
      width: '64px',
      cell: ({ component, componentRevision, hasBom }) =>
        hasBom && (
          <button
            type="button"
            className={classes.down}
            aria-label={`What ${component} is made of`}
            title={`What ${component} is made of`}
            onClick={(event) => {
              event.stopPropagation()
              onBom(component, componentRevision)
            }}
          >
            <IconSitemap size={22} aria-hidden />
          </button>
        )
    }
  ] as const satisfies readonly Column<BomLineView>[]
}
