import { IconAlertTriangleFilled } from '@tabler/icons-react'
import classes from './config-problems.module.css'

export interface ConfigProblemsProps {
  readonly others: readonly string[]
  /** Whether the file is no JSON at all. */
  readonly isText: boolean
}

/** What is wrong with `station.json` and stands in no field of the form. */
export function ConfigProblems({ others, isText }: ConfigProblemsProps) {
  if (others.length === 0) return null
  return (
    <div className={classes.problems} role="alert">
      <IconAlertTriangleFilled size={22} aria-hidden className={classes.icon} />
      <div className={classes.text}>
        <ul>
          {others.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
        <p>
          {isText
            ? 'Saving replaces the whole file by this form.'
            : 'Saving writes what this form holds: keys that Dockside does not know are left out.'}
        </p>
      </div>
    </div>
  )
}
