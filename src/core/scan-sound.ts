/** The five answers that a clerk can tell apart by ear. */
export type Sound = 'accepted' | 'line-complete' | 'refused' | 'duplicate' | 'attention'

export const SOUNDS: readonly Sound[] = ['accepted', 'line-complete', 'refused', 'duplicate', 'attention']
