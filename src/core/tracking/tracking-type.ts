/** How a part is received, stocked, installed, counted, held and traced. */
export type TrackingType = 'serial' | 'lot' | 'untracked'

export const TRACKING_TYPES: readonly TrackingType[] = ['serial', 'lot', 'untracked']
