import { Button } from '@mantine/core'
import {
  IconArrowBackUp,
  IconDatabaseExclamation,
  IconLock,
  IconPlugConnectedX,
  IconPrinter,
  IconPrinterOff,
  IconScan,
  IconScissors
} from '@tabler/icons-react'
import type { ConfirmingView } from '../../../ipc/printing-views.ts'
import type { DeviceStatus, StationStatus } from '../../../ipc/views.ts'
import { failureWords } from '../ui/failure-words.ts'
import { groupedCount } from '../ui/grouped-quantity.ts'
import { Notice } from '../ui/notice.tsx'
import { summarizePrinter } from './printer-words.ts'

export interface NoticesProps {
  readonly status: StationStatus | undefined
  readonly error: Error | null
  /** Absent where the settings are in sight already. */
  readonly onSettings: (() => void) | undefined
  /** Absent where the labels are in sight already. */
  readonly onLabels: (() => void) | undefined
}

/** What stands in the way of work, until it does no longer. */
export function Notices({ status, error, onSettings, onLabels }: NoticesProps) {
  if (error)
    return (
      <Notice tone="bad" icon={IconPlugConnectedX} title="The station does not answer">
        {failureWords(error)}
      </Notice>
    )
  if (!status) return null
  const faults = status.devices.filter(({ health }) => health === 'fault')
  const toLookAt = status.printers.filter(({ doubtful }) => doubtful > 0)
  const [fault] = faults
  return (
    <>
      {status.problem !== null && (
        <Notice
          tone="bad"
          icon={IconLock}
          title="Read-only"
          action={
            onSettings && (
              <Button variant="default" onClick={onSettings}>
                Open Settings
              </Button>
            )
          }
        >
          {status.problem}
        </Notice>
      )}
      {toLookAt.map((printer) => (
        <Notice
          key={printer.id}
          tone="bad"
          icon={IconPrinterOff}
          title={`${summarizePrinter(printer).words}.`}
          action={
            onLabels && (
              <Button variant="default" onClick={onLabels}>
                Look now
              </Button>
            )
          }
        >
          {printer.id} prints nothing more until then. Scan DS:RESUME, then the last good label.
        </Notice>
      ))}
      {status.confirming && (
        <Notice tone="warn" icon={IconScan} title={confirmTitle(status.confirming)}>
          {status.confirming.unit === null
            ? `Stick the labels on and scan each, such as that of ${status.confirming.next ?? ''}. DS:DONE ends.`
            : `Now scan the label on ${status.confirming.unit}.`}
        </Notice>
      )}
      {status.labelsAskedFor > 0 && onLabels && (
        <Notice
          tone="warn"
          icon={IconArrowBackUp}
          title={
            status.labelsAskedFor === 1
              ? '1 label to bring back.'
              : `${groupedCount(status.labelsAskedFor)} labels to bring back.`
          }
          action={
            <Button variant="default" onClick={onLabels}>
              Show them
            </Button>
          }
        >
          A receipt was taken back. Scan each of its labels, then destroy it. DS:RETURNS goes through them.
        </Notice>
      )}
      {status.printers
        .filter(({ torn }) => torn.length > 0)
        .map(({ id, torn }) => (
          <Notice
            key={`torn-${id}`}
            tone="warn"
            icon={IconScissors}
            title={`Destroy the torn label of ${torn.join(', ')}.`}
          >
            {id} stopped in the middle of it and has printed it again by itself. Then scan DS:RESUME.
          </Notice>
        ))}
      {status.backupProblem !== null && onSettings && (
        <Notice
          tone="warn"
          icon={IconDatabaseExclamation}
          title="See to the daily backup."
          action={
            <Button variant="default" onClick={onSettings}>
              Open Settings
            </Button>
          }
        >
          {status.backupProblem}
        </Notice>
      )}
      {fault && (
        <Notice
          tone="warn"
          icon={fault.role === 'printer' ? IconPrinter : IconPlugConnectedX}
          title={`${titleOf(fault, status)}.`}
          action={
            onSettings &&
            faults.length > 1 && (
              <Button variant="default" onClick={onSettings}>
                {faults.length - 1} more
              </Button>
            )
          }
        >
          {fault.words}
        </Notice>
      )}
    </>
  )
}

function confirmTitle({ left, of }: ConfirmingView): string {
  return left === 1 && of === 1 ? 'The label to scan back.' : `${left} of ${of} labels to scan back.`
}

function titleOf(fault: DeviceStatus, { printers }: StationStatus): string {
  const printer = fault.role === 'printer' ? printers.find(({ id }) => id === fault.id) : undefined
  if (!printer) return `Scanner ${fault.id}`
  return summarizePrinter({ ...printer, doubtful: 0 }).words
}
