/**
 * What the clerk hears after a scan; the eyes are on the goods.
 *
 * `attention`: the station cannot decide and a person has to look at the screen.
 */
export type Sound = 'accepted' | 'line-complete' | 'refused' | 'duplicate' | 'attention'

/** How high the sounds of one scanner are: by ear, each clerk knows the own one. */
export type Voice = 'usual' | 'raised' | 'higher' | 'high' | 'highest'

export const VOICES: readonly Voice[] = ['usual', 'raised', 'higher', 'high', 'highest']

export const SOUNDS: readonly Sound[] = ['accepted', 'line-complete', 'refused', 'duplicate', 'attention']
