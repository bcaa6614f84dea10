/**
 * What the clerk hears after a scan; the eyes are on the goods.
 *
 * `attention`: the station cannot decide and a person has to look at the screen.
 */
export type Sound = 'accepted' | 'line-complete' | 'refused' | 'duplicate' | 'attention'

export const SOUNDS: readonly Sound[] = ['accepted', 'line-complete', 'refused', 'duplicate', 'attention']
