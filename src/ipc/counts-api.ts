import type { CountEntryId, CountId, CountScheduleId } from '../core/ids.ts'
import type {
  CountingView,
  CountRequestAnswer,
  CountResultPage,
  CountsOverview,
  DriftPage,
  EndedCountPage,
  ScheduleInput,
  ScheduleView
} from './counts-views.ts'

/** What the window may ask of counts. Counting and posting are scans; these are what a scan cannot say. */
export interface CountsApi {
  /** The count in hand; null while nothing is counted at this station. */
  current(input: Record<string, never>): Promise<CountingView | null>
  overview(input: Record<string, never>): Promise<CountsOverview>
  /** Counts that were posted or thrown away, the newest first. */
  ended(input: { offset: number; limit: number }): Promise<EndedCountPage>
  results(input: { count: CountId; offset: number; limit: number }): Promise<CountResultPage>
  schedules(input: Record<string, never>): Promise<readonly ScheduleView[]>
  /** Counts a place or a class of parts every so many days; what is scheduled already gets the new days. */
  schedule(input: { subject: ScheduleInput; everyDays: string }): Promise<CountRequestAnswer>
  unschedule(input: { schedule: CountScheduleId }): Promise<CountRequestAnswer>
  /** Whether an open count is blind; without a count, whether those are that begin from now on. */
  setBlind(input: { count: CountId | null; blind: boolean }): Promise<CountRequestAnswer>
  /** Why the adjustments of a count are made; empty for the usual reason. */
  setReason(input: { count: CountId; reason: string }): Promise<CountRequestAnswer>
  /** Takes back one thing that was counted. */
  takeBack(input: { entry: CountEntryId }): Promise<CountRequestAnswer>
  /** Takes a place out of an open count, with all that was counted there. */
  leavePlaceOut(input: { count: CountId; location: string }): Promise<CountRequestAnswer>
  /** Throws an open count away, with a reason. */
  cancel(input: { count: CountId; reason: string }): Promise<CountRequestAnswer>
  drift(input: { by: 'part' | 'place'; offset: number; limit: number }): Promise<DriftPage>
}

export const COUNTS_METHODS = {
  current: true,
  overview: true,
  ended: true,
  results: true,
  schedules: true,
  schedule: true,
  unschedule: true,
  setBlind: true,
  setReason: true,
  takeBack: true,
  leavePlaceOut: true,
  cancel: true,
  drift: true
} as const
