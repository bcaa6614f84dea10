/** The problems of a configuration: by the path of the field where they are shown, and those that no field has. */
export interface SortedProblems {
  readonly byPath: ReadonlyMap<string, string>
  readonly others: readonly string[]
}

/**
 * Puts each problem to its field.
 *
 * A problem begins with the key's path and a colon, `printers[0].dpi: 200 is not allowed; allowed: 203, 300, 600`.
 */
export function sortProblems(problems: readonly string[], paths: readonly string[]): SortedProblems {
  const byPath = new Map<string, string>()
  const others: string[] = []
  for (const problem of problems) {
    const colon = problem.indexOf(': ')
    const path = problem.slice(0, Math.max(0, colon))
    if (!paths.includes(path)) {
      others.push(problem)
      continue
    }
    const words = sentence(problem.slice(colon + 2))
    const before = byPath.get(path)
    byPath.set(path, before === undefined ? words : `${before} ${words}`)
  }
  return { byPath, others }
}

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`
}
