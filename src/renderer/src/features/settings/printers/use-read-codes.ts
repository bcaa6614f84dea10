import { useEffect, useState } from 'react'
import { encodeCommand, readCommand } from '../../../../../core/barcode/commands.ts'
import { readTestArgument } from '../../../../../core/printing/test-label.ts'
import { useStation } from '../../../station-context.tsx'

/** What has become of test labels while they were looked at. */
export interface ReadCodes {
  /** The codes of those that were read. Each test has its own, whatever it says otherwise. */
  readonly read: ReadonlySet<string>
  /** The printer of the label that was scanned last, where that was an earlier one. */
  readonly earlierOf: string | null
}

const NONE: ReadCodes = { read: new Set(), earlierOf: null }

/** The test labels that are scanned. */
export function useReadCodes(): ReadCodes {
  const station = useStation()
  const [codes, setCodes] = useState(NONE)
  useEffect(
    () =>
      station.on('scan', ({ text, sound }) => {
        const reading = readCommand(text)
        if (reading?.kind !== 'command' || reading.command.kind !== 'test') return
        const code = encodeCommand(reading.command)
        const { printer } = readTestArgument(reading.command.argument)
        setCodes(({ read }) =>
          sound === 'accepted'
            ? { read: new Set([...read, code]), earlierOf: null }
            : { read, earlierOf: sound === 'attention' ? printer : null }
        )
      }),
    [station]
  )
  return codes
}
