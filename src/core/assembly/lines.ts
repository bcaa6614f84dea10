import type { PartId } from '../ids.ts'
import type { BuildLine } from './directory.ts'
import { isLineOpen } from './on-run.ts'

/** Whether a part may go in on a line: as its component, or in its place. */
export function takes(line: BuildLine, part: PartId): boolean {
  return line.componentId === part || line.substitutes.some(({ partId }) => partId === part)
}

/** The line that a part goes in on: an open one before a filled one, its own before one where it is a substitute. */
export function lineFor(lines: readonly BuildLine[], part: PartId): BuildLine | undefined {
  const fitting = lines.filter((line) => takes(line, part))
  const own = ({ componentId }: BuildLine) => componentId === part
  return (
    fitting.find((line) => isLineOpen(line) && own(line)) ?? fitting.find(isLineOpen) ?? fitting.find(own) ?? fitting[0]
  )
}

/** Whether the bill allows a revision. That of a substitute is not asked for. */
export function allowsRevision(line: BuildLine, part: PartId, revision: string): boolean {
  return line.componentRevision === null || part !== line.componentId || line.componentRevision === revision
}
