import type { CommandLabel } from '../content.ts'
import { UNIT_LABEL_MM } from '../media.ts'
import type { LabelDesign } from '../template.ts'
import { copyMark } from './copy.ts'

/** One command of the clerk's sheet: what it does in large type, and the code that does it. */
export function commandDesign({ title, code, copy, symbol }: CommandLabel): LabelDesign {
  return {
    drawnFor: UNIT_LABEL_MM,
    dataMatrix: { text: symbol ?? code, generousModuleMm: 0.75 },
    code128: symbol === undefined ? code : '',
    rows: [
      {
        heightMm: 6,
        mostLines: 3,
        yields: 1,
        items: [{ field: 'title', caption: '', text: title, breaks: 'words', keep: 'shortened' }]
      },
      {
        heightMm: 3.2,
        mostLines: 3,
        yields: 0,
        items: [{ field: 'code', caption: '', text: code, breaks: 'separators', keep: 'whole' }, ...copyMark(copy)]
      }
    ]
  }
}
