import { useQuery } from '@tanstack/react-query'
import { useStation } from './station-context.tsx'

export function useStatus() {
  const station = useStation()
  return useQuery({ queryKey: ['status'], queryFn: () => station.station.status({}) })
}

/** The latest scans, newest first. */
export function useJournal(limit: number) {
  const station = useStation()
  return useQuery({ queryKey: ['journal', limit], queryFn: () => station.scanning.journal({ limit }) })
}

/** Where a window that opens belongs, with what is begun and not done; null where nothing is, absent until known. */
export function useInHand() {
  const station = useStation()
  return useQuery({ queryKey: ['in-hand'], queryFn: () => station.scanning.inHand({}), staleTime: Infinity }).data
}
