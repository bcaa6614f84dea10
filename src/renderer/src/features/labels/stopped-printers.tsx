import { Button } from '@mantine/core'
import { IconPrinterOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { Said } from '../../../../core/printing/resume.ts'
import type { StoppedPrinterView } from '../../../../ipc/printing-views.ts'
import type { LabelView } from '../../../../ipc/views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { Failure } from '../../ui/failure.tsx'
import { groupedCount } from '../../ui/grouped-quantity.ts'
import { useGoOn, useResume, useStoppedPrinters } from './queries.ts'
import classes from './stopped-printers.module.css'

/** What needs a person: of each printer that stopped, the labels that may have come out, and which is the last good one. */
export function StoppedPrinters() {
  const stopped = useStoppedPrinters()
  if (stopped.error) return <Failure inline what="The printers that stopped could not be read" error={stopped.error} />
  return stopped.data?.map((each) => <StoppedPrinter key={each.printer} stopped={each} />)
}

function StoppedPrinter({ stopped }: { readonly stopped: StoppedPrinterView }) {
  const resume = useResume()
  const goOn = useGoOn()
  const { printer, reason, hint, doubtful, before, waiting } = stopped
  const error = resume.error ?? goOn.error
  const isBusy = resume.isPending || goOn.isPending
  const listed = doubtful.map(({ id }) => id)
  const say = (said: Said) => resume.mutate({ printer, said, listed })
  const [askedOf, setAskedOf] = useState<string | null>(null)
  const askNone = () => setAskedOf(listed.join(' '))
  return (
    <section className={classes.stopped} aria-label={`What came out of ${printer}?`}>
      <header className={classes.head}>
        <IconPrinterOff size={28} aria-hidden />
        <div>
          <h2>Which is the last good label of {printer}?</h2>
          <p>
            {reason} {hint} Scan <strong>DS:RESUME</strong>, then the last good label in your hand, or choose it here.
            What was sent after it is printed again as new copies; what was sent before it is asked for next
            {waiting === 0 ? '' : `; ${waitingWords(waiting)}`}.
          </p>
        </div>
      </header>
      <ol className={classes.labels}>
        {before && <Choice label={before} isCertain isBusy={isBusy} onChoose={askNone} />}
        {doubtful.map((label) => (
          <Choice
            key={label.id}
            label={label}
            isBusy={isBusy}
            onChoose={() => say({ kind: 'last', label: label.id })}
          />
        ))}
      </ol>
      {error && <Failure inline what="The printer did not go on" error={error} />}
      {askedOf === listed.join(' ') ? (
        <NoneAsked
          count={listed.length}
          isBusy={isBusy}
          onNone={() => say({ kind: 'none' })}
          onBack={() => setAskedOf(null)}
        />
      ) : (
        <div className={classes.actions}>
          <Button size="lg" variant="default" disabled={isBusy} onClick={() => say({ kind: 'all' })}>
            All of them are good
          </Button>
          <Button size="lg" variant="subtle" disabled={isBusy} onClick={() => goOn.mutate({ printer })}>
            Go on, look later
          </Button>
          <Button className={classes.apart} size="lg" variant="default" disabled={isBusy} onClick={askNone}>
            None of them came out…
          </Button>
        </div>
      )}
    </section>
  )
}

interface NoneAskedProps {
  readonly count: number
  readonly isBusy: boolean
  readonly onNone: () => void
  readonly onBack: () => void
}

/** Asked once more before labels that may be on goods become void, and others with the same serials come out. */
function NoneAsked({ count, isBusy, onNone, onBack }: NoneAskedProps) {
  const labels = count === 1 ? 'label' : `${groupedCount(count)} labels`
  return (
    <div className={classes.asked} role="group" aria-label="None of them came out?">
      <p>
        <strong>{count === 1 ? 'Did this label not come out?' : `Did none of these ${labels} come out?`}</strong>{' '}
        {count === 1 ? 'It becomes void and is' : 'They become void and are'} printed again as new copies. One that is
        there after all must be destroyed.
      </p>
      <div className={classes.actions}>
        <Button size="lg" variant="default" autoFocus disabled={isBusy} onClick={onBack}>
          Go back
        </Button>
        <Button className={classes.apart} size="lg" color="red" disabled={isBusy} onClick={onNone}>
          {count === 1 ? 'Print it again' : `Print ${labels} again`}
        </Button>
      </div>
    </div>
  )
}

interface ChoiceProps {
  readonly label: LabelView
  readonly isCertain?: boolean
  readonly isBusy: boolean
  readonly onChoose: () => void
}

function Choice({ label, isCertain = false, isBusy, onChoose }: ChoiceProps) {
  const { title, copy } = label
  return (
    <li className={classes.label}>
      <span className={classes.code}>
        <CodeText>{label.serial ?? label.lot ?? title}</CodeText>
        {copy > 1 && <span className={classes.quiet}>copy {copy}</span>}
      </span>
      <span className={classes.quiet}>{isCertain ? 'is out for certain' : 'may be out'}</span>
      <Button size="lg" variant="default" disabled={isBusy} onClick={onChoose}>
        This is the last good one
      </Button>
    </li>
  )
}

function waitingWords(waiting: number): string {
  return waiting === 1 ? 'one more label waits' : `${groupedCount(waiting)} more labels wait`
}
