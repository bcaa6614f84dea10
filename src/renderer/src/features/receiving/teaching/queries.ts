import { useMutation, useQuery } from '@tanstack/react-query'
import type { LabelFormatId } from '../../../../../core/ids.ts'
import type { FormatAnswer, FormatImportAnswer } from '../../../../../ipc/teaching-views.ts'
import { useStation } from '../../../station-context.tsx'

/** The labels that were taught: of one supplier, or of all. */
export function useFormats(supplier: string | null) {
  const station = useStation()
  return useQuery({ queryKey: ['formats', supplier], queryFn: () => station.teaching.formats({ supplier }) })
}

export type FormatChange =
  | { readonly kind: 'rename'; readonly format: LabelFormatId; readonly name: string }
  | { readonly kind: 'retire' | 'reinstate'; readonly format: LabelFormatId }

export function useChangeFormat() {
  const station = useStation()
  return useMutation<FormatAnswer, Error, FormatChange>({
    mutationFn: (change) =>
      change.kind === 'rename'
        ? station.teaching.rename({ format: change.format, name: change.name })
        : station.teaching[change.kind]({ format: change.format })
  })
}

export function useSaveFormats() {
  const station = useStation()
  return useMutation({ mutationFn: () => station.teaching.saveFormats({}) })
}

export function useImportFormats() {
  const station = useStation()
  return useMutation<FormatImportAnswer, Error, File>({
    mutationFn: async (file) => station.teaching.importFormats({ content: await file.text() })
  })
}
