import { Button } from '@mantine/core'
import { IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import type { OperatorView } from '../../../../ipc/operators-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { NewOperatorDialog } from './new-operator-dialog.tsx'
import { OperatorDialog } from './operator-dialog.tsx'
import { useOperators, usePresence } from './queries.ts'
import { ROLE_WORDS } from './role-words.ts'
import classes from './operators-panel.module.css'

/** Who works here, with their roles; for an admin also the way to change it. */
export function OperatorsPanel() {
  const operators = useOperators()
  const presence = usePresence()
  const [isAdding, setIsAdding] = useState(false)
  const [open, setOpen] = useState<number | null>(null)
  const maySetUp = presence.data?.may.includes('set-up') ?? false
  const rows = operators.data ?? []
  return (
    <div className={classes.screen}>
      <Panel
        title="Operators"
        actions={
          maySetUp && (
            <Button leftSection={<IconUserPlus size={20} aria-hidden />} onClick={() => setIsAdding(true)}>
              Add an operator
            </Button>
          )
        }
      >
        {operators.error && (
          <Failure
            what="The operators could not be read"
            error={operators.error}
            onRetry={() => void operators.refetch()}
          />
        )}
        {!maySetUp && presence.data && <p className={classes.hint}>To change anything here, an admin scans a badge.</p>}
        {operators.data && rows.length === 0 && (
          <EmptyState icon={IconUsers} title="Nobody is set up">
            Events are by the computer’s user. Add an admin first, then the others: each with a badge of their own.
          </EmptyState>
        )}
        {rows.length > 0 && (
          <ul className={classes.rows} aria-label="Operators">
            {rows.map((operator) => (
              <li key={operator.id}>
                <OperatorRow operator={operator} {...(maySetUp ? { onOpen: () => setOpen(operator.id) } : {})} />
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <NewOperatorDialog opened={isAdding} isFirst={rows.length === 0} onClose={() => setIsAdding(false)} />
      <OperatorDialog operator={rows.find(({ id }) => id === open) ?? null} onClose={() => setOpen(null)} />
    </div>
  )
}

function OperatorRow({ operator, onOpen }: { readonly operator: OperatorView; readonly onOpen?: () => void }) {
  const { name, role, badge, isActive } = operator
  const facts = (
    <>
      <strong className={classes.name}>{name}</strong>
      <span>{ROLE_WORDS[role].title}</span>
      <span className={classes.badge}>{badge !== null && <CodeText>{badge}</CodeText>}</span>
      <span className={classes.state}>
        <StateOf operator={operator} />
      </span>
    </>
  )
  return onOpen ? (
    <button type="button" className={classes.row} data-left={!isActive || undefined} onClick={onOpen}>
      {facts}
    </button>
  ) : (
    <div className={classes.row} data-left={!isActive || undefined}>
      {facts}
    </div>
  )
}

function StateOf({ operator: { isActive, isLocked, isSignedIn, hasPin } }: { readonly operator: OperatorView }) {
  if (!isActive) return <StateMark tone="quiet">Has left</StateMark>
  if (isLocked) return <StateMark tone="bad">PIN is locked</StateMark>
  if (isSignedIn) return <StateMark tone="good">Signed in</StateMark>
  return <StateMark tone={hasPin ? 'good' : 'quiet'}>{hasPin ? 'Has a PIN' : 'No PIN'}</StateMark>
}
