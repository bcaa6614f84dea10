import { encodeOwnLabel } from '../../core/barcode/own-label.ts'
import { formatQuantity } from '../../core/quantity.ts'
import type { LotLabel } from '../content.ts'
import { LOT_LABEL_MM } from '../media.ts'
import type { LabelDesign } from '../template.ts'
import { copyMark, labelNumber } from './copy.ts'

/** A lot's label: lot and quantity for eyes, the Data Matrix with all of it for the station, the Code 128 for line scanners. */
export function lotDesign(content: LotLabel): LabelDesign {
  const { partNumber, revision, lot, quantity, label, copy, built = false } = content
  return {
    drawnFor: LOT_LABEL_MM,
    dataMatrix: {
      text: encodeOwnLabel({ partNumber, serial: null, lot, quantity, label, copy }),
      generousModuleMm: 0.5
    },
    code128: lot,
    rows: [
      {
        heightMm: 7,
        mostLines: 3,
        yields: 0,
        items: [{ field: 'lot', caption: 'Lot', text: lot, breaks: 'separators', keep: 'whole' }]
      },
      {
        heightMm: 4.6,
        mostLines: 2,
        yields: 1,
        items: [
          { field: 'partNumber', caption: 'PN', text: partNumber, breaks: 'separators', keep: 'shortened' },
          { field: 'revision', caption: 'Rev', text: revision ?? '', breaks: 'never', keep: 'optional' }
        ]
      },
      {
        heightMm: 3.6,
        mostLines: 2,
        yields: 4,
        items: [{ field: 'description', caption: '', text: content.description, breaks: 'words', keep: 'optional' }]
      },
      {
        heightMm: 5.4,
        mostLines: 1,
        yields: 0,
        items: [
          { field: 'quantity', caption: 'Qty', text: formatQuantity(quantity), breaks: 'never', keep: 'whole' },
          { field: 'unit', caption: '', text: content.unit, breaks: 'never', keep: 'shortened', close: true }
        ]
      },
      {
        heightMm: 3.6,
        mostLines: 1,
        yields: 2,
        items: [{ field: 'expiry', caption: 'Expires', text: content.expiry ?? '', breaks: 'never', keep: 'whole' }]
      },
      {
        heightMm: 3.2,
        mostLines: 2,
        yields: 3,
        items: [
          {
            field: 'supplierLot',
            caption: 'Supplier lot',
            text: content.supplierLot ?? '',
            breaks: 'never',
            keep: 'optional'
          },
          {
            field: 'order',
            caption: built ? 'Run' : 'Order',
            text: content.order ?? '',
            breaks: 'never',
            keep: 'optional'
          }
        ]
      },
      {
        heightMm: 3.2,
        mostLines: 2,
        yields: 0,
        items: [
          ...copyMark(copy),
          {
            field: 'receivedOn',
            caption: built ? 'Built' : 'Received',
            text: content.receivedOn,
            breaks: 'never',
            keep: 'all-or-nothing'
          },
          labelNumber(label)
        ]
      }
    ]
  }
}
