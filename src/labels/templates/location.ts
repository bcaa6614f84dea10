import type { LocationLabel } from '../content.ts'
import { UNIT_LABEL_MM } from '../media.ts'
import type { LabelDesign } from '../template.ts'
import { copyMark } from './copy.ts'

/** A place's label: its code as large as the label bears, the symbols with the command that chooses the place. */
export function locationDesign({ code, description, copy }: LocationLabel): LabelDesign {
  const command = `DS:LOC:${code}`
  return {
    drawnFor: UNIT_LABEL_MM,
    dataMatrix: { text: command, generousModuleMm: 1 },
    code128: command,
    rows: [
      {
        heightMm: 11,
        mostLines: 3,
        yields: 0,
        items: [{ field: 'code', caption: '', text: code, breaks: 'separators', keep: 'whole' }]
      },
      {
        heightMm: 3.2,
        mostLines: 3,
        yields: 1,
        items: [
          ...copyMark(copy),
          { field: 'description', caption: '', text: description, breaks: 'words', keep: 'optional' }
        ]
      }
    ]
  }
}
