import { ChoiceField } from './choice-field.tsx'
import { DPI_CHOICES, TRANSPORT_TYPES } from './printer-form.ts'
import type { PrinterFields } from './printer-form.ts'
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

/** The fields for a number, each with where it stands beneath the printer in `station.json`. */
const NUMBERS = [
  { key: 'widthMm', label: 'Label width, mm', at: 'media.widthMm', placeholder: '' },
  { key: 'heightMm', label: 'Label height, mm', at: 'media.heightMm', placeholder: '' },
  { key: 'darkness', label: 'Darkness, −30 to 30', at: 'darkness', placeholder: 'its own' },
  { key: 'speedIps', label: 'Speed, inches a second', at: 'speedIps', placeholder: 'its own' },
  { key: 'depth', label: 'Labels in it at once', at: 'depth', placeholder: '2' }
] as const

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
        {NUMBERS.map(({ key, label, at, placeholder }) => (
          <TextField
            key={key}
            label={label}
            value={printer[key]}
            placeholder={placeholder}
            problem={problem(`${path}.${at}`)}
            onChange={(value) => onChange({ ...printer, [key]: value })}
          />
        ))}
      </div>
      <div className={classes.remove}>
        <RemoveButton what={`printer ${printer.id}`} onClick={onRemove} />
      </div>
    </div>
  )
}
