import { expect, it } from 'vitest'
import { instantOf } from '../../../src/core/clock.ts'
import { databaseFile, openDatabase } from '../../../src/main/commands/open.ts'
import type { Printer } from '../../../src/main/devices/printer/printer.ts'
import { createPrintQueue } from '../../../src/main/services/print-queue.ts'
import { openReadable } from '../../../src/main/store/database.ts'
import { allLabels } from '../../../src/main/store/label.ts'
import { scan, stationWithOrder } from '../../helpers/store.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const media = { widthMm: 51, heightMm: 25, dpi: 203 } as const

/** A printer that prints at once, and tells before each label. */
function promptPrinter(onSend: () => void): Printer {
  let labels = 0
  const reading = () => ({ labels, printer: 'P1', connectedAt: instantOf(0), at: instantOf(0) })
  return {
    id: 'units',
    state: () => ({ kind: 'ready', identity: { uniqueId: 'P1', model: null, firmware: null, dotsPerMm: 8 } }),
    onState: () => () => undefined,
    prepare: async () => ({ ready: true, before: reading() }),
    send: async () => {
      onSend()
      labels += 1
    },
    confirm: async (before) => ({
      kind: 'printed',
      evidence: { rank: 'counter', printer: 'P1', before: before.labels, after: labels, hostStatus: [], faults: [] }
    }),
    close: async () => undefined
  }
}

it('has it on disk that a label may come out before a byte of it is sent, and each label out once', async () => {
  const folder = temporaryFolder()
  const db = openDatabase(folder)
  const context = stationWithOrder(db)
  scan(context, 'PO-1', 'GENERATED', 'DS:QTY:4', 'DS:DONE')
  const beside = openReadable(databaseFile(folder))
  const statesBeside = () => allLabels(beside, null).map(({ state }) => state)
  const sent: (readonly string[])[] = []
  await new Promise<void>((resolve, reject) => {
    const printer = promptPrinter(() => {
      expect(db.pragma('synchronous', { simple: true }), 'FULL').toBe(2)
      sent.push(statesBeside())
    })
    const queue = createPrintQueue({
      context,
      printer,
      media,
      onStep: () => {
        if (statesBeside().every((state) => state === 'printed')) void queue.close().then(resolve)
      },
      logBug: reject
    })
  })
  expect(sent).toEqual([
    ['sending', 'queued', 'queued', 'queued'],
    ['printed', 'sending', 'queued', 'queued'],
    ['printed', 'printed', 'sending', 'queued'],
    ['printed', 'printed', 'printed', 'sending']
  ])
  beside.close()
  db.close()
})
