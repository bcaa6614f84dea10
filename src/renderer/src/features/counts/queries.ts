import { useMutation, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { encodeCommand } from '../../../../core/barcode/commands.ts'
import type { CountRequestAnswer } from '../../../../ipc/counts-views.ts'
import type { ScanAnswer } from '../../../../ipc/views.ts'
import { useStation } from '../../station-context.tsx'
import type { Station } from '../../station.ts'

type CountsMethods = Station['counts']

/** How often what is due is asked again by itself: days pass without a scan. */
const DUE_EVERY_MS = 10 * 60_000

export function useCounting() {
  const station = useStation()
  return useQuery({ queryKey: ['counts', 'current'], queryFn: () => station.counts.current({}) })
}

export function useCountsOverview() {
  const station = useStation()
  return useQuery({
    queryKey: ['counts', 'overview'],
    queryFn: () => station.counts.overview({}),
    refetchInterval: DUE_EVERY_MS
  })
}

export function useSchedules() {
  const station = useStation()
  return useQuery({ queryKey: ['counts', 'schedules'], queryFn: () => station.counts.schedules({}) })
}

/** What a person asks for in the window; what is refused comes back as an answer. */
export function useCountRequest<Name extends keyof CountsMethods>(
  request: (counts: CountsMethods, input: Parameters<CountsMethods[Name]>[0]) => Promise<CountRequestAnswer>
) {
  const station = useStation()
  return useMutation<CountRequestAnswer, Error, Parameters<CountsMethods[Name]>[0]>({
    mutationFn: (input) => request(station.counts, input)
  })
}

/** Goes to count a place, as DS:COUNT and its label do; a station that is busy says so, and nothing else happens. */
export function useCountPlace(): (code: string | null, count?: string) => void {
  const station = useStation()
  return useCallback(
    (code, count) => {
      const submit = async (text: string) => isAccepted(await station.scanning.submit({ text }))
      const go = async () => {
        if (!(await submit(encodeCommand({ kind: 'count' })))) return
        if (count !== undefined && !(await submit(count))) return
        if (code !== null) await submit(encodeCommand({ kind: 'location', code }))
      }
      // What fails is told by the panel of the last scan, as for every scan.
      void go().catch(() => undefined)
    },
    [station]
  )
}

function isAccepted({ sound }: ScanAnswer): boolean {
  return sound === 'accepted'
}
