import { useQueryClient } from '@tanstack/react-query'
import { Activity, useCallback, useEffect, useReducer, useRef } from 'react'
import type { ReactNode } from 'react'
import { AssemblyScreen } from './features/assembly/assembly-screen.tsx'
import { BomScreen } from './features/boms/bom-screen.tsx'
import { CountsScreen } from './features/counts/counts-screen.tsx'
import { DueCounts } from './features/counts/due-counts.tsx'
import { ImportPanel } from './features/importing/import-panel.tsx'
import { IssueNotices } from './features/issues/issue-notices.tsx'
import { IssuesScreen } from './features/issues/issues-screen.tsx'
import { InventoryScreen } from './features/inventory/inventory-screen.tsx'
import { LabelsScreen } from './features/labels/labels-screen.tsx'
import { AskingDialog } from './features/operators/asking-dialog.tsx'
import { OperatorsPanel } from './features/operators/operators-panel.tsx'
import { PresenceNotice } from './features/operators/presence-notice.tsx'
import { SignedIn } from './features/operators/signed-in.tsx'
import { PartsScreen } from './features/parts/parts-screen.tsx'
import { ReceivingScreen } from './features/receiving/receiving-screen.tsx'
import { ScansScreen } from './features/scans/scans-screen.tsx'
import { SettingsScreen } from './features/settings/settings-screen.tsx'
import { TraceScreen } from './features/trace/trace-screen.tsx'
import { createRefresher, readersOf, refreshWith } from './invalidation.ts'
import { follow, START } from './shell/route.ts'
import { SCREENS } from './shell/screens.ts'
import type { Screen } from './shell/screens.ts'
import { Shell } from './shell/shell.tsx'
import { useStation } from './station-context.tsx'
import { useInHand } from './station-queries.ts'
import { ErrorBoundary } from './ui/error-boundary.tsx'
import classes from './app.module.css'

/** The window: the shell, and the one screen of it that is in sight. Features meet here alone. */
export function App() {
  const station = useStation()
  const queries = useQueryClient()
  const [route, dispatch] = useReducer(follow, START)
  const go = useCallback((screen: Screen) => dispatch({ kind: 'screen', screen }), [])
  const trace = useCallback(
    (code: string, part: string | null) => dispatch({ kind: 'trace', target: { code, part } }),
    []
  )

  const find = useCallback(
    (text: string, alsoGone: boolean) => dispatch({ kind: 'find', sought: { text, alsoGone } }),
    []
  )

  const openBom = useCallback(
    (partNumber: string, revision: string | null = null) => dispatch({ kind: 'bom', target: { partNumber, revision } }),
    []
  )
  const closeBom = useCallback(() => dispatch({ kind: 'bom', target: null }), [])

  const openIssue = useCallback((issue: string) => dispatch({ kind: 'issue', aim: { kind: 'open', issue } }), [])
  const raising = useCallback((isRaising: boolean) => dispatch({ kind: 'raising', isRaising }), [])

  useEffect(() => {
    const refresh = createRefresher(refreshWith(queries))
    const stops = [
      station.on('changed', ({ topics }) => refresh(readersOf(topics))),
      station.on('devices', () => refresh(['status'])),
      station.on('scan', ({ show }) => {
        refresh(['journal'])
        if (show) dispatch({ kind: 'place', place: show })
      })
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [station, queries])

  // A window that opens goes to what is begun, unless somebody has already gone elsewhere.
  const inHand = useInHand()
  const hasGone = useRef(false)
  useEffect(() => {
    if (hasGone.current || inHand === undefined) return
    hasGone.current = true
    if (inHand) dispatch({ kind: 'place', place: inHand })
  }, [inHand])

  const screens: Readonly<Record<Screen, ReactNode>> = {
    receiving: <ReceivingScreen home={<DueCounts onAll={() => go('counts')} />} />,
    assembly: <AssemblyScreen onTrace={trace} />,
    labels: <LabelsScreen onTrace={trace} />,
    inventory: (
      <InventoryScreen
        sought={route.sought}
        onTrace={trace}
        issuesOf={(row) => (
          <IssueNotices
            about={{ kind: 'row', row }}
            onOpen={openIssue}
            onRaise={() => dispatch({ kind: 'issue', aim: { kind: 'raise', row, code: null, part: null } })}
          />
        )}
      />
    ),
    counts: <CountsScreen />,
    trace: (
      <TraceScreen
        traced={route.traced}
        onTrace={trace}
        issuesOf={(code, part) => (
          <IssueNotices
            about={{ kind: 'code', code, part }}
            onOpen={openIssue}
            onRaise={() => dispatch({ kind: 'issue', aim: { kind: 'raise', row: null, code, part } })}
          />
        )}
      />
    ),
    issues: <IssuesScreen aim={route.issue} scanned={route.named} onRaising={raising} onTrace={trace} />,
    parts: (
      <>
        <Activity mode={route.bom === null ? 'visible' : 'hidden'}>
          <PartsScreen onFind={find} onBom={openBom} />
        </Activity>
        {route.bom && <BomScreen {...route.bom} onBom={openBom} onBack={closeBom} />}
      </>
    ),
    scans: <ScansScreen />,
    settings: <SettingsScreen operators={<OperatorsPanel />} importing={<ImportPanel />} />
  }
  return (
    <Shell
      screen={route.screen}
      onGo={go}
      who={(systemUser) => <SignedIn systemUser={systemUser} />}
      notices={<PresenceNotice />}
    >
      {SCREENS.map((screen) => (
        <Activity key={screen} mode={screen === route.screen ? 'visible' : 'hidden'}>
          <div className={classes.screen}>
            <ErrorBoundary>{screens[screen]}</ErrorBoundary>
          </div>
        </Activity>
      ))}
      <AskingDialog />
    </Shell>
  )
}
