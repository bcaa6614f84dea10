import { Button } from '@mantine/core'
import { IconBinaryTree2, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { needsPerson } from '../../../../core/printing/label-state.ts'
import type { LabelView } from '../../../../ipc/views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { LabelStateMark } from '../../ui/label-state-mark.tsx'
import { formatMoment } from '../../ui/moments.ts'
import { DoubtActions } from './doubt-actions.tsx'
import { ANY } from './facet-fields.tsx'
import type { Facets } from './facet-fields.tsx'
import { LabelDrawing } from './label-drawing.tsx'
import { KIND_WORDS } from './label-words.ts'
import { useLabel } from './queries.ts'
import { ReprintDialog } from './reprint-dialog.tsx'
import classes from './label-detail.module.css'

export interface LabelDetailProps {
  readonly label: LabelView
  readonly onTrace: (code: string, part: string | null) => void
  /** Lists only the labels that are alike in this. */
  readonly onOnly: (facets: Facets) => void
}

/** One label: as the printer draws it, what is known of its paper and from whom, and what can be done. */
export function LabelDetail({ label: asListed, onTrace, onOnly }: LabelDetailProps) {
  const label = useLabel(asListed)
  const [reprinting, setReprinting] = useState(false)
  const { kind, partNumber, serial, lot, order, printer, copy, state, evidence, at } = label
  const traced = serial ?? lot ?? (kind === 'unit' || kind === 'lot' ? partNumber : null)
  return (
    <aside className={classes.detail} aria-label={`Label ${label.label}, copy ${copy}`}>
      <LabelDrawing label={label} />
      <div className={classes.evidence} data-urgent={needsPerson(state) || undefined}>
        <LabelStateMark state={state} />
        <p>{evidence}</p>
      </div>
      <div className={classes.actions}>
        {state === 'unknown' && <DoubtActions label={label} />}
        <Button size="md" leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => setReprinting(true)}>
          Print again
        </Button>
        {traced !== null && (
          <Button
            size="md"
            variant="default"
            leftSection={<IconBinaryTree2 size={20} aria-hidden />}
            onClick={() => onTrace(traced, partNumber)}
          >
            Trace
          </Button>
        )}
      </div>
      <FactList
        facts={[
          { name: 'Label', value: <CodeText>{label.label}</CodeText> },
          { name: 'Copy', value: copy },
          { name: 'Kind', value: KIND_WORDS[kind] },
          {
            name: 'Part',
            value: partNumber !== null && (
              <OnlyButton code={partNumber} onClick={() => onOnly({ ...ANY, part: partNumber })} />
            )
          },
          { name: 'Serial', value: serial !== null && <CodeText wrap>{serial}</CodeText> },
          { name: 'Lot', value: lot !== null && <CodeText wrap>{lot}</CodeText> },
          {
            name: 'Order',
            value: order !== null && <OnlyButton code={order} onClick={() => onOnly({ ...ANY, order })} />
          },
          { name: 'Printer', value: <OnlyButton code={printer} onClick={() => onOnly({ ...ANY, printer })} /> },
          { name: 'Since', value: formatMoment(at) }
        ]}
      />
      <ReprintDialog label={label} opened={reprinting} onClose={() => setReprinting(false)} />
    </aside>
  )
}

/** A fact that the list can be narrowed to. */
function OnlyButton({ code, onClick }: { readonly code: string; readonly onClick: () => void }) {
  return (
    <button type="button" className={classes.only} title={`Only labels of ${code}`} onClick={onClick}>
      <CodeText wrap>{code}</CodeText>
    </button>
  )
}
