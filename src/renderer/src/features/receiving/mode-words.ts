import type { OpenLineView } from '../../../../ipc/views.ts'

export const MODE_WORDS: Readonly<Record<OpenLineView['mode'], string>> = {
  'serial-captured': 'Serials from the supplier',
  'serial-generated': 'Serials from this station',
  lot: 'Tracked by lot',
  untracked: 'Counted, not tracked'
}
