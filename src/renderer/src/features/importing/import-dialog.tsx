import { Button, Modal } from '@mantine/core'
import type { ImportLook, ProblemList } from '../../../../ipc/importing-views.ts'
import { failureWords } from '../../ui/failure-words.ts'
import { countWords, problemWords } from './import-words.ts'
import type { useTake } from './queries.ts'
import classes from './import-dialog.module.css'

export interface ImportDialogProps {
  readonly opened: boolean
  readonly looked: Extract<ImportLook, { kind: 'looked' }>
  readonly take: ReturnType<typeof useTake>
  readonly onClose: () => void
}

/** What the file would do, and the one press that does it. */
export function ImportDialog({ opened, looked, take, onClose }: ImportDialogProps) {
  const { file, added, changed, unchanged, switches } = looked
  const problems = take.data?.kind === 'refused' ? take.data.problems : looked.problems
  const isRefused = problems.count > 0
  return (
    <Modal opened={opened} onClose={onClose} title={`Import ${file}`} size={760}>
      <div className={classes.body}>
        {isRefused ? (
          <>
            <p className={classes.counts} role="status">
              Nothing is imported: {problems.count === 1 ? 'one thing is' : `${problems.count} things are`} wrong in the
              file. Correct it, and choose it again.
            </p>
            <Problems label="What is wrong" list={problems} />
          </>
        ) : (
          <p className={classes.counts} role="status">
            {countWords(added, changed, unchanged)}.
          </p>
        )}
        {!isRefused && switches.count > 0 && (
          <>
            <p className={classes.counts}>Parts are tracked in another way from then on:</p>
            <Problems label="Tracked in another way" list={switches} />
          </>
        )}
        {take.isError && (
          <p className={classes.failed} role="alert">
            {failureWords(take.error)}
          </p>
        )}
        <div className={classes.foot}>
          <Button variant="default" size="lg" onClick={onClose}>
            {isRefused ? 'Close' : 'Leave it'}
          </Button>
          {!isRefused && (
            <Button
              size="lg"
              loading={take.isPending}
              disabled={take.isError}
              onClick={() => take.mutate(undefined, { onSuccess: (answer) => answer.kind === 'imported' && onClose() })}
            >
              Import it
            </Button>
          )}
        </div>
      </div>
    </Modal>
  )
}

function Problems({ label, list }: { readonly label: string; readonly list: ProblemList }) {
  const more = list.count - list.first.length
  return (
    <ul className={classes.problems} aria-label={label} tabIndex={0}>
      {list.first.map((problem) => (
        <li key={`${problem.line} ${problem.column ?? ''} ${problem.reason}`}>{problemWords(problem)}</li>
      ))}
      {more > 0 && <li>and {more} more</li>}
    </ul>
  )
}
