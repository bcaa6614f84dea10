import { useMutation, useQuery } from '@tanstack/react-query'
import type { AssemblyAnswer } from '../../../../ipc/assembly-views.ts'
import { useStation } from '../../station-context.tsx'
import type { Station } from '../../station.ts'

/** The run that scans go to. */
export function useOpenRun() {
  const station = useStation()
  return useQuery({ queryKey: ['runs', 'current'], queryFn: () => station.assembly.current({}) })
}

type Assembly = Station['assembly']

export function useChoose() {
  const station = useStation()
  return useMutation<AssemblyAnswer, Error, Parameters<Assembly['choose']>[0]>({
    mutationFn: (input) => station.assembly.choose(input)
  })
}

export function useRemoveInstalled() {
  const station = useStation()
  return useMutation<AssemblyAnswer, Error, Parameters<Assembly['remove']>[0]>({
    mutationFn: (input) => station.assembly.remove(input)
  })
}

export function useComplete() {
  const station = useStation()
  return useMutation<AssemblyAnswer, Error, Parameters<Assembly['complete']>[0]>({
    mutationFn: (input) => station.assembly.complete(input)
  })
}
