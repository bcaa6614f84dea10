import { createContext, use, useCallback, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { ScanAnswer } from '../../ipc/views.ts'
import { assert } from '../../core/assert.ts'
import { playSound } from './sound.ts'
import { useStation } from './station-context.tsx'
import { failureWords } from './ui/failure-words.ts'

/** What the scan panel shows: an answer, or why there is none. */
export type LastScan =
  | { readonly kind: 'answer'; readonly answer: ScanAnswer }
  | { readonly kind: 'failure'; readonly count: number; readonly text: string; readonly words: string }

/** Takes a text as if it had been scanned: everything that a click does goes this way. */
export type Submit = (text: string) => void

// Apart, so that a scan draws anew who shows it, and not everyone with a button.
const LastScanContext = createContext<LastScan | null>(null)
const SubmitContext = createContext<Submit | null>(null)

/** The last scan of the station; null before the first. */
export function useLastScan(): LastScan | null {
  return use(LastScanContext)
}

export function useSubmit(): Submit {
  const submit = use(SubmitContext)
  assert(submit, 'main.tsx wraps everything in a ScanningProvider')
  return submit
}

/** Listens to the scans of the station, from whatever scanner or window, and plays the sound of each. */
export function ScanningProvider({ children }: { readonly children: ReactNode }) {
  const station = useStation()
  const [last, setLast] = useState<LastScan | null>(null)

  useEffect(
    () =>
      station.on('scan', (answer) => {
        setLast({ kind: 'answer', answer })
        playSound(answer.sound, answer.voice)
      }),
    [station]
  )

  const submit = useCallback(
    (text: string) => {
      // The answer comes as an event, as that of every scan does.
      station.scanning.submit({ text }).catch((error: unknown) => {
        setLast((last) => ({
          kind: 'failure',
          count: last?.kind === 'failure' ? last.count + 1 : 1,
          text,
          words: failureWords(error)
        }))
        playSound('refused')
      })
    },
    [station]
  )
  return (
    <SubmitContext value={submit}>
      <LastScanContext value={last}>{children}</LastScanContext>
    </SubmitContext>
  )
}
