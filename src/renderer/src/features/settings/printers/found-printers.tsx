import { Button } from '@mantine/core'
import type { FoundPrintersView, FoundPrinterView } from '../../../../../ipc/printer-setup-views.ts'
import { Failure } from '../../../ui/failure.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useAddPrinter } from './queries.ts'
import classes from './found-printers.module.css'

/** What was found, each with a way into the settings. */
export function FoundPrinters({ found }: { readonly found: FoundPrintersView }) {
  const asked =
    found.asked === null ? '' : ` ${found.asked} ${found.asked === 1 ? 'address was' : 'addresses were'} asked.`
  return (
    <div role="status">
      {found.found.length === 0 && <p className={classes.none}>No printer was found.{asked}</p>}
      <ul className={classes.printers} aria-label="Printers that were found">
        {found.found.map((printer) => (
          <FoundPrinter key={placeOf(printer)} printer={printer} />
        ))}
      </ul>
    </div>
  )
}

function FoundPrinter({ printer }: { readonly printer: FoundPrinterView }) {
  const add = useAddPrinter()
  const { name, facts, usedAs, problem } = printer
  const place = placeOf(printer)
  return (
    <li className={classes.printer}>
      <div className={classes.text}>
        <strong>{name}</strong>
        <span>{place}</span>
        {facts.length > 0 && <span className={classes.facts}>{facts.join(', ')}</span>}
        {problem !== null && <span className={classes.problem}>{problem}</span>}
        {add.data !== undefined && (
          <span className={classes.added}>
            <StateMark tone="good">Added as {add.data}</StateMark>
            Correct its label size under Station, then start Dockside again.
          </span>
        )}
        {add.error && <Failure inline what="It was not added" error={add.error} />}
      </div>
      {usedAs !== null ? (
        <StateMark tone="good">In use as {usedAs}</StateMark>
      ) : (
        <Button
          variant="default"
          size="sm"
          aria-label={`Add ${name} at ${place}`}
          disabled={add.isPending || add.data !== undefined}
          onClick={() => add.mutate(printer)}
        >
          Add
        </Button>
      )}
    </li>
  )
}

function placeOf({ transport }: FoundPrinterView): string {
  switch (transport.type) {
    case 'tcp':
      return `${transport.host}:${transport.port}`
    case 'usb':
      return `USB, serial number ${transport.serial}`
    case 'queue':
      return `Print queue ${transport.name}`
  }
}
