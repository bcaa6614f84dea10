import { IconAlertTriangleFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { OpenLineView } from '../../../../ipc/views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { expiryWords } from '../../ui/day-words.ts'
import { groupedQuantity } from '../../ui/grouped-quantity.ts'
import { useToday } from '../../ui/use-today.ts'
import classes from './line-facts.module.css'

/** What the scans have said of the goods, and where they go. */
export function LineFacts({ view }: { readonly view: OpenLineView }) {
  const { line, mode, numbers, lot, generatesLot, supplierLot, expiry, location } = view
  return (
    <dl className={classes.facts}>
      {numbers && (
        <Fact name={numbers.first === numbers.last ? 'Number' : 'Numbers'} wide>
          <CodeText>{numbers.first}</CodeText>
          {numbers.first !== numbers.last && (
            <>
              <span className={classes.to}>to</span>
              <CodeText>{numbers.last}</CodeText>
            </>
          )}
        </Fact>
      )}
      {mode === 'lot' && (
        <Fact name={generatesLot ? 'Own lot, to be given' : 'Lot'}>
          {lot === null ? <span className={classes.missing}>not yet scanned</span> : <CodeText>{lot}</CodeText>}
        </Fact>
      )}
      {mode !== 'lot' && lot !== null && (
        <Fact name="Lot">
          <CodeText>{lot}</CodeText>
        </Fact>
      )}
      {supplierLot !== null && (
        <Fact name="Supplier’s lot">
          <CodeText>{supplierLot}</CodeText>
        </Fact>
      )}
      {expiry !== null && <Expiry day={expiry} />}
      <Fact name="Goes to">
        <CodeText>{location}</CodeText>
      </Fact>
      <Fact name="Received before">
        {groupedQuantity(line.received)} of {groupedQuantity(line.ordered)} {line.unit}
      </Fact>
    </dl>
  )
}

function Expiry({ day }: { readonly day: NonNullable<OpenLineView['expiry']> }) {
  const { words, tone } = expiryWords(day, useToday())
  return (
    <Fact name="Expiry">
      <span className={classes.expiry} data-tone={tone}>
        {tone !== 'quiet' && <IconAlertTriangleFilled size={18} aria-hidden />} {words}
      </span>
    </Fact>
  )
}

interface FactProps {
  readonly name: string
  readonly wide?: boolean
  readonly children: ReactNode
}

function Fact({ name, wide = false, children }: FactProps) {
  return (
    <div className={classes.fact} data-wide={wide || undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
