import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import type { NumbersApi } from '../../../../ipc/numbers-api.ts'
import type { ChangePatternAnswer, NumberedThing } from '../../../../ipc/numbers-views.ts'
import { useStation } from '../../station-context.tsx'

/** The patterns of a part by which its numbers are made here. */
export function usePatterns(partNumber: string) {
  const station = useStation()
  return useQuery({
    queryKey: ['numbers', 'patterns', partNumber],
    queryFn: () => station.numbers.patterns({ partNumber })
  })
}

/**
 * What a pattern would give, with the text that it is the answer to.
 *
 * @param count null while the batch is no number
 */
export function usePatternPreview(thing: NumberedThing, pattern: string, count: number | null) {
  const station = useStation()
  return useQuery({
    queryKey: ['numbers', 'preview', thing, pattern, count],
    queryFn: async () => ({ pattern, preview: await station.numbers.preview({ thing, pattern, count: count ?? 1 }) }),
    placeholderData: keepPreviousData,
    // Each text is asked for once; nobody comes back to the ones before.
    gcTime: 0
  })
}

export function useChangePattern() {
  const station = useStation()
  return useMutation<ChangePatternAnswer, Error, Parameters<NumbersApi['change']>[0]>({
    mutationFn: (change) => station.numbers.change(change)
  })
}
