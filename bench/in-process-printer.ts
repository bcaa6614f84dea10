import { waitFor } from '../scripts/drive/wait-for.ts'
import { openLog } from '../src/main/log.ts'
import { openPrinters } from '../src/main/station-printers.ts'
import { one } from '../src/main/store/statement.ts'
import type { InProcessStation } from './in-process.ts'

/** The printer of an {@link InProcessStation}, which answers and is ready. */
export interface InProcessPrinter {
  /** Says that labels may have been queued. */
  wake(): void
  /** Settles with the first step of the ledger after which no label waits or is on its way. Call it before one does. */
  untilAllAreOut(): Promise<void>
  close(): Promise<void>
}

export async function openInProcessPrinter(
  { context }: InProcessStation,
  dataFolder: string,
  port: number,
  media: { readonly widthMm: number; readonly heightMm: number }
): Promise<InProcessPrinter> {
  const log = openLog(`${dataFolder}/logs`, context.clock)
  let onStep = (): void => undefined
  const printers = openPrinters({
    context,
    printers: [{ id: 'bench', transport: { type: 'tcp', host: '127.0.0.1', port }, dpi: 203, media }],
    folder: dataFolder,
    draw: () => Promise.reject(new Error('Nothing is drawn here')),
    log,
    onStep: () => onStep(),
    onState: () => undefined
  })
  await waitFor('the printer', () => (printers.devices()[0]?.health === 'ready' ? true : undefined))
  return {
    wake: () => printers.wake(),
    untilAllAreOut: () =>
      new Promise((resolve) => {
        onStep = () => {
          // A count of the whole ledger costs more than a label does.
          const isAny = one(context.db, `SELECT 1 FROM label WHERE state IN ('queued', 'sending', 'sent') LIMIT 1`)
          if (!isAny) resolve()
        }
      }),
    async close() {
      await printers.close()
      log.close()
    }
  }
}
