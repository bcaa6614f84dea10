import { IconSchool } from '@tabler/icons-react'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Failure } from '../../../ui/failure.tsx'
import { FormatRow } from './format-row.tsx'
import { useFormats } from './queries.ts'
import classes from './formats-dialog.module.css'

export interface FormatListProps {
  /** Whose labels are listed, which can be taught further, since an order of theirs is open; null for all. */
  readonly supplier: string | null
}

/** The labels that were taught. */
export function FormatList({ supplier }: FormatListProps) {
  const { data: formats, error, refetch } = useFormats(supplier)
  if (error) return <Failure what="The taught labels could not be read" error={error} onRetry={() => void refetch()} />
  if (!formats) return null
  if (formats.length === 0) {
    return supplier === null ? (
      <EmptyState icon={IconSchool} title="No label is taught yet">
        Open an order, scan a label that is not understood, and press “Teach this label” or scan DS:TEACH.
      </EmptyState>
    ) : null
  }
  return (
    <ul className={classes.list} aria-label="Taught labels">
      {formats.map((format) => (
        <FormatRow key={`${format.format} ${format.version}`} format={format} mayTeach={supplier !== null} />
      ))}
    </ul>
  )
}
