import type { TrackingType } from '../../../../core/tracking/tracking-type.ts'

interface TrackingChoice {
  readonly title: string
  /** When it is the right one. */
  readonly words: string
}

export const TRACKING_CHOICES: Readonly<Record<TrackingType, TrackingChoice>> = {
  serial: {
    title: 'Serial',
    words: 'Each unit has a number of its own, and each is scanned. For what must be traced one by one later.'
  },
  lot: {
    title: 'Lot',
    words: 'What came together has one number and a quantity. The faster middle ground, enough for most recalls.'
  },
  untracked: {
    title: 'Untracked',
    words: 'Only counted. For what nobody will ever ask about again, such as screws.'
  }
}
