import { useMutation, useQuery } from '@tanstack/react-query'
import type { ScanId } from '../../../../core/ids.ts'
import type { ScanFilterInput } from '../../../../ipc/journal-api.ts'
import { useStation } from '../../station-context.tsx'

/** All that is known of a scan. */
export function useScan(scan: ScanId) {
  const station = useStation()
  return useQuery({ queryKey: ['journal', 'scan', scan], queryFn: () => station.journal.scan({ scan }) })
}

export function useJournalOverview() {
  const station = useStation()
  return useQuery({ queryKey: ['journal', 'overview'], queryFn: () => station.journal.overview({}) })
}

export function useSaveScans() {
  const station = useStation()
  return useMutation({
    mutationFn: (input: ScanFilterInput & { readonly format: 'csv' | 'jsonl' }) => station.journal.save(input)
  })
}
