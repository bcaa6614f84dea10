import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useStatus } from '../../station-queries.ts'
import { Failure } from '../../ui/failure.tsx'
import { Panel } from '../../ui/panel.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { ConfigEditor } from './config-editor.tsx'
import { DeviceList } from './device-list.tsx'
import { PrintersSettings } from './printers/printers-settings.tsx'
import { ScannersSettings } from './scanners/scanners-settings.tsx'
import { useSettings } from './queries.ts'
import classes from './settings-screen.module.css'

export interface SettingsScreenProps {
  readonly operators: ReactNode
  readonly importing: ReactNode
}

type Part = 'station' | 'scanners' | 'printers' | 'operators' | 'importing'

/** The station with its devices, who works here, and what is brought in. */
export function SettingsScreen({ operators, importing }: SettingsScreenProps) {
  const [part, setPart] = useState<Part>('station')
  return (
    <>
      <div className={classes.parts}>
        <SegmentedControl<Part>
          aria-label="What is set up"
          size="md"
          transitionDuration={0}
          value={part}
          onChange={setPart}
          data={[
            { value: 'station', label: 'Station' },
            { value: 'scanners', label: 'Scanners' },
            { value: 'printers', label: 'Printers' },
            { value: 'operators', label: 'Operators' },
            { value: 'importing', label: 'Import' }
          ]}
        />
      </div>
      {part === 'station' && <StationSettings />}
      {part === 'scanners' && <ScannersSettings />}
      {part === 'printers' && <PrintersSettings />}
      {part === 'operators' && operators}
      {part === 'importing' && importing}
    </>
  )
}

/** The devices and how they are, and everything that `station.json` says. */
function StationSettings() {
  const status = useStatus()
  const settings = useSettings()
  return (
    <div className={classes.columns}>
      <div className={classes.form}>
        {settings.error && (
          <Failure
            what="The settings could not be read"
            error={settings.error}
            onRetry={() => void settings.refetch()}
          />
        )}
        {settings.data && <ConfigEditor key={JSON.stringify(settings.data.config)} settings={settings.data} />}
      </div>
      <div className={classes.side} role="region" aria-label="Devices and station" tabIndex={0}>
        {status.data && (
          <>
            <Panel title="Devices">
              <DeviceList devices={status.data.devices} />
            </Panel>
            <Panel title="This station">
              <div className={classes.facts}>
                <FactList
                  facts={[
                    { name: 'Version', value: status.data.version },
                    { name: 'Operator', value: status.data.operator },
                    { name: 'Data folder', value: status.data.dataFolder },
                    { name: 'Settings', value: settings.data?.path }
                  ]}
                />
              </div>
            </Panel>
          </>
        )}
      </div>
    </div>
  )
}
