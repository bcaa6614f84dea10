import { useStatus } from '../../../station-queries.ts'
import { Panel } from '../../../ui/panel.tsx'
import { DeviceList } from '../device-list.tsx'
import { Calibration } from './calibration.tsx'
import { ToHidPos } from './to-hid-pos.tsx'
import classes from './scanners-settings.module.css'

/** Setting scanners up, and how those in use are. */
export function ScannersSettings() {
  const status = useStatus()
  const scanners = (status.data?.devices ?? []).filter(({ role }) => role === 'scanner')
  return (
    <div className={classes.columns}>
      <div className={classes.main} role="region" aria-label="Calibration" tabIndex={0}>
        <Calibration />
        {status.data && (
          <Panel title="Scanners in use">
            <DeviceList devices={scanners} />
          </Panel>
        )}
      </div>
      <div className={classes.side} role="region" aria-label="Modes of scanners" tabIndex={0}>
        <ToHidPos devices={JSON.stringify(scanners)} />
      </div>
    </div>
  )
}
