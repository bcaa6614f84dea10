import type { Place } from '../../../ipc/views.ts'
import type { Screen } from './screens.ts'

export interface TraceTarget {
  readonly code: string
  readonly part: string | null
}

/** A text that the inventory is to look for; another object each time, also for the same text. */
export interface Sought {
  readonly text: string
  /** Whether it may be among what is gone. */
  readonly alsoGone: boolean
}

/** Where the window is, and what it was last asked to trace. */
export interface Route {
  readonly screen: Screen
  readonly traced: TraceTarget | null
  /** What the inventory was last asked to look for. */
  readonly sought: Sought | null
}

export type Step =
  | { readonly kind: 'screen'; readonly screen: Screen }
  | { readonly kind: 'trace'; readonly target: TraceTarget }
  | { readonly kind: 'find'; readonly sought: Sought }
  /** A scan led somewhere. */
  | { readonly kind: 'place'; readonly place: Place }

export const START: Route = { screen: 'receiving', traced: null, sought: null }

export function follow(route: Route, step: Step): Route {
  switch (step.kind) {
    case 'screen':
      return { ...route, screen: step.screen }
    case 'trace':
      return { ...route, screen: 'trace', traced: step.target }
    case 'find':
      return { ...route, screen: 'inventory', sought: step.sought }
    case 'place':
      return atPlace(route, step.place)
  }
}

function atPlace(route: Route, place: Place): Route {
  switch (place.kind) {
    case 'trace':
      return { ...route, screen: 'trace', traced: { code: place.code, part: place.part } }
    case 'receiving':
      return { ...route, screen: place.kind }
    case 'assembly':
      return route
    case 'issue':
      return route
  }
}
