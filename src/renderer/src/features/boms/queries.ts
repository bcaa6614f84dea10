import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import type { BomLineInput } from '../../../../ipc/bom-api.ts'
import type { BomAnswer } from '../../../../ipc/bom-views.ts'
import { useStation } from '../../station-context.tsx'

export function useBom(partNumber: string, revision: string | null) {
  const station = useStation()
  return useQuery({
    queryKey: ['boms', partNumber, revision],
    queryFn: () => station.boms.read({ partNumber, revision }),
    placeholderData: keepPreviousData
  })
}

/** Parts that hold a text, for a line that is being made. */
export function useComponents(search: string) {
  const station = useStation()
  return useQuery({
    queryKey: ['parts', 'components', search],
    queryFn: () => station.boms.components({ search }),
    placeholderData: keepPreviousData
  })
}

/** How a line is written. */
export type LineMode = 'add' | 'change'

export function usePutLine(mode: LineMode) {
  const station = useStation()
  return useMutation<BomAnswer, Error, BomLineInput>({
    mutationFn: (line) => (mode === 'add' ? station.boms.add(line) : station.boms.change(line))
  })
}

export function useRemoveLine() {
  const station = useStation()
  return useMutation<BomAnswer, Error, Pick<BomLineInput, 'partNumber' | 'revision' | 'component'>>({
    mutationFn: (line) => station.boms.remove(line)
  })
}
