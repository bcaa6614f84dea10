import { useCallback, useEffect, useState } from 'react'
import { encodeCommand, readCommand } from '../../../../../core/barcode/commands.ts'
import { useStation } from '../../../station-context.tsx'

export interface ReadCodes {
  readonly read: ReadonlySet<string>
  /** Labels with these codes were printed: those before them, which say the same, no longer count. */
  readonly forget: (codes: readonly string[]) => void
}

const NONE: ReadonlySet<string> = new Set()

/** The test labels that have been scanned since they were printed. */
export function useReadCodes(): ReadCodes {
  const station = useStation()
  const [read, setRead] = useState(NONE)
  useEffect(
    () =>
      station.on('scan', ({ text, sound }) => {
        const reading = readCommand(text)
        if (sound !== 'accepted' || reading?.kind !== 'command' || reading.command.kind !== 'test') return
        const code = encodeCommand(reading.command)
        setRead((before) => new Set([...before, code]))
      }),
    [station]
  )
  const forget = useCallback(
    (codes: readonly string[]) => setRead((before) => new Set([...before].filter((code) => !codes.includes(code)))),
    []
  )
  return { read, forget }
}
