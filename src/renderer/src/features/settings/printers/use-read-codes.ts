import { useEffect, useState } from 'react'
import { useStation } from '../../../station-context.tsx'

const NONE: ReadonlySet<string> = new Set()

/** The test labels that have been scanned since the page was opened. */
export function useReadCodes(): ReadonlySet<string> {
  const station = useStation()
  const [read, setRead] = useState(NONE)
  useEffect(
    () =>
      station.on('scan', ({ text, sound }) => {
        if (sound === 'accepted' && /^DS:TEST:/i.test(text)) setRead((before) => new Set([...before, text]))
      }),
    [station]
  )
  return read
}
