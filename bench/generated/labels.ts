import type { Day, Instant } from '../../src/core/clock.ts'
import type { Quantity } from '../../src/core/quantity.ts'
import type { LabelContent } from '../../src/labels/content.ts'
import { renderLabel } from '../../src/labels/render.ts'
import type { WritableDb } from '../../src/main/store/database.ts'
import { createBatchInsert } from './batch-insert.ts'
import type { CatalogueLot } from './catalogue.ts'
import type { StockRow } from './stock.ts'

export interface LabelBook {
  /** Adds the label of a unit, or of a lot where one is given, printed at once. Gives its number. */
  print(row: StockRow, lot: CatalogueLot | null, order: string | null, receiptLine: number | null): string
  flush(): void
}

const MEDIA = { widthMm: 51, heightMm: 25, dpi: 203 } as const
const PRINTER = 'bench'

export function createLabelBook(db: WritableDb, now: () => Instant, operator: () => string): LabelBook {
  const labels = createBatchInsert(db, 'label', [
    'id',
    'label',
    'copy',
    'kind',
    'content',
    'part_number',
    'serial',
    'lot',
    'order_no',
    'row_id',
    'lot_id',
    'receipt_line_id',
    'printer',
    'state',
    'evidence',
    'zpl',
    'at'
  ])
  const steps = createBatchInsert(db, 'label_step', ['label_id', 'at', 'operator', 'state', 'evidence'])
  const drawings = new Map<string, string>()
  let id = 0

  return {
    print(row, lot, order, receiptLine) {
      id += 1
      const label = `DS${String(id).padStart(8, '0')}`
      const at = now()
      const content = contentOf(row, lot, label, order, at)
      const before = JSON.stringify({ reading: { labels: id - 1, printer: 'D4J0001', connectedAt: at, at } })
      const proof = JSON.stringify({
        rank: 'counter',
        printer: 'D4J0001',
        before: id - 1,
        after: id,
        hostStatus: ['030,0,0,1245,000,0,0,0,000,0,0,0', '000,0,0,0,0,2,4,0,00000000,1,000', '1234,0'],
        faults: [],
        words: 'The printer counted one label more.'
      })
      labels.add(
        id,
        label,
        1,
        content.kind,
        JSON.stringify(content),
        row.part.number,
        row.serial,
        lot?.text ?? null,
        order,
        row.id,
        row.serial === null ? (lot?.id ?? null) : null,
        receiptLine,
        PRINTER,
        'printed',
        proof,
        zplOf(content),
        at
      )
      steps.add(id, at, operator(), 'queued', '{}')
      steps.add(id, at, operator(), 'sending', before)
      steps.add(id, at, operator(), 'sent', before)
      steps.add(id, at, operator(), 'printed', proof)
      return label
    },
    flush() {
      labels.flush()
      steps.flush()
    }
  }

  /** Labels whose texts are as long as each other's are laid out once. */
  function zplOf(content: LabelContent): Buffer {
    const codes = textsOf(content)
    const key = codes.map((code) => code.length).join(' ')
    let drawing = drawings.get(key)
    if (drawing === undefined) {
      const rendering = renderLabel(content, MEDIA)
      if (!rendering.ok) throw new Error('A label of the history cannot be laid out')
      drawing = codes.reduce(
        (zpl, code, index) => zpl.replaceAll(code, `\0${index}\0`),
        Buffer.from(rendering.zpl).toString('latin1')
      )
      drawings.set(key, drawing)
    }
    return Buffer.from(
      codes.reduce((zpl, code, index) => zpl.replaceAll(`\0${index}\0`, code), drawing),
      'latin1'
    )
  }
}

/** What differs from one label to the next of its kind. */
function textsOf(content: LabelContent): readonly string[] {
  if (content.kind !== 'unit' && content.kind !== 'lot') throw new Error('Only goods have labels here')
  const { label, partNumber, description, order, receivedOn } = content
  const code = content.kind === 'unit' ? content.serial : content.lot
  return [label, code, partNumber, description, order ?? '-', receivedOn]
}

function contentOf(
  { part, serial, millionths }: StockRow,
  lot: CatalogueLot | null,
  label: string,
  order: string | null,
  at: Instant
): LabelContent {
  const facts = {
    label,
    copy: 1,
    partNumber: part.number,
    revision: null,
    description: part.description,
    receivedOn: at.slice(0, 10) as Day,
    order
  }
  if (serial !== null) return { kind: 'unit', ...facts, serial, lot: null }
  if (!lot) throw new Error('What has neither serial nor lot has no label')
  const { text, supplierLot } = lot
  return {
    kind: 'lot',
    ...facts,
    lot: text,
    supplierLot,
    quantity: millionths as Quantity,
    unit: part.unit,
    expiry: null
  }
}
