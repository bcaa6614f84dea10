import { ChoiceField } from './choice-field.tsx'
import { DPI_CHOICES, TRANSPORT_TYPES } from './config-form.ts'
import type { PrinterFields } from './config-form.ts'
import { TRANSPORT_WORDS } from './device-words.ts'
import type { ProblemOf } from './fields.ts'
import classes from './form-section.module.css'
import { RemoveButton } from './remove-button.tsx'
import { TextField } from './text-field.tsx'
import { TransportFields } from './transport-fields.tsx'

export interface PrinterCardProps {
  /** Where it stands in `station.json`: `printers[0]`. */
  readonly path: string
  readonly printer: PrinterFields
  readonly problem: ProblemOf
  readonly onChange: (printer: PrinterFields) => void
  readonly onRemove: () => void
}

export function PrinterCard({ path, printer, problem, onChange, onRemove }: PrinterCardProps) {
  return (
    <div className={classes.card} role="group" aria-label={`Printer ${printer.id}`}>
      <div className={classes.fields}>
        <TextField
          label="Name"
          value={printer.id}
          placeholder="zd421"
          problem={problem(`${path}.id`)}
          onChange={(id) => onChange({ ...printer, id })}
        />
        <ChoiceField
          label="Connected by"
          value={printer.transport}
          choices={TRANSPORT_TYPES.map((type) => [type, TRANSPORT_WORDS.get(type) ?? type])}
          problem={problem(`${path}.transport.type`)}
          onChange={(transport) => onChange({ ...printer, transport })}
        />
        <TransportFields path={`${path}.transport`} printer={printer} problem={problem} onChange={onChange} />
        <ChoiceField
          label="Resolution"
          value={printer.dpi}
          choices={DPI_CHOICES.map((dpi) => [dpi, `${dpi} dpi`])}
          problem={problem(`${path}.dpi`)}
          onChange={(dpi) => onChange({ ...printer, dpi })}
        />
        <TextField
          label="Label width, mm"
          value={printer.widthMm}
          problem={problem(`${path}.media.widthMm`)}
          onChange={(widthMm) => onChange({ ...printer, widthMm })}
        />
        <TextField
          label="Label height, mm"
          value={printer.heightMm}
          problem={problem(`${path}.media.heightMm`)}
          onChange={(heightMm) => onChange({ ...printer, heightMm })}
        />
        <TextField
          label="Darkness, −30 to 30"
          value={printer.darkness}
          placeholder="its own"
          problem={problem(`${path}.darkness`)}
          onChange={(darkness) => onChange({ ...printer, darkness })}
        />
        <TextField
          label="Speed, inches a second"
          value={printer.speedIps}
          placeholder="its own"
          problem={problem(`${path}.speedIps`)}
          onChange={(speedIps) => onChange({ ...printer, speedIps })}
        />
        <TextField
          label="Labels in it at once"
          value={printer.depth}
          placeholder="2"
          problem={problem(`${path}.depth`)}
          onChange={(depth) => onChange({ ...printer, depth })}
        />
      </div>
      <div className={classes.remove}>
        <RemoveButton what={`printer ${printer.id}`} onClick={onRemove} />
      </div>
    </div>
  )
}
