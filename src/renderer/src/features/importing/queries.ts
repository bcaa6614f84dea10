import { useMutation } from '@tanstack/react-query'
import type { ImportKind } from '../../../../core/importing/import-kind.ts'
import { useStation } from '../../station-context.tsx'

/** Has a file chosen, and says what it would do. */
export function useLook() {
  const station = useStation()
  return useMutation({ mutationFn: (kind: ImportKind) => station.importing.look({ kind }) })
}

/** Takes over the file that was looked at; the station says which screens show something new. */
export function useTake() {
  const station = useStation()
  return useMutation({ mutationFn: () => station.importing.take({}) })
}
