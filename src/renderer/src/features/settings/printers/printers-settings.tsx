import { IconPrinter } from '@tabler/icons-react'
import { useStatus } from '../../../station-queries.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FindPrinters } from './find-printers.tsx'
import { PrinterTrial } from './printer-trial.tsx'
import { useReadCodes } from './use-read-codes.ts'
import classes from './printers-settings.module.css'

/** Trying the printers that are in use, and looking for others. */
export function PrintersSettings() {
  const status = useStatus()
  const { read, earlierOf } = useReadCodes()
  const printers = (status.data?.devices ?? []).filter(({ role }) => role === 'printer')
  return (
    <div className={classes.columns}>
      <div className={classes.trials} role="region" aria-label="Printers in use" tabIndex={0}>
        {printers.map((printer) => (
          <PrinterTrial key={printer.id} printer={printer} read={read} wasEarlier={earlierOf === printer.id} />
        ))}
        {status.data && printers.length === 0 && (
          <EmptyState icon={IconPrinter} title="No printer is in use">
            Look for one, add it, and start Dockside again.
          </EmptyState>
        )}
      </div>
      <div className={classes.side} role="region" aria-label="Look for printers" tabIndex={0}>
        <FindPrinters />
      </div>
    </div>
  )
}
