import { Modal, Select } from '@mantine/core'
import { useState } from 'react'
import type { KeptPattern } from '../../../../ipc/numbers-views.ts'
import { Failure } from '../../ui/failure.tsx'
import form from '../../ui/form.module.css'
import { PatternForm } from './pattern-form.tsx'
import { usePatterns } from './queries.ts'

export interface NumbersDialogProps {
  /** Null while no part is open. */
  readonly partNumber: string | null
  readonly onClose: () => void
}

/** How the serials or the lots of a part are numbered, and what another pattern would give. */
export function NumbersDialog({ partNumber, onClose }: NumbersDialogProps) {
  return (
    <Modal opened={partNumber !== null} onClose={onClose} title={`Numbers of ${partNumber ?? ''}`} size={760}>
      {partNumber !== null && <Patterns key={partNumber} partNumber={partNumber} onClose={onClose} />}
    </Modal>
  )
}

function Patterns({ partNumber, onClose }: NumbersDialogProps & { readonly partNumber: string }) {
  const patterns = usePatterns(partNumber)
  const [revision, setRevision] = useState<string | null>(null)
  if (patterns.error) return <Failure inline what="The patterns could not be read" error={patterns.error} />
  if (patterns.data === undefined) return null
  const kept = patterns.data.find((each) => revisionOf(each) === revision) ?? patterns.data.at(-1)
  if (kept === undefined) return <p className={form.words}>The numbers of this part are not made here.</p>
  return (
    <div className={form.form}>
      {patterns.data.length > 1 && (
        <Select
          label="Revision"
          size="md"
          maw={200}
          allowDeselect={false}
          data={patterns.data.map(revisionOf)}
          value={revisionOf(kept)}
          onChange={setRevision}
        />
      )}
      <PatternForm key={revisionOf(kept)} kept={kept} onClose={onClose} />
    </div>
  )
}

function revisionOf({ thing }: KeptPattern): string {
  return thing.kind === 'serial' ? thing.revision : ''
}
