import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { InstallationView } from '../../../../ipc/assembly-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { nameOfInstalled } from './build-words.ts'
import classes from './build-tree.module.css'

export interface InstalledProps {
  readonly installation: InstallationView
  readonly isKeptOpen: boolean
  /** What is in it; false where nothing is known to be. */
  readonly inside: ReactNode
  readonly onRemove: (installation: InstallationView) => void
  readonly onTrace: (code: string, part: string | null) => void
}

/** Something that is in what is being built: it is traced, or taken out, or opened to see what is in it. */
export function Installed({ installation, isKeptOpen, inside, onRemove, onTrace }: InstalledProps) {
  const { serial, lot, partNumber } = installation
  const [isOpened, setOpened] = useState(false)
  const name = nameOfInstalled(installation)
  const code = serial ?? lot ?? partNumber
  const hasInside = inside !== null && inside !== false
  const isShown = hasInside && (isOpened || isKeptOpen)
  return (
    <li data-wide={isShown || undefined}>
      <span className={classes.thing}>
        <button
          type="button"
          className={classes.name}
          title={`Trace ${code}`}
          onClick={() => onTrace(code, partNumber)}
        >
          <CodeText>{name}</CodeText>
        </button>
        {hasInside && (
          <button
            type="button"
            className={classes.inside}
            aria-expanded={isShown}
            aria-label={`What is in ${name}`}
            title="What is in it"
            onClick={() => setOpened(!isOpened)}
          >
            {isShown ? <IconChevronUp size={20} aria-hidden /> : <IconChevronDown size={20} aria-hidden />}
          </button>
        )}
        <button
          type="button"
          className={classes.remove}
          aria-label={`Take out ${name}`}
          title="Take it out"
          onClick={() => onRemove(installation)}
        >
          <IconX size={20} aria-hidden />
        </button>
      </span>
      {isShown && inside}
    </li>
  )
}
