import {
  IconAlertOctagon,
  IconBinaryTree2,
  IconBuildingWarehouse,
  IconClipboardCheck,
  IconComponents,
  IconHammer,
  IconHistory,
  IconPackageImport,
  IconSettings,
  IconTag
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { indexAfterKey } from '../ui/grid-keys.ts'
import { digitOf, SCREEN_TITLES, SCREENS } from './screens.ts'
import type { Screen } from './screens.ts'
import classes from './navigation.module.css'

const ICONS: Readonly<Record<Screen, Icon>> = {
  receiving: IconPackageImport,
  assembly: IconHammer,
  labels: IconTag,
  inventory: IconBuildingWarehouse,
  counts: IconClipboardCheck,
  trace: IconBinaryTree2,
  issues: IconAlertOctagon,
  parts: IconComponents,
  scans: IconHistory,
  settings: IconSettings
}

export interface NavigationProps {
  readonly current: Screen
  readonly onGo: (screen: Screen) => void
  /** Labels that need a person: a number beside the screen where they are. */
  readonly labelsNeedingPerson: number
}

/** The places of the window. By keyboard: Alt with the number shown, or arrow keys and Enter. */
export function Navigation({ current, onGo, labelsNeedingPerson }: NavigationProps) {
  const listRef = useRef<HTMLUListElement>(null)

  function onKeyDown(event: KeyboardEvent) {
    const buttons = [...(listRef.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    const next = at < 0 ? undefined : indexAfterKey(event.key, at, buttons.length, buttons.length)
    if (next === undefined) return
    event.preventDefault()
    buttons[next]?.focus()
  }

  return (
    <nav aria-label="Places">
      <ul ref={listRef} className={classes.places} onKeyDown={onKeyDown}>
        {SCREENS.map((screen) => {
          const Mark = ICONS[screen]
          return (
            <li key={screen}>
              <button
                type="button"
                className={classes.place}
                aria-current={screen === current ? 'page' : undefined}
                aria-keyshortcuts={`Alt+${digitOf(screen)}`}
                tabIndex={screen === current ? 0 : -1}
                onClick={() => onGo(screen)}
              >
                <Mark size={22} stroke={1.8} aria-hidden />
                <span className={classes.title}>{SCREEN_TITLES[screen]}</span>
                {screen === 'labels' && labelsNeedingPerson > 0 ? (
                  <span className={classes.count} aria-label={`${labelsNeedingPerson} need a person`}>
                    {labelsNeedingPerson > 99 ? '99+' : labelsNeedingPerson}
                  </span>
                ) : (
                  <kbd className={classes.key} aria-hidden>
                    Alt {digitOf(screen)}
                  </kbd>
                )}
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
