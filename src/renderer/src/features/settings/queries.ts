import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useStation } from '../../station-context.tsx'

export function useSettings() {
  const station = useStation()
  return useQuery({ queryKey: ['settings'], queryFn: () => station.settings.read({}) })
}

export function useSaveSettings() {
  const station = useStation()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (config: unknown) => station.settings.save({ config }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['settings'] })
  })
}
