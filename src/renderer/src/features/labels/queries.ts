import { useMutation, useQuery } from '@tanstack/react-query'
import type { LabelId } from '../../../../core/ids.ts'
import type { Said } from '../../../../core/printing/resume.ts'
import type { LabelView } from '../../../../ipc/views.ts'
import { useStation } from '../../station-context.tsx'

/** More than any label has copies. */
const MAX_COPIES_SHOWN = 100

/** A label as the ledger has it now, also when it is no longer among the rows in sight. */
export function useLabel(label: LabelView): LabelView {
  const station = useStation()
  const { data } = useQuery({
    queryKey: ['labels', 'copies', label.label],
    queryFn: () => station.labels.list({ search: label.label, states: [], offset: 0, limit: MAX_COPIES_SHOWN })
  })
  return data?.rows.find(({ id }) => id === label.id) ?? label
}

export function useDrawing(label: LabelId) {
  const station = useStation()
  // Named apart from what changes with the ledger: a label, once queued, looks the same for ever.
  return useQuery({ queryKey: ['drawing', label], queryFn: () => station.labels.drawing({ label }) })
}

export function useReprint() {
  const station = useStation()
  return useMutation({ mutationFn: (input: { label: LabelId; reason: string }) => station.labels.reprint(input) })
}

export function usePrintLocation() {
  const station = useStation()
  return useMutation({ mutationFn: (location: string) => station.labels.printLocation({ location }) })
}

export function usePrintCommands() {
  const station = useStation()
  return useMutation({ mutationFn: () => station.labels.printCommands({}) })
}

/** The printers that wait for somebody to look; named after the labels, with which they change. */
export function useStoppedPrinters() {
  const station = useStation()
  return useQuery({ queryKey: ['labels', 'stopped'], queryFn: () => station.printing.stopped({}) })
}

export function useResume() {
  const station = useStation()
  return useMutation({
    mutationFn: (input: { printer: string; said: Said; listed: LabelId[] }) => station.printing.resume(input)
  })
}

export function useGoOn() {
  const station = useStation()
  return useMutation({ mutationFn: (input: { printer: string }) => station.printing.goOn(input) })
}

/** The labels of receipts that were taken back. */
export function useAskedFor() {
  const station = useStation()
  return useQuery({ queryKey: ['labels', 'asked-for'], queryFn: () => station.printing.askedFor({}) })
}

export function useLost() {
  const station = useStation()
  return useMutation({
    mutationFn: (input: { labels: LabelId[]; reason: string }) => station.printing.lost(input)
  })
}

export function useDecide() {
  const station = useStation()
  return useMutation({ mutationFn: (input: { label: LabelId; found: boolean }) => station.printing.decide(input) })
}
