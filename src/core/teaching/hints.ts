import type { Directory } from '../receiving/directory.ts'
import type { Hints } from './guess.ts'

/** Guesses by what the station knows. */
export function hintsOf(directory: Pick<Directory, 'partsNamed' | 'order'>): Hints {
  return {
    isPart: (text) => directory.partsNamed(text.trim()).length > 0,
    isOrder: (text) => directory.order(text.trim()) !== undefined
  }
}
