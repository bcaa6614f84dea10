import { IconCircleCheckFilled, IconCircleDashed, IconHammer } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { BuildId } from '../../../../core/ids.ts'
import type {
  BuildLineView,
  BuildView,
  InstallationView,
  PendingComponentView
} from '../../../../ipc/assembly-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { groupedCount, groupedQuantity } from '../../ui/grouped-quantity.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { TRACKING_WORDS } from '../../ui/tracking-words.ts'
import { inOrderOfWork, nameOfBuild, share } from './build-words.ts'
import { findBuild } from './find-build.ts'
import { Installed } from './installed.tsx'
import classes from './build-tree.module.css'

export interface BuildTreeProps {
  readonly build: BuildView
  /** Whether it is what the run builds, and not made inside that. */
  readonly isTop?: boolean
  /** The build that scans go to. */
  readonly inHand: BuildId | null
  readonly pending: PendingComponentView | null
  readonly onRemove: (installation: InstallationView) => void
  readonly onTrace: (code: string, part: string | null) => void
}

/** The lines of what is being built, what is worked on first; under a line that is made here, what is made for it. */
export function BuildTree(tree: BuildTreeProps) {
  const { build, inHand, isTop = false } = tree
  const isInHand = build.id === inHand
  const ref = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isInHand && !isTop) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isInHand, isTop])
  return (
    <section
      ref={ref}
      className={classes.build}
      data-in-hand={isInHand || undefined}
      aria-label={`Lines of ${nameOfBuild(build)}`}
    >
      {build.lines.length === 0 && <p className={classes.none}>Its bill has no lines: nothing is installed.</p>}
      <ul className={classes.lines}>
        {inOrderOfWork(build.lines, inHand).map((line) => (
          <BuildLine key={line.line} line={line} tree={tree} />
        ))}
      </ul>
    </section>
  )
}

interface BuildLineProps {
  readonly line: BuildLineView
  /** The tree that it is in. */
  readonly tree: BuildTreeProps
}

/** One line: large while something of it is open, one row once it is complete. */
function BuildLine({ line, tree }: BuildLineProps) {
  const { component, revision, description, tracking, substitutes, madeOnAssembly, needed, installed, open } = line
  const isDone = open <= 0
  return (
    <li
      className={classes.line}
      data-done={isDone || undefined}
      data-pending={tree.pending?.line === line.line || undefined}
    >
      <div className={classes.row}>
        <span className={classes.mark}>
          {isDone ? (
            <IconCircleCheckFilled size={30} role="img" aria-label="Complete" />
          ) : (
            <IconCircleDashed size={30} role="img" aria-label="Open" />
          )}
        </span>
        <div className={classes.component}>
          <span className={classes.number}>
            <CodeText>{component}</CodeText>
            {revision !== null && <span className={classes.quiet}>rev {revision}</span>}
            {madeOnAssembly && (
              <span className={classes.made}>
                <IconHammer size={16} aria-hidden /> made here
              </span>
            )}
          </span>
          {!isDone && (
            <span className={classes.quiet}>
              {TRACKING_WORDS[tracking]}
              {description !== '' && `, ${description}`}
              {substitutes.length > 0 && `, or ${substitutes.join(', ')}`}
            </span>
          )}
        </div>
        <div className={classes.amount}>
          <span className={classes.numbers}>
            <strong>{groupedQuantity(installed)}</strong> of {groupedQuantity(needed)} {line.unit}
          </span>
          {!isDone && <ProgressBar label={`Installed of ${component}`} done={share(installed, needed)} />}
        </div>
      </div>
      {line.children.map((child) => (
        <Child key={child.id} child={child} tree={tree} />
      ))}
      {line.installations.length > 0 && (
        <ul className={classes.installed}>
          {line.earlier > 0 && <li>{groupedCount(line.earlier)} before these</li>}
          {line.installations.map((installation) => (
            <Installed
              key={installation.id}
              installation={installation}
              // What scans go to is never out of sight.
              isKeptOpen={findBuild(installation.build, tree.inHand) !== undefined}
              onRemove={tree.onRemove}
              onTrace={tree.onTrace}
              inside={
                installation.build !== null &&
                installation.build.lines.length > 0 && <BuildTree {...tree} isTop={false} build={installation.build} />
              }
            />
          ))}
        </ul>
      )}
    </li>
  )
}

function Child({ child, tree }: { readonly child: BuildView; readonly tree: BuildTreeProps }) {
  const isInHand = child.id === tree.inHand
  return (
    <div className={classes.child} data-in-hand={isInHand || undefined}>
      <p className={classes.childName}>
        <CodeText>{nameOfBuild(child)}</CodeText>
        {isInHand ? (
          <span className={classes.here}>Scans go here</span>
        ) : (
          <span className={classes.quiet}>being made</span>
        )}
      </p>
      <BuildTree {...tree} isTop={false} build={child} />
    </div>
  )
}
