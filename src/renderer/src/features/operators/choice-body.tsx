import { Button } from '@mantine/core'
import { encodeCommand } from '../../../../core/barcode/commands.ts'
import type { AskingView } from '../../../../ipc/operators-views.ts'
import { useSubmit } from '../../scanning.tsx'
import { CodeText } from '../../ui/code-text.tsx'
import card from '../../ui/choice-card.module.css'
import dialog from './asking-dialog.module.css'
import classes from './choice-body.module.css'

export interface ChoiceBodyProps {
  readonly options: Extract<AskingView, { kind: 'choice' }>['options']
  readonly onCancel: () => void
}

/** What the last scan can mean, the likeliest first, each value with the identifier that it comes from. */
export function ChoiceBody({ options, onCancel }: ChoiceBodyProps) {
  const submit = useSubmit()
  return (
    <div className={dialog.body}>
      <p className={dialog.what}>
        The code can be read in more than one way. Choose here, or scan the command with its number.
      </p>
      {options.map((facts, index) => {
        const command = encodeCommand({ kind: 'pick', number: index + 1 })
        return (
          <button
            key={command}
            type="button"
            className={`${card.card ?? ''} ${classes.option ?? ''}`}
            onClick={() => submit(command)}
          >
            <span className={classes.number}>{index + 1}</span>
            <dl className={classes.facts}>
              {facts.map(({ identifier, title, value }) => (
                <div key={`${identifier} ${value}`}>
                  <dt>
                    {title}
                    {identifier !== '' && <span className={classes.identifier}>{identifier}</span>}
                  </dt>
                  <dd>
                    <CodeText wrap>{value}</CodeText>
                  </dd>
                </div>
              ))}
            </dl>
            <span className={classes.command}>{command}</span>
          </button>
        )
      })}
      <Button size="lg" variant="default" onClick={onCancel}>
        Leave it
      </Button>
    </div>
  )
}
