import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FoundPrinterView } from '../../../../../ipc/printer-setup-views.ts'
import { useStation } from '../../../station-context.tsx'
import { withPrinter, withSetting } from './with-printer.ts'

export function useNetworks() {
  const station = useStation()
  return useQuery({
    queryKey: ['printer-networks'],
    queryFn: () => station.printerSetup.networks({}),
    staleTime: Infinity
  })
}

export type Where = 'network' | 'usb' | 'queues'

export function useFindPrinters() {
  const station = useStation()
  return useMutation({
    mutationFn: (input: { where: Where; addresses: string }) => station.printerSetup.find(input)
  })
}

/** Asks a printer, after it has measured its labels where that is wanted. */
export function useReport() {
  const station = useStation()
  return useMutation({
    mutationFn: ({ printer, measure }: { printer: string; measure: boolean }) =>
      measure ? station.printerSetup.calibrate({ printer }) : station.printerSetup.check({ printer })
  })
}

export function usePrintTest() {
  const station = useStation()
  return useMutation({ mutationFn: (printer: string) => station.printerSetup.printTest({ printer }) })
}

export type Vary = 'darkness' | 'speed'

export function usePrintSeries() {
  const station = useStation()
  return useMutation({
    mutationFn: async (input: { printer: string; vary: Vary }) => ({
      vary: input.vary,
      labels: await station.printerSetup.printSeries(input)
    })
  })
}

/** Writes how a printer prints best into the settings. */
export function useKeepSetting() {
  const station = useStation()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (input: { printer: string; vary: Vary; value: number }) => {
      const { config } = await station.settings.read({})
      const key = input.vary === 'darkness' ? 'darkness' : 'speedIps'
      const result = await station.settings.save({ config: withSetting(config, input.printer, key, input.value) })
      if (!result.ok) throw new Error(`The settings do not take it: ${result.problems.join('; ')}`)
      return input
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['settings'] })
  })
}

/** Writes a printer that was found into the settings. Returns the name that it has there. */
export function useAddPrinter() {
  const station = useStation()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (found: FoundPrinterView) => {
      const { config } = await station.settings.read({})
      const { changed, id } = withPrinter(config, found)
      const result = await station.settings.save({ config: changed })
      if (!result.ok) throw new Error(`The settings do not take it: ${result.problems.join('; ')}`)
      return id
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['settings'] })
  })
}
