import { expect, it, onTestFinished, vi } from 'vitest'
import { instantOf } from '../../../../src/core/clock.ts'
import { StationError } from '../../../../src/core/errors.ts'
import { unknown, type Confirmation, type PrintEvidence } from '../../../../src/core/printing/evidence.ts'
import { databaseFile, openDatabase } from '../../../../src/main/commands/open.ts'
import type { Printer } from '../../../../src/main/devices/printer/printer.ts'
import { createPrintQueue } from '../../../../src/main/services/printing/print-queue.ts'
import { openReadable } from '../../../../src/main/store/database.ts'
import { allLabels } from '../../../../src/main/store/label.ts'
import { printStops, releasePrinter } from '../../../../src/main/store/print-stop.ts'
import { scan, stationWithOrder } from '../../../helpers/store.ts'
import { temporaryFolder } from '../../../helpers/temporary-folder.ts'

const media = { widthMm: 51, heightMm: 25, dpi: 203 } as const

interface PromptPrinter extends Printer {
  /** How many labels came together, for each time that any came. */
  readonly batches: number[]
}

/** A printer that decides at once, and tells before each time that it is sent labels. */
function promptPrinter(
  room: number,
  onSend: () => void = () => undefined,
  decide: (evidence: PrintEvidence, label: number) => Confirmation = (evidence) => ({ kind: 'printed', evidence })
): PromptPrinter {
  let labels = 0
  const batches: number[] = []
  const reading = () => ({ labels, printer: 'P1', connectedAt: instantOf(0), at: instantOf(0) })
  return {
    id: 'units',
    batches,
    state: () => ({ kind: 'ready', identity: { uniqueId: 'P1', model: null, firmware: null, dotsPerMm: 8 } }),
    onState: () => () => undefined,
    prepare: async () => ({ ready: true, before: reading(), room }),
    send: async (formats) => {
      onSend()
      batches.push(formats.length)
      return formats.map(() => {
        const before = labels
        labels += 1
        const evidence = { before, after: labels, hostStatus: [], faults: [], alerts: [] }
        const confirmation = decide({ rank: 'counter', printer: 'P1', ...evidence }, labels)
        return { handedOver: Promise.resolve(), confirmation: Promise.resolve(confirmation) }
      })
    },
    close: async () => undefined
  }
}

function stationWithUnits(count: number) {
  const folder = temporaryFolder()
  const db = openDatabase(folder)
  const context = stationWithOrder(db)
  scan(context, 'PO-1', 'GENERATED', `DS:QTY:${count}`, 'DS:DONE')
  const beside = openReadable(databaseFile(folder))
  onTestFinished(() => {
    beside.close()
    db.close()
  })
  const statesBeside = () => allLabels(beside, null).map(({ state }) => state)
  const queueFor = (printer: Printer) => {
    const bugs: unknown[] = []
    const queue = createPrintQueue({
      context,
      printer,
      served: new Map([['units', media]]),
      onStep: () => undefined,
      logBug: (error) => bugs.push(error)
    })
    onTestFinished(async () => {
      await queue.close()
      expect(bugs).toEqual([])
    })
    return queue
  }
  return { db, context, statesBeside, queueFor }
}

it('has it on disk that a label may come out before a byte of it is sent, and each label out once', async () => {
  const { db, statesBeside, queueFor } = stationWithUnits(4)
  const sent: (readonly string[])[] = []
  queueFor(
    promptPrinter(1, () => {
      expect(db.pragma('synchronous', { simple: true }), 'FULL').toBe(2)
      sent.push(statesBeside())
    })
  )
  await vi.waitFor(() => expect(statesBeside()).toEqual(['printed', 'printed', 'printed', 'printed']))
  expect(sent).toEqual([
    ['sending', 'queued', 'queued', 'queued'],
    ['printed', 'sending', 'queued', 'queued'],
    ['printed', 'printed', 'sending', 'queued'],
    ['printed', 'printed', 'printed', 'sending']
  ])
})

it('writes what became of some together with what is sent next, for as many as the printer has room for', async () => {
  const { statesBeside, queueFor } = stationWithUnits(5)
  const sent: (readonly string[])[] = []
  const printer = promptPrinter(2, () => sent.push(statesBeside()))
  queueFor(printer)
  await vi.waitFor(() => expect(new Set(statesBeside())).toEqual(new Set(['printed'])))
  expect(printer.batches).toEqual([2, 2, 1])
  expect(sent).toEqual([
    ['sending', 'sending', 'queued', 'queued', 'queued'],
    ['printed', 'printed', 'sending', 'sending', 'queued'],
    ['printed', 'printed', 'printed', 'printed', 'sending']
  ])
})

it('keeps the evidence of each label and its every step', async () => {
  const { db, statesBeside, queueFor } = stationWithUnits(2)
  queueFor(promptPrinter(2))
  await vi.waitFor(() => expect(statesBeside()).toEqual(['printed', 'printed']))
  expect(allLabels(db, null).map(({ evidence }) => evidence)).toMatchObject([
    { rank: 'counter', printer: 'P1', before: 0, after: 1, words: 'The printer’s counter went from 0 to 1.' },
    { rank: 'counter', printer: 'P1', before: 1, after: 2, words: 'The printer’s counter went from 1 to 2.' }
  ])
  const steps = db.prepare('SELECT state, evidence FROM label_step WHERE label_id = 2 ORDER BY id').all() as {
    state: string
    evidence: string
  }[]
  expect(steps.map(({ state }) => state)).toEqual(['queued', 'sending', 'sent', 'printed'])
  expect(JSON.parse(steps[1]?.evidence ?? '')).toMatchObject({ reading: { labels: 1, printer: 'P1' } })
})

it('prints nothing after what may have come out or not, until somebody has looked', async () => {
  const { db, statesBeside, queueFor } = stationWithUnits(5)
  const queue = queueFor(
    promptPrinter(1, undefined, (evidence, label) =>
      label === 2 ? unknown('connection-lost', evidence) : { kind: 'printed', evidence }
    )
  )
  await vi.waitFor(() => expect(statesBeside()).toEqual(['printed', 'unknown', 'queued', 'queued', 'queued']))
  expect(printStops(db)).toMatchObject([{ printer: 'units', reason: expect.stringContaining('connection') }])
  queue.wake()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(statesBeside()).toEqual(['printed', 'unknown', 'queued', 'queued', 'queued'])
  releasePrinter(db, 'units')
  queue.wake()
  await vi.waitFor(() => expect(statesBeside()).toEqual(['printed', 'unknown', 'printed', 'printed', 'printed']))
})

it('takes back what the counter seemed to say once it turns out to have counted something else', async () => {
  const { statesBeside, queueFor } = stationWithUnits(3)
  const decided: ((confirmation: Confirmation) => void)[] = []
  let settled = 0
  const plain = promptPrinter(2)
  const evidences: PrintEvidence[] = []
  queueFor({
    ...plain,
    prepare: async () => {
      const preparation = await plain.prepare()
      const room = Math.min(2 + settled - decided.length, 3 - decided.length)
      return preparation.ready && room > 0 ? { ...preparation, room } : { ready: false, state: plain.state() }
    },
    send: async (formats) => {
      const sent = await plain.send(formats)
      for (const { confirmation } of sent) {
        const decision = await confirmation
        if (decision.kind === 'printed') evidences.push(decision.evidence)
      }
      return sent.map(({ handedOver }) => ({
        handedOver,
        confirmation: new Promise<Confirmation>((resolve) => decided.push(resolve))
      }))
    }
  })
  const evidenceOf = (index: number) => {
    const evidence = evidences[index]
    if (!evidence) throw new Error('It was not sent')
    return evidence
  }
  await vi.waitFor(() => expect(decided).toHaveLength(2))
  settled = 1
  decided[0]?.({ kind: 'printed', evidence: evidenceOf(0) })
  await vi.waitFor(() => expect(decided).toHaveLength(3))
  expect(statesBeside().slice(0, 1)).toEqual(['printed'])
  decided[1]?.(unknown('counter-jumped', evidenceOf(1), 1))
  decided[2]?.(unknown('counter-jumped', evidenceOf(2)))
  await vi.waitFor(() => expect(statesBeside()).toEqual(['unknown', 'unknown', 'unknown']))
})

it('tries a printer that takes no label again after a while or when it says something else, not without pause', async () => {
  const { db, statesBeside, queueFor } = stationWithUnits(1)
  const plain = promptPrinter(1)
  const refusal = new StationError('printer-unreachable', 'Not authorized.', { details: { handedOver: false } })
  let says: (() => void) | undefined
  let sends = 0
  let isRefusing = true
  const queue = queueFor({
    ...plain,
    onState: (listener) => {
      says = () => listener(plain.state())
      return () => undefined
    },
    send: (formats) => {
      sends += 1
      return isRefusing ? Promise.reject(refusal) : plain.send(formats)
    }
  })
  await vi.waitFor(() => expect(sends).toBe(1))
  queue.wake()
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(sends).toBe(1)
  await vi.waitFor(() => expect(sends).toBe(2))
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(sends, 'the second wait is longer').toBe(2)
  expect(statesBeside()).toEqual(['queued'])
  expect(db.prepare('SELECT count(*) AS n FROM label_step').get()).toEqual({ n: 5 })
  isRefusing = false
  says?.()
  await vi.waitFor(() => expect(statesBeside()).toEqual(['printed']))
})
