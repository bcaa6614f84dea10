import { IconBarcode, IconPrinter, IconTags } from '@tabler/icons-react'
import type { StationStatus } from '../../../ipc/views.ts'
import { groupedCount } from '../ui/grouped-quantity.ts'
import { StateMark } from '../ui/state-mark.tsx'
import { summarizeDevices } from './device-summary.ts'
import { summarizePrinters } from './printer-words.ts'
import classes from './device-strip.module.css'

export interface DeviceStripProps {
  readonly status: StationStatus
  readonly onDevices: () => void
  readonly onLabels: () => void
}

/** More have no room beside the scanners and the labels. */
const PRINTERS_SHOWN = 2

/** Scanners, printers and labels, in words. */
export function DeviceStrip({ status, onDevices, onLabels }: DeviceStripProps) {
  const scanners = summarizeDevices(status.devices, 'scanner')
  const printers = summarizePrinters(status.printers, PRINTERS_SHOWN)
  const unnamed = status.printers.length - printers.length
  const { waitingLabels, labelsNeedingPerson, labelsAskedFor } = status
  return (
    <footer className={classes.strip} aria-label="Devices">
      <button type="button" className={classes.item} onClick={onDevices} title={scanners.words}>
        <StateMark tone={scanners.tone} {...(scanners.tone === 'good' ? { icon: IconBarcode } : {})}>
          {scanners.words}
        </StateMark>
      </button>
      {printers.map(({ id, tone, words }) => (
        <button key={id} type="button" className={classes.item} onClick={onLabels} title={words}>
          <StateMark tone={tone} {...(tone === 'good' ? { icon: IconPrinter } : {})}>
            {words}
          </StateMark>
        </button>
      ))}
      {unnamed > 0 && (
        <button type="button" className={classes.item} onClick={onDevices}>
          {unnamed} more {unnamed === 1 ? 'printer' : 'printers'}
        </button>
      )}
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
      {labelsAskedFor > 0 && (
        <button type="button" className={classes.item} onClick={onLabels}>
          <StateMark tone="warn" filled>
            {labelsAskedFor === 1 ? '1 label to bring back' : `${groupedCount(labelsAskedFor)} labels to bring back`}
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
