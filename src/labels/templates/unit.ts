import { encodeOwnLabel } from '../../core/barcode/own-label.ts'
import type { UnitLabel } from '../content.ts'
import { UNIT_LABEL_MM } from '../media.ts'
import type { LabelDesign } from '../template.ts'
import { copyMark, labelNumber } from './copy.ts'

/** A unit's label: the serial for eyes, the Data Matrix with all of it for the station, the Code 128 for line scanners. */
export function unitDesign(content: UnitLabel): LabelDesign {
  const { partNumber, revision, serial, lot, label, copy, built = false } = content
  return {
    drawnFor: UNIT_LABEL_MM,
    dataMatrix: {
      text: encodeOwnLabel({ partNumber, serial, lot, quantity: null, label, copy }),
      generousModuleMm: 0.375
    },
    code128: serial,
    rows: [
      {
        heightMm: 5.2,
        mostLines: 3,
        yields: 0,
        items: [{ field: 'serial', caption: 'SN', text: serial, breaks: 'separators', keep: 'whole' }]
      },
      {
        heightMm: 3.4,
        mostLines: 2,
        yields: 1,
        items: [
          { field: 'partNumber', caption: 'PN', text: partNumber, breaks: 'separators', keep: 'shortened' },
          { field: 'revision', caption: 'Rev', text: revision ?? '', breaks: 'never', keep: 'optional' }
        ]
      },
      {
        heightMm: 2.8,
        mostLines: 2,
        yields: 3,
        items: [{ field: 'description', caption: '', text: content.description, breaks: 'words', keep: 'optional' }]
      },
      {
        heightMm: 2.4,
        mostLines: 2,
        yields: 2,
        items: [
          { field: 'lot', caption: 'Lot', text: lot ?? '', breaks: 'separators', keep: 'optional' },
          {
            field: 'receivedOn',
            caption: built ? 'Built' : 'Rcvd',
            text: content.receivedOn,
            breaks: 'never',
            keep: 'all-or-nothing'
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
        heightMm: 2.4,
        mostLines: 1,
        yields: 0,
        items: [...copyMark(copy), labelNumber(label)]
      }
    ]
  }
}
