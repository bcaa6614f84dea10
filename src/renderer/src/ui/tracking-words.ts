import type { TrackingType } from '../../../core/tracking/tracking-type.ts'

export const TRACKING_WORDS: Readonly<Record<TrackingType, string>> = {
  serial: 'by serial',
  lot: 'by lot',
  untracked: 'by count'
}
