import { IconAlertTriangleFilled } from '@tabler/icons-react'
import type { UnknownView } from '../../../../ipc/counts-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import classes from './unknown-list.module.css'

/** Codes that nobody can count; nothing while there are none. */
export function UnknownList({ unknown }: { readonly unknown: readonly UnknownView[] }) {
  if (unknown.length === 0) return null
  return (
    <section className={classes.unknown} aria-label="Never received here">
      <IconAlertTriangleFilled size={22} aria-hidden className={classes.icon} />
      <div className={classes.text}>
        <strong>Never received here, and not counted.</strong> Put it aside, and receive it on its order.
        <ul className={classes.codes}>
          {unknown.map(({ location, code, partNumber }) => (
            <li key={`${location} ${code}`}>
              <CodeText>{code}</CodeText>{' '}
              <span>
                {partNumber === null ? '' : `of ${partNumber} `}at {location}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
