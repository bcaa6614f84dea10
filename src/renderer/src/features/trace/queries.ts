import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { assert } from '../../../../core/assert.ts'
import { useStation } from '../../station-context.tsx'

export interface TraceTarget {
  readonly code: string
  readonly part: string | null
}

/** What is known of a code; with what it was asked for, since the last answer stays in sight until the next is there. */
export function useTrace(target: TraceTarget | null) {
  const station = useStation()
  return useQuery({
    queryKey: ['trace', target],
    queryFn: async () => {
      assert(target, 'the query is off while nothing is traced')
      return { target, answer: await station.tracing.trace(target) }
    },
    enabled: target !== null,
    placeholderData: keepPreviousData
  })
}
