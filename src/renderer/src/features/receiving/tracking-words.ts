import type { TrackingType } from '../../../../core/tracking/tracking-type.ts'
import type { OpenLineView } from '../../../../ipc/views.ts'

export const TRACKING_WORDS: Readonly<Record<TrackingType, string>> = {
  serial: 'by serial',
  lot: 'by lot',
  untracked: 'by count'
}

export const MODE_WORDS: Readonly<Record<OpenLineView['mode'], string>> = {
  'serial-captured': 'Serials from the supplier',
  'serial-generated': 'Serials from this station',
  lot: 'Tracked by lot',
  untracked: 'Counted, not tracked'
}
