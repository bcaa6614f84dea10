/** What the station refuses of the field at a path, in words; absent where nothing is wrong. */
export type ProblemOf = (path: string) => string | undefined
