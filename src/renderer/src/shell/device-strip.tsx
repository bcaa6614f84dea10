import { IconBarcode, IconPrinter, IconTags } from '@tabler/icons-react'
import type { StationStatus } from '../../../ipc/views.ts'
import { groupedCount } from '../ui/grouped-quantity.ts'
import { StateMark } from '../ui/state-mark.tsx'
import { summarizeDevices } from './device-summary.ts'
import classes from './device-strip.module.css'

export interface DeviceStripProps {
  readonly status: StationStatus
  readonly onDevices: () => void
  readonly onLabels: () => void
}

/** Scanners, printers and labels, in words. */
export function DeviceStrip({ status, onDevices, onLabels }: DeviceStripProps) {
  const scanners = summarizeDevices(status.devices, 'scanner')
  const printers = summarizeDevices(status.devices, 'printer')
  const { waitingLabels, labelsNeedingPerson } = status
  return (
    <footer className={classes.strip} aria-label="Devices">
      <button type="button" className={classes.item} onClick={onDevices} title={scanners.words}>
        <StateMark tone={scanners.tone} {...(scanners.tone === 'good' ? { icon: IconBarcode } : {})}>
          {scanners.words}
        </StateMark>
      </button>
      <button type="button" className={classes.item} onClick={onDevices} title={printers.words}>
        <StateMark tone={printers.tone} {...(printers.tone === 'good' ? { icon: IconPrinter } : {})}>
          {printers.words}
        </StateMark>
      </button>
      <button type="button" className={classes.item} onClick={onLabels}>
        <StateMark tone={waitingLabels > 0 ? 'wait' : 'good'} {...(waitingLabels > 0 ? {} : { icon: IconTags })}>
          {labelsWaiting(waitingLabels)}
        </StateMark>
      </button>
      {labelsNeedingPerson > 0 && (
        <button type="button" className={classes.item} onClick={onLabels}>
          <StateMark tone="bad" filled>
            {labelsNeedingPerson === 1
              ? '1 label needs a person'
              : `${groupedCount(labelsNeedingPerson)} labels need a person`}
          </StateMark>
        </button>
      )}
    </footer>
  )
}

function labelsWaiting(count: number): string {
  if (count === 0) return 'No label waits'
  return count === 1 ? '1 label waits' : `${groupedCount(count)} labels wait`
}
