import type { StationClock } from '../core/clock.ts'
import { localTime } from './local-time.ts'

/** The computer's clock, with the calendar of the time zone that the computer is set to. */
export const systemClock: StationClock = { now: () => Date.now(), local: localTime() }
