import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CalibrationView } from '../../../../../ipc/scanner-setup-views.ts'
import { useStation } from '../../../station-context.tsx'

const CALIBRATION = ['calibration']
const PLUGGED_EVERY_MS = 3000

export function useCalibration() {
  const station = useStation()
  return useQuery({ queryKey: CALIBRATION, queryFn: () => station.scannerSetup.calibration({}) })
}

/** One step of the calibration; what it leads to shows at once. */
export function useCalibrationStep(step: 'begin' | 'end' | 'keep') {
  const station = useStation()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => station.scannerSetup[step]({}),
    onSuccess: (view: CalibrationView) => queries.setQueryData(CALIBRATION, view)
  })
}

export function usePrintSymbol() {
  const station = useStation()
  return useMutation({ mutationFn: () => station.scannerSetup.print({}) })
}

/** The scanners that a field may name: asked for when the form is opened, and again each few seconds while it is. */
export function usePluggedScanners() {
  const station = useStation()
  return useQuery({
    queryKey: ['plugged-scanners'],
    queryFn: () => station.scannerSetup.plugged({}),
    refetchInterval: PLUGGED_EVERY_MS
  })
}

/** What is plugged in changes with the devices, of which `refresh` tells. */
export function useMakers(refresh: string) {
  const station = useStation()
  return useQuery({
    queryKey: ['scanner-makers', refresh],
    queryFn: () => station.scannerSetup.makers({}),
    placeholderData: (before) => before
  })
}
