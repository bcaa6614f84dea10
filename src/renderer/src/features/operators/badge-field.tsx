import { TextInput } from '@mantine/core'
import { useEffect, useEffectEvent } from 'react'
import { useStation } from '../../station-context.tsx'

export interface BadgeFieldProps {
  readonly value: string
  readonly onChange: (badge: string) => void
}

/** The code of a badge. A scan that means nothing yet, as a new badge does, fills it in. */
export function BadgeField({ value, onChange }: BadgeFieldProps) {
  const station = useStation()
  const onScanned = useEffectEvent(onChange)

  useEffect(
    () =>
      station.on('scan', ({ sound, text, scanner }) => {
        if (sound === 'refused' && scanner !== 'screen') onScanned(text)
      }),
    [station]
  )

  return (
    <TextInput
      label="Badge"
      description="Scan the badge, or type what its code says."
      size="md"
      maxLength={48}
      value={value}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
