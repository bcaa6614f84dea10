import { Button, Select } from '@mantine/core'
import { IconArrowLeft, IconInfoCircle, IconListTree, IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { BomView } from '../../../../ipc/bom-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TRACKING_WORDS } from '../../ui/tracking-words.ts'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { bomLineColumns } from './bom-line-columns.tsx'
import { LineDialog } from './line-dialog.tsx'
import type { OpenLine } from './line-dialog.tsx'
import { useBom } from './queries.ts'
import { UsedIn } from './used-in.tsx'
import classes from './bom-screen.module.css'

const ROW_HEIGHT_PX = 64

export interface BomScreenProps {
  readonly partNumber: string
  /** Null for the last revision that has a bill. */
  readonly revision: string | null
  readonly onBom: (partNumber: string, revision: string | null) => void
  readonly onBack: () => void
}

/** What a part at a revision is made of, line by line, and what it goes into itself. */
export function BomScreen({ partNumber, revision, onBom, onBack }: BomScreenProps) {
  const bom = useBom(partNumber, revision)
  if (bom.error) {
    return <Failure what="The bill could not be read" error={bom.error} onRetry={() => void bom.refetch()} />
  }
  if (bom.data === null) {
    return (
      <EmptyState icon={IconListTree} title={`There is no part ${partNumber} at this revision`}>
        <Button variant="default" onClick={onBack}>
          Back to the parts
        </Button>
      </EmptyState>
    )
  }
  return bom.data === undefined ? null : <Bom bom={bom.data} onBom={onBom} onBack={onBack} />
}

interface BomProps extends Pick<BomScreenProps, 'onBom' | 'onBack'> {
  readonly bom: BomView
}

function Bom({ bom, onBom, onBack }: BomProps) {
  const [open, setOpen] = useState<OpenLine | null>(null)
  const columns = useMemo(() => bomLineColumns(onBom), [onBom])
  const { partNumber, revision, revisions, lines } = bom
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <Button variant="default" size="md" leftSection={<IconArrowLeft size={20} aria-hidden />} onClick={onBack}>
          Parts
        </Button>
        <div className={classes.name}>
          <h1>
            <CodeText>{partNumber}</CodeText>
          </h1>
          <p className={classes.quiet} title={bom.description}>
            {TRACKING_WORDS[bom.tracking]}
            {bom.description !== '' && `, ${bom.description}`}
          </p>
        </div>
        {(revisions.length > 1 || revision !== '') && (
          <Select
            aria-label="Revision of the part"
            size="md"
            w={210}
            data={revisions.map(({ revision, lines }) => ({
              value: revision,
              label: `${revision === '' ? 'Without revision' : `Revision ${revision}`}${lines === 0 ? ', no bill' : ''}`
            }))}
            value={revision}
            onChange={(value) => onBom(partNumber, value)}
          />
        )}
        <Button size="md" leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setOpen({ mode: 'add' })}>
          Add a component
        </Button>
      </header>
      {bom.startedRuns.length > 0 && (
        <p className={classes.started}>
          <IconInfoCircle size={20} aria-hidden />
          <span>
            {bom.startedRuns.length === 1 ? 'Run ' : 'Runs '}
            {bom.startedRuns.join(', ')} {bom.startedRuns.length === 1 ? 'has' : 'have'} started: what is changed here
            counts for runs that start later.
          </span>
        </p>
      )}
      <div className={classes.columns}>
        <Panel fill label="Made of">
          <VirtualTable
            label="Made of"
            columns={columns}
            rowHeightPx={ROW_HEIGHT_PX}
            count={lines.length}
            rowAt={(index) => lines[index]}
            onOpen={(line) => setOpen({ mode: 'change', line })}
            resetKey={`${partNumber}\n${revision}`}
            empty={
              <EmptyState icon={IconListTree} title="It has no bill of materials">
                Add what goes in, or import bills in Settings, Import.
              </EmptyState>
            }
          />
        </Panel>
        <UsedIn bom={bom} onBom={onBom} />
      </div>
      <LineDialog bom={bom} open={open} onClose={() => setOpen(null)} />
    </div>
  )
}
