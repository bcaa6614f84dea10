import type { RowId } from '../../../core/ids.ts'
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

/** A part whose bill of materials is shown. */
export interface BomTarget {
  readonly partNumber: string
  /** Null for the last revision that has a bill. */
  readonly revision: string | null
}

/** What the issues are to show, or what an issue is to be raised about; another object each time. */
export type IssueAim =
  | { readonly kind: 'open'; readonly issue: string }
  | { readonly kind: 'raise'; readonly row: RowId | null; readonly code: string | null; readonly part: string | null }

/** Where the window is, and what it was last asked to trace. */
export interface Route {
  readonly screen: Screen
  readonly traced: TraceTarget | null
  /** What the inventory was last asked to look for. */
  readonly sought: Sought | null
  /** The bill that stands in place of the list of parts. */
  readonly bom: BomTarget | null
  readonly issue: IssueAim | null
  /** Whether an issue is being raised: what is scanned meanwhile names what it is about. */
  readonly isRaising: boolean
  /** What was scanned last while an issue was being raised. */
  readonly named: TraceTarget | null
}

export type Step =
  | { readonly kind: 'screen'; readonly screen: Screen }
  | { readonly kind: 'trace'; readonly target: TraceTarget }
  | { readonly kind: 'find'; readonly sought: Sought }
  /** A bill, or at null the list of parts again. */
  | { readonly kind: 'bom'; readonly target: BomTarget | null }
  | { readonly kind: 'issue'; readonly aim: IssueAim }
  | { readonly kind: 'raising'; readonly isRaising: boolean }
  /** A scan led somewhere. */
  | { readonly kind: 'place'; readonly place: Place }

export const START: Route = {
  screen: 'receiving',
  traced: null,
  sought: null,
  bom: null,
  issue: null,
  isRaising: false,
  named: null
}

export function follow(route: Route, step: Step): Route {
  switch (step.kind) {
    case 'screen':
      // To go to where one is leads from a bill back to the list.
      return { ...route, screen: step.screen, bom: step.screen === route.screen ? null : route.bom }
    case 'trace':
      return { ...route, screen: 'trace', traced: step.target }
    case 'find':
      return { ...route, screen: 'inventory', sought: step.sought }
    case 'bom':
      return { ...route, screen: 'parts', bom: step.target }
    case 'issue':
      return { ...route, screen: 'issues', issue: step.aim }
    case 'raising':
      return { ...route, isRaising: step.isRaising, named: null }
    case 'place':
      return atPlace(route, step.place)
  }
}

function atPlace(route: Route, place: Place): Route {
  switch (place.kind) {
    case 'trace':
      return route.isRaising
        ? { ...route, named: { code: place.code, part: place.part } }
        : { ...route, screen: 'trace', traced: { code: place.code, part: place.part } }
    case 'receiving':
    case 'assembly':
    case 'counts':
    case 'labels':
      return { ...route, screen: place.kind }
    case 'issue':
      return { ...route, screen: 'issues', issue: { kind: 'open', issue: place.issue } }
    case 'raise':
      return { ...route, screen: 'issues', issue: place }
  }
}
