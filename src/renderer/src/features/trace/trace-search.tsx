import { Button, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { Toolbar } from '../../ui/toolbar.tsx'
import classes from './trace-search.module.css'

const MAX_CODE_LENGTH = 200

export interface TraceSearchProps {
  readonly code: string
  readonly onSearch: (code: string) => void
  readonly actions: ReactNode
}

export function TraceSearch({ code, onSearch, actions }: TraceSearchProps) {
  const [text, setText] = useState(code)

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (text.trim() !== '') onSearch(text.trim())
  }

  return (
    <Toolbar title="Trace" note="Serial, lot or part" actions={actions}>
      <form className={classes.form} onSubmit={onSubmit}>
        <TextInput
          aria-label="Serial, lot or part number"
          placeholder="Serial, lot or part number"
          size="md"
          value={text}
          maxLength={MAX_CODE_LENGTH}
          onChange={(event) => setText(event.currentTarget.value)}
          leftSection={<IconSearch size={18} aria-hidden />}
          spellCheck={false}
          autoComplete="off"
        />
        <Button type="submit" size="md" disabled={text.trim() === ''}>
          Trace
        </Button>
      </form>
    </Toolbar>
  )
}
