import type { PrinterFields } from './printer-form.ts'
import type { ProblemOf } from './fields.ts'
import { TextField } from './text-field.tsx'

export interface TransportFieldsProps {
  readonly path: string
  readonly printer: PrinterFields
  readonly problem: ProblemOf
  readonly onChange: (printer: PrinterFields) => void
}

/** What a way of reaching a printer needs to know. */
export function TransportFields({ path, printer, problem, onChange }: TransportFieldsProps) {
  switch (printer.transport) {
    case 'tcp':
      return (
        <>
          <TextField
            label="Host"
            value={printer.host}
            placeholder="192.168.1.50"
            problem={problem(`${path}.host`)}
            onChange={(host) => onChange({ ...printer, host })}
          />
          <TextField
            label="Port"
            value={printer.port}
            placeholder="9100"
            problem={problem(`${path}.port`)}
            onChange={(port) => onChange({ ...printer, port })}
          />
        </>
      )
    case 'usb':
      return (
        <TextField
          label="USB serial number"
          value={printer.serial}
          placeholder="D4J0001"
          problem={problem(`${path}.serial`)}
          onChange={(serial) => onChange({ ...printer, serial })}
        />
      )
    case 'queue':
      return (
        <TextField
          label="Name of the queue"
          value={printer.queue}
          placeholder="Zebra_ZD421"
          problem={problem(`${path}.name`)}
          onChange={(queue) => onChange({ ...printer, queue })}
        />
      )
    default:
      return null
  }
}
