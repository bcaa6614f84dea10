import { IconX } from '@tabler/icons-react'
import type { InstallationView } from '../../../../ipc/assembly-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { nameOfInstalled } from './build-words.ts'
import classes from './build-tree.module.css'

export interface InstalledProps {
  readonly installation: InstallationView
  readonly onRemove: (installation: InstallationView) => void
  readonly onTrace: (code: string, part: string | null) => void
}

/** Something that is in what is being built: pressed, it is traced; and the way to take it out. */
export function Installed({ installation, onRemove, onTrace }: InstalledProps) {
  const { serial, lot, partNumber } = installation
  const name = nameOfInstalled(installation)
  const code = serial ?? lot ?? partNumber
  return (
    <span className={classes.thing}>
      <button type="button" className={classes.name} title={`Trace ${code}`} onClick={() => onTrace(code, partNumber)}>
        <CodeText>{name}</CodeText>
      </button>
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
  )
}
