import { TextInput } from '@mantine/core'
import { IconArrowRight, IconKeyboard } from '@tabler/icons-react'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useSubmit } from '../scanning.tsx'
import { Panel } from './panel.tsx'
import classes from './code-entry.module.css'

const MAX_TEXT_LENGTH = 8192

/** A code typed by hand, where the barcode is damaged: it is taken as a scan. */
export function CodeEntry() {
  const submit = useSubmit()
  const [text, setText] = useState('')

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (text === '') return
    submit(text)
    setText('')
  }

  return (
    <Panel>
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
        <button
          type="submit"
          className={classes.take}
          aria-label="Take it as a scan"
          title="Take it as a scan"
          disabled={text === ''}
        >
          <IconArrowRight size={26} aria-hidden />
        </button>
      </form>
    </Panel>
  )
}
