import type { Answer } from '../../../core/session/answer.ts'

/** What became of a line that was to be received. */
