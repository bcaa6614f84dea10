import type { Place } from '../../../ipc/views.ts'
import type { Screen } from './screens.ts'

export interface TraceTarget {
  readonly code: string
  readonly part: string | null
}

/** Where the window is, and what it was last asked to trace. */
export interface Route {
  readonly screen: Screen
  readonly traced: TraceTarget | null
}

export type Step =
  | { readonly kind: 'screen'; readonly screen: Screen }
  | { readonly kind: 'trace'; readonly target: TraceTarget }
  /** A scan led somewhere. */
  | { readonly kind: 'place'; readonly place: Place }

export const START: Route = { screen: 'receiving', traced: null }

export function follow(route: Route, step: Step): Route {
  switch (step.kind) {
    case 'screen':
      return { ...route, screen: step.screen }
    case 'trace':
      return { screen: 'trace', traced: step.target }
    case 'place':
      return step.place.kind === 'trace'
        ? { screen: 'trace', traced: { code: step.place.code, part: step.place.part } }
        : { ...route, screen: step.place.kind }
  }
}
