import { useSubmit } from '../scanning.tsx'
import { ActionButton } from './action-button.tsx'
import type { ActionButtonProps } from './action-button.tsx'

export interface CommandButtonProps extends Omit<ActionButtonProps, 'onClick'> {
  /** The text of the command's barcode. */
  readonly command: string
}

/** The barcode of a command as a button: pressing it is a scan. */
export function CommandButton({ command, ...button }: CommandButtonProps) {
  const submit = useSubmit()
  return <ActionButton {...button} onClick={() => submit(command)} />
}
