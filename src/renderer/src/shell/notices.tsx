import { Button } from '@mantine/core'
import { IconLock, IconPlugConnectedX, IconPrinter } from '@tabler/icons-react'
import type { StationStatus } from '../../../ipc/views.ts'
import { failureWords } from '../ui/failure-words.ts'
import { Notice } from '../ui/notice.tsx'

export interface NoticesProps {
  readonly status: StationStatus | undefined
  readonly error: Error | null
  /** Absent where the settings are in sight already. */
  readonly onSettings: (() => void) | undefined
}

/** What stands in the way of work, until it does no longer. */
export function Notices({ status, error, onSettings }: NoticesProps) {
  if (error)
    return (
      <Notice tone="bad" icon={IconPlugConnectedX} title="The station does not answer">
        {failureWords(error)}
      </Notice>
    )
  if (!status) return null
  const faults = status.devices.filter(({ health }) => health === 'fault')
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
      {fault && (
        <Notice
          tone="warn"
          icon={fault.role === 'printer' ? IconPrinter : IconPlugConnectedX}
          title={`${fault.role === 'printer' ? 'Printer' : 'Scanner'} ${fault.id}`}
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
