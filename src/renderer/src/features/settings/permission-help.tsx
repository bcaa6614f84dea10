import { Button } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import type { PermissionView } from '../../../../ipc/views.ts'
import classes from './permission-help.module.css'

/** A scanner is there and may not be read: what somebody with administrator rights has to do, ready to be copied. */
export function PermissionHelp({ permission }: { readonly permission: PermissionView }) {
  const { device, file, rule, command } = permission
  return (
    <div className={classes.help} role="group" aria-label={`Right to read ${device}`}>
      <ol>
        <li>Open a terminal on this computer, as somebody who may use sudo.</li>
        <li>
          Copy this command, paste it there and press Enter. It writes one line into <code>{file}</code> and has it
          obeyed at once.
        </li>
        <li>The scanner shows as ready here within a second or two. If not, pull it and plug it in again.</li>
      </ol>
      <pre>{command}</pre>
      <div className={classes.actions}>
        <Copy what="the command" text={command} />
        <Copy what="the rule alone" text={rule} />
      </div>
    </div>
  )
}

/** By the page's own selection: it has no right to write to the clipboard by itself. */
function Copy({ what, text }: { readonly what: string; readonly text: string }) {
  const [isCopied, setCopied] = useState(false)
  return (
    <Button
      size="sm"
      variant="default"
      leftSection={isCopied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
      onClick={() => setCopied(copyText(text))}
    >
      {isCopied ? 'Copied' : `Copy ${what}`}
    </Button>
  )
}

function copyText(text: string): boolean {
  const listener = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  }
  document.addEventListener('copy', listener, { once: true })
  return document.execCommand('copy')
}
