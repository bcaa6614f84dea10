import { sizeOf, type TreeNode } from './tree.ts'

/** A tree for a picture: where there is more than a picture can show, how much is left out. */
export interface FoldedNode {
  readonly tree: TreeNode
  readonly children: readonly FoldedNode[]
  /** How many of its own children are left out, and how many nodes that is with all that hangs on them. */
  readonly folded: { readonly children: number; readonly nodes: number } | null
}

export interface FoldedTree {
  readonly children: readonly FoldedNode[]
  readonly folded: { readonly children: number; readonly nodes: number } | null
}

export interface FoldLimits {
  /** How many nodes are shown at most; what is nearest to the root comes first. */
  readonly nodes: number
  /** How many children of one node are shown; more where it was unfolded. */
  readonly children: number
  /** Nodes that somebody unfolded, by their keys, each with how many children are shown. */
  readonly unfolded: ReadonlyMap<string, number>
}

/** Folds a tree away until it fits, level by level, so that what is near is there before what is far. */
export function foldTree(trees: readonly TreeNode[], root: string, limits: FoldLimits): FoldedTree {
  const shown = shownChildren(trees, root, limits)
  const fold = (key: string, children: readonly TreeNode[]): FoldedTree => {
    const count = shown.get(key) ?? 0
    const hidden = children.slice(count)
    return {
      children: children.slice(0, count).map((tree) => ({ tree, ...fold(tree.node.key, tree.children) })),
      folded: hidden.length === 0 ? null : { children: hidden.length, nodes: sizeOf(hidden) }
    }
  }
  return fold(root, trees)
}

/** How many children of each node are shown. */
function shownChildren(trees: readonly TreeNode[], root: string, limits: FoldLimits): ReadonlyMap<string, number> {
  const shown = new Map<string, number>()
  let left = limits.nodes
  let level: readonly { readonly key: string; readonly children: readonly TreeNode[] }[] = [
    { key: root, children: trees }
  ]
  while (level.length > 0) {
    const next: { readonly key: string; readonly children: readonly TreeNode[] }[] = []
    for (const { key, children } of level) {
      if (children.length === 0) continue
      // What a person asked for is shown, whatever else is.
      const asked = limits.unfolded.get(key)
      const wanted = asked ?? limits.children
      // One more takes no more room than the words that it is left out.
      const room = children.length <= wanted + 1 ? children.length : wanted
      const count = asked === undefined ? Math.min(left, room) : room
      shown.set(key, count)
      left -= asked === undefined ? count : 0
      for (const { node, children: below } of children.slice(0, count)) next.push({ key: node.key, children: below })
    }
    level = next
  }
  return shown
}
