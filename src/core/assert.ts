/** Marks a branch that the types rule out; reaching it is a bug. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}

/** Throws when something that must hold does not: a bug, not an answer. `reason` says why it must hold. */
export function assert(condition: unknown, reason: string): asserts condition {
  if (!condition) throw new Error(`Assertion failed: ${reason}`)
}
