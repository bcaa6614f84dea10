import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { assert } from '../../../../core/assert.ts'
import type { SaveTraceInput, TraceInput } from '../../../../ipc/trace-api.ts'
import { useStation } from '../../station-context.tsx'

export type TraceTarget = TraceInput

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

/** What is in what around a thing. */
export function useTraceGraph(target: TraceTarget) {
  const station = useStation()
  return useQuery({
    queryKey: ['trace', 'graph', target],
    queryFn: async () => ({ target, graph: await station.tracing.graph(target) }),
    placeholderData: keepPreviousData
  })
}

/** Everywhere that a thing is now. */
export function useRecall(target: TraceTarget) {
  const station = useStation()
  return useQuery({
    queryKey: ['trace', 'recall', target],
    queryFn: async () => await station.tracing.recall(target)
  })
}

/** Has the station write a report where the person says. */
export function useSaveTrace() {
  const station = useStation()
  return useMutation({ mutationFn: (input: SaveTraceInput) => station.tracing.save(input) })
}
