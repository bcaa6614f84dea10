import { formatQuantity } from '../../../../core/quantity.ts'
import { sizeOf, type TreeNode } from '../../../../core/trace/tree.ts'
import { html, type Html } from './html.ts'

/** More than this is no reading matter: it is in the tables that can be exported. */
const MOST_NODES = 1_500

/**
 * A tree as a list of lists. What does not fit is counted, never left out in silence.
 *
 * @param unitBelow of a tree that goes up, the unit of what it hangs on: how much of that is in each. Null for one that
 *   goes down: how much there is of each.
 */
export function printedTree(trees: readonly TreeNode[], unitBelow: string | null): Html {
  let told = 0
  const list = branch(trees, unitBelow)
  const left = sizeOf(trees) - told
  return html`${list}${left > 0 && html`<p class="note">… and ${left} more, which the exported table lists.</p>`}`

  function branch(siblings: readonly TreeNode[], unitBelow: string | null): Html | false {
    const shown: Html[] = []
    for (const tree of siblings) {
      if (told >= MOST_NODES) break
      told += 1
      const below = branch(tree.children, unitBelow === null ? null : tree.node.unit)
      shown.push(html`<li>${line(tree, unitBelow ?? tree.node.unit)}${below}</li>`)
    }
    return (
      shown.length > 0 &&
      html`<ul>
        ${shown}
      </ul>`
    )
  }
}

function line({ node, quantity, runs, repeated }: TreeNode, unit: string): Html {
  const about = [
    node.status,
    node.location === null ? null : `at ${node.location}`,
    runs.length === 0 ? null : `run ${runs.join(', ')}`,
    repeated ? 'told elsewhere in this tree' : null
  ].filter((each) => each !== null)
  const code = node.serial ?? node.lot
  return html`<span class="amount">${formatQuantity(quantity)} ${unit}</span>
    ${code !== null && html`<span class="code">${code}</span> `}<span>${[node.partNumber, node.revision].filter(Boolean).join(' ')}</span>${about.length > 0 && html`<span class="about"> (${about.join(', ')})</span>`}`
}
