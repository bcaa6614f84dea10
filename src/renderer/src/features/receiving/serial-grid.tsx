import { useElementSize } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { IconBarcode, IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import { encodeCommand } from '../../../../core/barcode/commands.ts'
import { useSubmit } from '../../scanning.tsx'
import { CodeText } from '../../ui/code-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { columnsIn, newestFirstRow } from './serial-rows.ts'
import classes from './serial-grid.module.css'

const ROW_HEIGHT_PX = 60

/** The units scanned on the open line, the newest first and marked; each can be taken off by itself. */
export function SerialGrid({ serials }: { readonly serials: readonly string[] }) {
  const submit = useSubmit()
  const scrollRef = useRef<HTMLDivElement>(null)
  const { ref: sizeRef, width } = useElementSize()
  const columns = columnsIn(width)
  const virtualizer = useVirtualizer({
    count: Math.ceil(serials.length / columns),
    getScrollElement: () => scrollRef.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 4
  })
  return (
    <Panel fill label="Scanned units">
      <div ref={scrollRef} className={classes.scroll} tabIndex={0} aria-label="Scanned units, the newest first">
        {serials.length === 0 && (
          <EmptyState icon={IconBarcode} title="No unit scanned yet">
            Each unit appears here as soon as its serial is scanned.
          </EmptyState>
        )}
        <div ref={sizeRef} className={classes.rows} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => (
            <div
              key={index}
              className={classes.row}
              style={{ transform: `translateY(${start}px)`, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
            >
              {newestFirstRow(serials, index, columns).map(({ serial, number }) => (
                <div key={number} className={classes.unit} data-newest={number === serials.length || undefined}>
                  <span className={classes.number}>{number}</span>
                  <span className={classes.serial}>
                    <CodeText>{serial}</CodeText>
                  </span>
                  <button
                    type="button"
                    className={classes.off}
                    aria-label={`Take ${serial} off the line`}
                    onClick={() => submit(encodeCommand({ kind: 'off', serial }))}
                  >
                    <IconX size={26} aria-hidden />
                  </button>
                </div>
              ))}
            </div>
          ))}
        </div>
      </div>
    </Panel>
  )
}
