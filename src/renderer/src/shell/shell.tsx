import { IconMapPin } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useLastScan } from '../scanning.tsx'
import { useInHand, useStatus } from '../station-queries.ts'
import { Brand } from './brand.tsx'
import { ColorSchemeSwitch } from './color-scheme-switch.tsx'
import { DeviceStrip } from './device-strip.tsx'
import { Navigation } from './navigation.tsx'
import { Notices } from './notices.tsx'
import { RecentScans } from './recent-scans.tsx'
import { ScanPanel } from './scan-panel.tsx'
import { screenOfKey, SCREEN_TITLES } from './screens.ts'
import type { Screen } from './screens.ts'
import { signalOf } from './signals.ts'
import classes from './shell.module.css'

export interface ShellProps {
  readonly screen: Screen
  readonly onGo: (screen: Screen) => void
  /** Who is signed in, given the computer's user for where nobody can be. */
  readonly who: (systemUser: string) => ReactNode
  /** What else stands in the way of work. */
  readonly notices: ReactNode
  readonly children: ReactNode
}

/** What is always in sight: where one is, who and which station, the last scan, and how the devices are. */
export function Shell({ screen, onGo, who, notices, children }: ShellProps) {
  const last = useLastScan()
  const status = useStatus()
  const inHand = useInHand()
  const [historyOpened, setHistoryOpened] = useState(false)

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const asked = screenOfKey(event)
      if (!asked) return
      event.preventDefault()
      onGo(asked)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [onGo])

  return (
    <div className={classes.shell}>
      <aside className={classes.side}>
        <Brand />
        <Navigation
          current={screen}
          onGo={onGo}
          labelsNeedingPerson={(status.data?.labelsNeedingPerson ?? 0) + (status.data?.labelsAskedFor ?? 0)}
        />
        <div className={classes.who}>
          {status.data && (
            <>
              <p className={classes.station}>{status.data.station}</p>
              {status.data.site !== '' && (
                <p title="Site">
                  <IconMapPin size={16} aria-hidden />
                  <span>{status.data.site}</span>
                </p>
              )}
              {who(status.data.operator)}
            </>
          )}
          <ColorSchemeSwitch />
        </div>
      </aside>
      <div className={classes.main}>
        <ScanPanel signal={signalOf(last, inHand != null)} onHistory={() => setHistoryOpened(true)} />
        <Notices
          status={status.data}
          error={status.error}
          onSettings={screen === 'settings' ? undefined : () => onGo('settings')}
          onLabels={screen === 'labels' ? undefined : () => onGo('labels')}
        />
        {notices}
        <main className={classes.content} aria-label={SCREEN_TITLES[screen]}>
          {children}
        </main>
        {status.data && (
          <DeviceStrip status={status.data} onDevices={() => onGo('settings')} onLabels={() => onGo('labels')} />
        )}
      </div>
      <RecentScans opened={historyOpened} onClose={() => setHistoryOpened(false)} />
    </div>
  )
}
