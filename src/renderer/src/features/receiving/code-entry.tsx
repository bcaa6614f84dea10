import { Button, TextInput } from '@mantine/core'
import { IconKeyboard } from '@tabler/icons-react'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useScanning } from '../../scanning.tsx'
import { Panel } from '../../ui/panel.tsx'
import classes from './code-entry.module.css'

const MAX_TEXT_LENGTH = 8192

/** A code typed by hand, where the barcode is damaged: it is taken as a scan. */
export function CodeEntry() {
  const { submit } = useScanning()
  const [text, setText] = useState('')

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (text === '') return
    submit(text)
    setText('')
  }

  return (
    <Panel label="Type a code">
      <form className={classes.form} onSubmit={onSubmit}>
        <TextInput
          label="Type a code"
          description="For damaged barcodes"
          size="lg"
          value={text}
          maxLength={MAX_TEXT_LENGTH}
          onChange={(event) => setText(event.currentTarget.value)}
          leftSection={<IconKeyboard size={22} aria-hidden />}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
        />
        <Button type="submit" size="lg" variant="default" disabled={text === ''}>
          Take it as a scan
        </Button>
      </form>
    </Panel>
  )
}
