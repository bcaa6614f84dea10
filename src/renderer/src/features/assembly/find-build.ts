import type { BuildId } from '../../../../core/ids.ts'
import type { BuildView } from '../../../../ipc/assembly-views.ts'

/** A build in the tree of what is being built, however deep. */
export function findBuild(top: BuildView | null, id: BuildId | null): BuildView | undefined {
  if (top === null || id === null) return undefined
  if (top.id === id) return top
  for (const { children, installations } of top.lines) {
    for (const below of [...children, ...installations.map(({ build }) => build)]) {
      const found = findBuild(below, id)
      if (found) return found
    }
  }
  return undefined
}

/** The builds from the top down to one of them, both included; empty where it is not in the tree. */
export function wayToBuild(top: BuildView | null, id: BuildId | null): readonly BuildView[] {
  if (top === null || id === null) return []
  if (top.id === id) return [top]
  for (const { children, installations } of top.lines) {
    for (const below of [...children, ...installations.map(({ build }) => build)]) {
      const way = wayToBuild(below, id)
      if (way.length > 0) return [top, ...way]
    }
  }
  return []
}
