import type { StationContext } from '../context.ts'
import { signedIn } from './people.ts'

/**
 * The same station, where the operator is whoever is signed in when it is asked, and the computer's user while nobody
 * is.
 */
export function actingContext(context: StationContext): StationContext {
  return {
    ...context,
    get operator() {
      return signedIn(context.db)?.name ?? context.operator
    }
  }
}
