import type { ChangePatternAnswer, KeptPattern, NumberedThing, PatternPreview } from './numbers-views.ts'

/** The largest batch that is previewed. */
export const MAX_BATCH = 1_000_000

/** As many characters of a pattern are read; the rules say what is wrong with one that is shorter and still too long. */
export const MAX_PATTERN_LENGTH = 200

/** What the window may ask about how serials and lots are numbered here. */
export interface NumbersApi {
  /** The patterns of a part; none where its numbers come from elsewhere. */
  patterns(input: { partNumber: string }): Promise<readonly KeptPattern[]>
  /** What a pattern would give to a batch, or what is wrong with it. Uses nothing up. */
  preview(input: { thing: NumberedThing; pattern: string; count: number }): Promise<PatternPreview>
  /**
   * Has numbers made by another pattern from now on. What was given stays taken.
   *
   * @param input `before` is the pattern as it was shown: where another is kept meanwhile, nothing is changed
   */
  change(input: { thing: NumberedThing; before: string | null; pattern: string }): Promise<ChangePatternAnswer>
}

/** The names that exist at run time. */
export const NUMBERS_METHODS = {
  patterns: true,
  preview: true,
  change: true
} as const satisfies { readonly [M in keyof NumbersApi]: true }
