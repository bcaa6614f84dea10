import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PrinterSetupApi } from '../../../../../ipc/printer-setup-api.ts'
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

export type Where = Parameters<PrinterSetupApi['find']>[0]['where']

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

export type Vary = Parameters<PrinterSetupApi['printSeries']>[0]['vary']

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
  return useChangeSettings((config, input: { printer: string; vary: Vary; value: number }) => {
    const key = input.vary === 'darkness' ? 'darkness' : 'speedIps'
    return { changed: withSetting(config, input.printer, key, input.value), result: input }
  })
}

/** Writes a printer that was found into the settings. Returns the name that it has there. */
export function useAddPrinter() {
  return useChangeSettings((config, found: FoundPrinterView) => {
    const { changed, id } = withPrinter(config, found)
    return { changed, result: id }
  })
}

/** Changes the settings as they are in the file at that moment. */
function useChangeSettings<Input, Result>(
  change: (config: unknown, input: Input) => { readonly changed: unknown; readonly result: Result }
) {
  const station = useStation()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (input: Input) => {
      const { config } = await station.settings.read({})
      const { changed, result } = change(config, input)
      const saved = await station.settings.save({ config: changed })
      if (!saved.ok) throw new Error(`The settings do not take it: ${saved.problems.join('; ')}`)
      return result
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['settings'] })
  })
}
