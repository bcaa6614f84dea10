import { encodeCommand } from '../../../../../core/barcode/commands.ts'
import { useLastScan } from '../../../scanning.tsx'
import { CommandButton } from '../../../ui/command-button.tsx'

/** Begins to teach a label; it stands out while the last scan was one that nobody understood. */
export function TeachButton() {
  const last = useLastScan()
  const isTeachable = last?.kind === 'answer' && last.answer.isTeachable === true
  return (
    <CommandButton
      command={encodeCommand({ kind: 'teach', format: null })}
      kind={isTeachable ? 'main' : 'other'}
      title={isTeachable ? 'Teach this label' : 'Teach a label'}
      note="TEACH"
    />
  )
}
