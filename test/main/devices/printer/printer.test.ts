import { afterEach, describe, expect, it } from 'vitest'
import type { Confirmation } from '../../../../src/core/printing/evidence.ts'
import {
  createPrinter,
  DEFAULT_PRINTER_SETTINGS,
  type Preparation,
  type Printer
} from '../../../../src/main/devices/printer/printer.ts'
import {
  briefPrinterState,
  describePrinterState,
  type PrinterState
} from '../../../../src/main/devices/printer/printer-state.ts'
import { parseHand } from '../../../../src/main/devices/printer/virtual/hand.ts'
import {
  openVirtualPrinter,
  type VirtualPrinter,
  type VirtualPrinterSettings
} from '../../../../src/main/devices/printer/virtual/virtual-printer.ts'
import {
  createVirtualTransport,
  type VirtualTransport
} from '../../../../src/main/devices/printer/virtual/virtual-transport.ts'
import { bendTransport, type BentTransport } from '../../../fakes/bent-transport.ts'
import { createFakeTime, type FakeTime } from '../../../fakes/fake-time.ts'

const LABEL = Buffer.from('^XA^FDU0001^FS^XZ')
const COUNTER = /"\d+"/g
const never = new Promise<Confirmation>(() => undefined)

interface Rig {
  readonly printer: Printer
  readonly machine: VirtualPrinter
  readonly way: BentTransport
  readonly power: VirtualTransport
  readonly time: FakeTime
  /** Each state that the printer took on, from the first. */
  readonly states: PrinterState['kind'][]
}

const rigs: Rig[] = []

afterEach(async () => {
  for (const { printer, machine, time } of rigs.splice(0)) {
    await printer.close()
    await machine.close()
    expect(time.waiting()).toBe(0)
  }
})

interface Circumstances extends Partial<VirtualPrinterSettings> {
  readonly dotsPerMm?: number
  readonly depth?: number
  /** What happened at the printer before the station came. */
  readonly earlier?: (machine: VirtualPrinter) => void
}

function open({ dotsPerMm = 8, depth = 1, earlier, ...settings }: Circumstances = {}): Rig {
  const time = createFakeTime()
  const machine = openVirtualPrinter({
    media: { widthMm: 51, heightMm: 25, dpi: 203 },
    timers: time,
    clock: time,
    ...settings
  })
  earlier?.(machine)
  const power = createVirtualTransport(machine)
  const way = bendTransport(power)
  const printer = createPrinter({
    id: 'p1',
    transport: way,
    clock: time,
    timers: time,
    settings: { ...DEFAULT_PRINTER_SETTINGS, dotsPerMm, depth }
  })
  const states: PrinterState['kind'][] = [printer.state().kind]
  printer.onState(({ kind }) => states.push(kind))
  const rig = { printer, machine, way, power, time, states }
  rigs.push(rig)
  return rig
}

async function openReady(circumstances: Circumstances = {}): Promise<Rig> {
  const rig = open(circumstances)
  await until(rig, 'ready')
  return rig
}

/** Does something to the printer, in the words of its own program. */
function obey({ machine }: Rig, words: string): void {
  const hand = parseHand(words)
  if (!hand) throw new Error(`${words} is nothing that is done to a printer`)
  machine.obey(hand)
}

function sendAsStranger(machine: VirtualPrinter, bytes: Uint8Array): void {
  const line = machine.attach(() => {})
  void line.send(bytes)
  line.detach()
}

/** Lets what is due now happen. */
async function flush(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

async function pass({ time }: Rig, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 10) {
    await flush()
    time.advance(Math.min(10, ms - passed))
  }
  await flush()
}

async function until(rig: Rig, kind: PrinterState['kind']): Promise<void> {
  for (let tries = 0; tries < 2_000 && rig.printer.state().kind !== kind; tries += 1) await pass(rig, 10)
  expect(rig.printer.state().kind).toBe(kind)
}

/** What a promise settled to within some time; absent while it waits. */
async function within<T>(rig: Rig, ms: number, promise: Promise<T>): Promise<T | undefined> {
  const settled: T[] = []
  void promise.then((value) => settled.push(value))
  await flush()
  for (let passed = 0; passed < ms && settled.length === 0; passed += 10) await pass(rig, 10)
  return settled[0]
}

interface Printing {
  readonly confirmation: Promise<Confirmation>
  /** Each state that the printer took on meanwhile. */
  readonly waiting: PrinterState[]
}

/** Takes a label as far as being sent. */
async function send(rig: Rig, format: Uint8Array = LABEL): Promise<Printing> {
  const { confirmations, waiting } = await sendAll(rig, [format])
  const [confirmation] = confirmations
  if (!confirmation) throw new Error('Nothing was sent')
  return { confirmation, waiting }
}

async function sendAll({ printer }: Rig, formats: readonly Uint8Array[]) {
  const preparation = await printer.prepare()
  if (!preparation.ready) throw new Error(`The printer is ${preparation.state.kind}`)
  expect(formats.length).toBeLessThanOrEqual(preparation.room)
  const waiting: PrinterState[] = []
  printer.onState((state) => waiting.push(state))
  const sent = await printer.send(formats)
  return { confirmations: sent.map(({ confirmation }) => confirmation), waiting, before: preparation.before }
}

async function print(rig: Rig, format: Uint8Array = LABEL): Promise<Confirmation> {
  return (await send(rig, format)).confirmation
}

describe('printer that is well', () => {
  it('is ready when it has said who it is', async () => {
    const { printer, machine, states } = await openReady()
    expect(states).toEqual(['connecting', 'ready'])
    expect(printer.state()).toEqual({
      kind: 'ready',
      identity: { uniqueId: machine.identity.uniqueId, model: 'VIRTUAL-203dpi', firmware: 'V1.0.0V', dotsPerMm: 8 }
    })
  })

  it('prints a label, and its counter proves it', async () => {
    const rig = await openReady()
    expect(await print(rig)).toEqual({
      kind: 'printed',
      evidence: {
        rank: 'counter',
        printer: rig.machine.identity.uniqueId,
        before: 0,
        after: 1,
        hostStatus: ['030,0,0,0200,000,0,0,0,000,0,0,0', '000,0,0,0,0,2,6,0,00000000,1,000'],
        faults: [],
        alerts: []
      }
    })
    expect(rig.machine.totalLabelCount()).toBe(1)
    expect(rig.states).toEqual(['connecting', 'ready'])
  })

  it('costs one write for each label where it prints at once', async () => {
    const rig = await openReady()
    rig.way.written.length = 0
    for (let labels = 0; labels < 5; labels += 1) expect((await print(rig)).kind).toBe('printed')
    expect(rig.way.written).toHaveLength(5)
    expect(rig.machine.totalLabelCount()).toBe(5)
  })

  it('is asked again before a label when its last word is old', async () => {
    const rig = await openReady()
    await print(rig)
    await pass(rig, 1_500)
    rig.way.written.length = 0
    expect((await print(rig)).kind).toBe('printed')
    expect(rig.way.written).toHaveLength(2)
  })

  it('is looked at while a label moves, until it has counted', async () => {
    const rig = await openReady({ speedIps: 6 })
    const { confirmation } = await send(rig)
    expect(await within(rig, 150, confirmation)).toBeUndefined()
    expect(await within(rig, 500, confirmation)).toMatchObject({ kind: 'printed', evidence: { before: 0, after: 1 } })
  })

  it('is not busy with another’s label while it works on ours', async () => {
    const rig = await openReady({ speedIps: 2 })
    rig.way.bend((piece) => [rig.machine.totalLabelCount() === 0 ? piece.replace(',0200,000,', ',0200,001,') : piece])
    const { confirmation, waiting } = await send(rig)
    expect(await within(rig, 2_000, confirmation)).toMatchObject({ kind: 'printed' })
    expect(waiting).toEqual([])
    expect(rig.states).toEqual(['connecting', 'ready'])
  })

  it('is asked once where it is just being looked at', async () => {
    const rig = await openReady()
    await pass(rig, 4_900)
    rig.way.written.length = 0
    rig.time.advance(100)
    expect(rig.way.written).toHaveLength(1)
    expect((await rig.printer.prepare()).ready).toBe(true)
    expect(rig.way.written).toHaveLength(1)
  })

  it('is looked at now and then when nothing is printed, so that the screen tells the truth', async () => {
    const rig = await openReady()
    rig.machine.setCondition('head-open', true)
    await until(rig, 'fault')
    rig.machine.setCondition('head-open', false)
    await until(rig, 'ready')
    expect(rig.states).toEqual(['connecting', 'ready', 'fault', 'ready'])
  })
})

describe('printer that stops', () => {
  it('is not sent a label while it cannot print, and says why in words', async () => {
    const rig = await openReady()
    rig.machine.setCondition('paper-out', true)
    await pass(rig, 1_100)
    const preparation = await rig.printer.prepare()
    expect(preparation).toMatchObject({ ready: false, state: { kind: 'fault', faults: ['paper-out'] } })
    expect(describePrinterState(rig.printer.state())).toMatch(/paper is out.*Load labels/)
    rig.machine.setCondition('paper-out', false)
    await until(rig, 'ready')
    expect((await print(rig)).kind).toBe('printed')
  })

  it('is waited for while a label is stuck in it, and what stopped it is kept with the evidence', async () => {
    const rig = await openReady()
    rig.way.bendWrites((piece) => {
      rig.machine.setCondition('paper-out', true)
      rig.way.bendWrites((rest) => rest)
      return piece
    })
    const { confirmation, waiting } = await send(rig)
    expect(await within(rig, 600_000, confirmation)).toBeUndefined()
    expect(waiting.map(({ kind }) => kind)).toEqual(['fault'])
    rig.machine.setCondition('paper-out', false)
    expect(await within(rig, 4_000, confirmation), 'a torn half may be repeated').toBeUndefined()
    expect(await within(rig, 2_000, confirmation)).toMatchObject({
      kind: 'printed',
      evidence: { before: 0, after: 1, faults: ['paper-out'] }
    })
    expect(rig.printer.state().kind).toBe('ready')
  })

  it('has not printed a format that leaves nothing on paper, which is known only after a while', async () => {
    const rig = await openReady()
    const { confirmation } = await send(rig, Buffer.from('^XA^XZ'))
    expect(await within(rig, 4_500, confirmation)).toBeUndefined()
    expect(rig.way.written.some((piece) => piece.includes('~JA'))).toBe(false)
    expect(await within(rig, 1_500, confirmation)).toMatchObject({
      kind: 'not-printed',
      evidence: { before: 0, after: 0 }
    })
    expect(rig.way.written.at(-1)).toMatch(/^~JA/)
  })

  it('leaves a format without paper unknown where an answer is still to come, which could tell of a label', async () => {
    const rig = await openReady()
    const { confirmation } = await send(rig, Buffer.from('^XA^XZ'))
    await pass(rig, 1_000)
    rig.way.bend(() => [])
    await pass(rig, 500)
    rig.way.bend((piece) => [piece])
    expect(await within(rig, 10_000, confirmation)).toMatchObject({ kind: 'unknown', cause: 'no-answer' })
  })

  it('is busy while it prints for somebody else', async () => {
    const rig = open({
      earlier: (machine) => {
        machine.setCondition('paused', true)
        sendAsStranger(machine, LABEL)
      }
    })
    rig.way.bend((piece) => [
      piece.replace('030,0,1,', '030,0,0,').replace('1 00000000 00010000', '0 00000000 00000000')
    ])
    await until(rig, 'busy')
    expect(await rig.printer.prepare()).toMatchObject({ ready: false, state: { kind: 'busy', formatsWaiting: 1 } })
    rig.machine.setCondition('paused', false)
    await until(rig, 'ready')
  })

  it.each([
    ['jam', 'paper-jam', 'Paper jam', /labels are jammed in it\. Open the cover, take the jammed labels out/],
    ['cutter stuck', 'cutter-fault', 'Cutter stuck', /its cutter is stuck\. Switch it off/],
    ['head hot', 'head-too-hot', 'Too hot', /too hot\. It goes on by itself/]
  ])('says what is wrong by its own errors, where its status says less: %s', async (words, fault, brief, told) => {
    const rig = await openReady()
    obey(rig, words)
    await until(rig, 'fault')
    const { state } = (await rig.printer.prepare()) as Extract<Preparation, { ready: false }>
    expect(state).toMatchObject({ faults: fault === 'head-too-hot' ? [fault] : [fault, 'paused'] })
    expect(describePrinterState(state)).toMatch(told)
    expect(briefPrinterState(state)).toBe(brief)
  })

  it('is no worse off where it does not answer what is wrong, as clones do not, and is asked for it once', async () => {
    const rig = await openReady({ variables: 'none' })
    expect(await within(rig, 2_000, print(rig))).toMatchObject({ kind: 'printed', evidence: { rank: 'status' } })
    rig.machine.setCondition('head-open', true)
    await until(rig, 'fault')
    expect(rig.printer.state()).toMatchObject({ faults: ['head-open'] })
    expect(rig.way.written.filter((piece) => piece.includes('~HQES'))).toHaveLength(1)
  })

  it('says what is wrong where it leaves its status unanswered meanwhile, and is waited for as long as that lasts', async () => {
    const rig = await openReady()
    rig.way.bendWrites((piece) => {
      rig.machine.setCondition('paper-out', true)
      rig.way.bendWrites((rest) => rest)
      return piece
    })
    rig.way.bend((piece) => (piece.startsWith('\x02030') ? [] : [piece]))
    const { confirmation } = await send(rig)
    expect(await within(rig, 300_000, confirmation)).toBeUndefined()
    expect(rig.printer.state()).toMatchObject({ kind: 'fault', faults: ['paper-out'] })
    rig.way.bend((piece) => [piece])
    rig.machine.setCondition('paper-out', false)
    await within(rig, 10_000, confirmation)
    expect(rig.printer.state().kind).toBe('ready')
  })

  it('is refused for having another resolution than the settings say', async () => {
    const rig = open({ dotsPerMm: 12 })
    await until(rig, 'fault')
    expect(rig.printer.state()).toMatchObject({ faults: ['other-resolution'] })
  })

  it('is freed of half a format that an earlier connection left in it', async () => {
    const rig = await openReady({ earlier: (machine) => sendAsStranger(machine, Buffer.from('^XA^FDhalf of')) })
    expect(rig.way.written.join('')).toContain('~JX')
    expect((await print(rig)).kind).toBe('printed')
    expect(rig.machine.totalLabelCount()).toBe(1)
  })
})

describe('printer whose counter says something else', () => {
  it('leaves a label unknown when more than one was counted', async () => {
    const rig = await openReady()
    const confirmation = await print(rig, Buffer.from('^XA^FDtwice^FS^PQ2^XZ'))
    expect(confirmation).toMatchObject({ kind: 'unknown', cause: 'counter-jumped', evidence: { before: 0, after: 2 } })
    expect(confirmation.kind === 'unknown' && confirmation.reason).toContain('from 0 to 2')
  })

  it('leaves a label unknown when the counter went back', async () => {
    const rig = await openReady()
    await print(rig)
    rig.way.bend((piece) => [piece.replaceAll(COUNTER, '"0"')])
    expect(await print(rig)).toMatchObject({ kind: 'unknown', cause: 'counter-went-back' })
  })

  it('takes the word of a printer without a counter, after a while, and says that it is no more than that', async () => {
    const rig = open()
    rig.way.bend((piece) => [piece.replaceAll(COUNTER, '"?"')])
    await until(rig, 'ready')
    const { confirmation } = await send(rig)
    expect(await within(rig, 1_000, confirmation)).toBeUndefined()
    expect(await within(rig, 1_500, confirmation)).toMatchObject({
      kind: 'printed',
      evidence: { rank: 'status', before: null, after: null }
    })
  })

  it('prints on one that knows no variables at all', async () => {
    const rig = open()
    rig.way.bend((piece) => (piece.startsWith('"') ? [] : [piece]))
    await until(rig, 'ready')
    expect(rig.printer.state()).toMatchObject({ identity: { uniqueId: null, model: 'VIRTUAL-203dpi' } })
    const { confirmation } = await send(rig)
    expect(await within(rig, 3_000, confirmation)).toMatchObject({ kind: 'printed', evidence: { rank: 'status' } })
  })
})

describe('printer that is sent labels ahead', () => {
  const LABELS = ['U0001', 'U0002', 'U0003'].map((serial) => Buffer.from(`^XA^FD${serial}^FS^XZ`))

  it('prints them in one write, and its counter steps through them one by one', async () => {
    const rig = await openReady({ depth: 3 })
    rig.way.written.length = 0
    const { confirmations } = await sendAll(rig, LABELS)
    expect(await Promise.all(confirmations)).toMatchObject([
      { kind: 'printed', evidence: { rank: 'counter', before: 0, after: 1 } },
      { kind: 'printed', evidence: { rank: 'counter', before: 1, after: 2 } },
      { kind: 'printed', evidence: { rank: 'counter', before: 2, after: 3 } }
    ])
    expect(rig.way.written).toHaveLength(1)
  })

  it('says of each that it is out while the next one moves, and takes another behind it', async () => {
    const rig = await openReady({ speedIps: 6, depth: 2 })
    const { confirmations } = await sendAll(rig, LABELS.slice(0, 2))
    expect(await rig.printer.prepare()).toMatchObject({ ready: false, state: { kind: 'ready' } })
    const [first, second] = confirmations
    expect(await within(rig, 400, first ?? never)).toMatchObject({ kind: 'printed', evidence: { before: 0, after: 1 } })
    expect(rig.machine.totalLabelCount()).toBe(1)
    const third = await sendAll(rig, LABELS.slice(2))
    expect(third.before).toMatchObject({ labels: 2 })
    expect(await within(rig, 400, second ?? never)).toMatchObject({
      kind: 'printed',
      evidence: { before: 1, after: 2 }
    })
    expect(await within(rig, 400, third.confirmations[0] ?? never)).toMatchObject({
      kind: 'printed',
      evidence: { before: 2, after: 3 }
    })
  })

  it('never stands still between two labels while there are more', async () => {
    const rig = await openReady({ speedIps: 14, depth: 2 })
    const labels = 40
    const from = rig.time.now()
    const waiting: Promise<Confirmation>[] = []
    while (waiting.length < labels) {
      const preparation = await rig.printer.prepare()
      if (preparation.ready) {
        const count = Math.min(preparation.room, labels - waiting.length)
        const sent = await rig.printer.send(Array.from({ length: count }, () => LABEL))
        waiting.push(...sent.map(({ confirmation }) => confirmation))
      } else await pass(rig, 10)
    }
    const all = await within(rig, 1_000, Promise.all(waiting))
    expect(all?.every(({ kind }) => kind === 'printed')).toBe(true)
    const mechanicalMs = labels * ((25 + 3.175) / 25.4 / 14) * 1_000
    expect(rig.time.now() - from).toBeLessThanOrEqual(mechanicalMs * 1.03)
  })

  it('is let run empty now and then, so that counter and station agree', async () => {
    const rig = await openReady({ speedIps: 14, depth: 2 })
    const rooms: number[] = []
    for (let sent = 0; sent < 60;) {
      const preparation = await rig.printer.prepare()
      if (preparation.ready) {
        if (sent > 1) rooms.push(preparation.room)
        sent += (await rig.printer.send([LABEL])).length
      } else await pass(rig, 10)
    }
    expect(
      rooms.filter((room) => room === 2),
      'an empty printer has room for two'
    ).toHaveLength(1)
  })

  it('leaves all that were in it unknown when it loses its power, and none that had come out', async () => {
    const rig = await openReady({ speedIps: 6, depth: 3 })
    const { confirmations } = await sendAll(rig, LABELS)
    const all = Promise.all(confirmations)
    await within(rig, 400, confirmations[0] ?? never)
    rig.power.setPower(false)
    expect((await within(rig, 500, all))?.map(({ kind }) => kind)).toEqual(['printed', 'unknown', 'unknown'])
  })

  it('doubts what it said before when its counter turns out to have counted something else', async () => {
    const rig = await openReady({ speedIps: 6, depth: 2 })
    const { confirmations } = await sendAll(rig, [LABEL, LABEL])
    expect(await within(rig, 400, confirmations[0] ?? never)).toMatchObject({ kind: 'printed' })
    rig.way.bend((piece) => [piece.replaceAll(COUNTER, '"3"')])
    expect(await within(rig, 400, confirmations[1] ?? never)).toMatchObject({
      kind: 'unknown',
      cause: 'counter-jumped',
      doubted: 1
    })
  })

  it('claims nothing by a count that was taken after the head was opened', async () => {
    const rig = await openReady({ speedIps: 1, depth: 2, countsTorn: true })
    const { confirmations } = await sendAll(rig, [LABEL, LABEL])
    await pass(rig, 100)
    rig.machine.obey({ kind: 'pace', bytesPerSecond: 100 })
    rig.way.bend((piece) => {
      if (piece.includes('\x02030')) rig.machine.setCondition('head-open', true)
      return [piece]
    })
    expect(await within(rig, 3_000, confirmations[0] ?? never)).toBeUndefined()
    expect(rig.machine.totalLabelCount()).toBe(1)
  })

  it('claims nothing by what was counted while this computer stood still', async () => {
    const rig = await openReady({ speedIps: 1, depth: 2, countsTorn: true })
    const { confirmations } = await sendAll(rig, [LABEL, LABEL])
    await pass(rig, 300)
    rig.machine.setCondition('head-open', true)
    rig.time.stall(3_000)
    rig.machine.setCondition('head-open', false)
    expect(await within(rig, 500, confirmations[0] ?? never)).toBeUndefined()
    expect(rig.machine.totalLabelCount()).toBe(1)
    rig.power.setPower(false)
    expect(await within(rig, 500, confirmations[0] ?? never)).toMatchObject({ kind: 'unknown' })
  })

  it('claims nothing by what was counted between two looks that a person could open and close it between', async () => {
    const rig = await openReady({ speedIps: 1, depth: 2, countsTorn: true })
    const { confirmations } = await sendAll(rig, [LABEL, LABEL])
    await pass(rig, 300)
    rig.machine.obey({ kind: 'pace', bytesPerSecond: 40 })
    await pass(rig, 300)
    rig.machine.setCondition('head-open', true)
    await pass(rig, 300)
    rig.machine.setCondition('head-open', false)
    expect(rig.machine.totalLabelCount(), 'the torn half').toBe(1)
    await pass(rig, 1_000)
    rig.power.setPower(false)
    expect(await within(rig, 500, Promise.all(confirmations))).toMatchObject([{ kind: 'unknown' }, { kind: 'unknown' }])
  })

  it('sees a head that is opened and closed within a fifth of a second, since it looks so often', async () => {
    const rig = await openReady({ speedIps: 1, depth: 2, countsTorn: true })
    const { confirmations } = await sendAll(rig, [LABEL, LABEL])
    await pass(rig, 400)
    rig.machine.setCondition('head-open', true)
    await pass(rig, 300)
    rig.machine.setCondition('head-open', false)
    expect(await within(rig, 500, confirmations[0] ?? never)).toBeUndefined()
    expect(await within(rig, 20_000, Promise.all(confirmations))).toMatchObject([
      { kind: 'unknown', cause: 'label-repeated', evidence: { faults: ['head-open'] } },
      { kind: 'unknown' }
    ])
  })

  it('claims nothing by what was counted before it told of a head that was open for an instant', async () => {
    const rig = await openReady({ speedIps: 1, depth: 2, countsTorn: true })
    const { confirmations } = await sendAll(rig, [LABEL, LABEL])
    await pass(rig, 300)
    rig.machine.setCondition('head-open', true)
    rig.machine.setCondition('head-open', false)
    let told = 0
    rig.way.bend((piece) => [told++ === 0 ? `ERROR CONDITION: HEAD OPEN [DSV1]\r\n${piece}` : piece])
    expect(await within(rig, 20_000, Promise.all(confirmations))).toMatchObject([
      { kind: 'unknown', cause: 'label-repeated', evidence: { faults: ['head-open'] } },
      { kind: 'unknown' }
    ])
  })

  it('leaves a label unknown that was in it while it jammed, although it was counted', async () => {
    const rig = await openReady({ speedIps: 6, depth: 3, countsTorn: true })
    const { confirmations } = await sendAll(rig, LABELS)
    await within(rig, 400, confirmations[0] ?? never)
    obey(rig, 'jam')
    await pass(rig, 30_000)
    obey(rig, 'jam clear')
    expect(await within(rig, 8_000, Promise.all(confirmations))).toMatchObject([
      { kind: 'printed', evidence: { faults: [] } },
      { kind: 'unknown', cause: 'label-damaged', evidence: { faults: ['paper-jam', 'paused'] } },
      {}
    ])
  })

  it('waits as long for a label after the printer hung for a moment as if it had just been sent', async () => {
    const rig = await openReady({ speedIps: 1 })
    const { confirmation } = await send(rig)
    await pass(rig, 500)
    rig.machine.obey({ kind: 'freeze', frozen: true })
    await pass(rig, 4_000)
    rig.machine.obey({ kind: 'freeze', frozen: false })
    expect(await within(rig, 10_000, confirmation)).toMatchObject({ kind: 'printed' })
  })

  it('goes through a fault: what was out stays out, the others are believed when it stays empty', async () => {
    const rig = await openReady({ speedIps: 6, depth: 3 })
    const { confirmations } = await sendAll(rig, LABELS)
    await within(rig, 400, confirmations[0] ?? never)
    rig.machine.setCondition('paper-out', true)
    await pass(rig, 60_000)
    expect(await rig.printer.prepare()).toMatchObject({ ready: false, state: { kind: 'fault' } })
    rig.machine.setCondition('paper-out', false)
    expect(await within(rig, 8_000, Promise.all(confirmations))).toMatchObject([
      { kind: 'printed', evidence: { faults: [] } },
      { kind: 'printed', evidence: { before: 1, after: 2, faults: ['paper-out'] } },
      { kind: 'printed', evidence: { before: 2, after: 3, faults: [] } }
    ])
  })

  it('asks for a look when one more than it was sent was counted after a fault: a torn one was repeated', async () => {
    const rig = await openReady({ speedIps: 6, depth: 2, countsTorn: true })
    const { confirmations } = await sendAll(rig, LABELS.slice(0, 2))
    await pass(rig, 100)
    rig.machine.setCondition('head-open', true)
    await pass(rig, 1_000)
    rig.machine.setCondition('head-open', false)
    expect(await within(rig, 8_000, Promise.all(confirmations))).toMatchObject([
      { kind: 'unknown', cause: 'label-repeated', doubted: 0 },
      { kind: 'unknown', cause: 'label-repeated', doubted: 0 }
    ])
  })

  it('keeps with the evidence what it said unasked', async () => {
    const rig = await openReady({ speedIps: 6 })
    const alert = 'ALERT: PQ JOB COMPLETED [2026-11-23 08:00:00] [DSV1]'
    let told = 0
    rig.way.bend((piece) => [told++ === 0 ? `${alert}\r\n${piece}` : piece])
    const { confirmation } = await send(rig)
    expect(await within(rig, 400, confirmation)).toMatchObject({
      kind: 'printed',
      evidence: { alerts: [alert] }
    })
  })

  it('is sent one at a time where it cannot count', async () => {
    const rig = open({ depth: 3 })
    rig.way.bend((piece) => [piece.replaceAll(COUNTER, '"?"')])
    await until(rig, 'ready')
    expect(await rig.printer.prepare()).toMatchObject({ ready: true, room: 1 })
  })
})

describe('printer that falls silent', () => {
  it('leaves a label unknown, says so meanwhile, and is connected to anew', async () => {
    const rig = await openReady()
    rig.way.bend(() => [])
    const { confirmation, waiting } = await send(rig)
    await pass(rig, 3_000)
    expect(waiting.map(({ kind }) => kind)).toEqual(['silent'])
    expect(await within(rig, 60_000, confirmation)).toMatchObject({
      kind: 'unknown',
      cause: 'no-answer',
      evidence: { rank: 'bytes-written', before: 0, after: null }
    })
    expect(rig.printer.state().kind).toBe('silent')
    rig.way.bend((piece) => [piece])
    await until(rig, 'ready')
    expect(rig.machine.totalLabelCount()).toBe(1)
  })

  it('is believed when it answers late and stays empty: it may have been open meanwhile, and repeat a label', async () => {
    const rig = await openReady()
    rig.way.bend(() => [])
    const { confirmation } = await send(rig)
    await pass(rig, 3_000)
    rig.way.bend((piece) => [piece])
    expect(await within(rig, 4_000, confirmation)).toBeUndefined()
    expect(await within(rig, 4_000, confirmation)).toMatchObject({ kind: 'printed', evidence: { before: 0, after: 1 } })
  })

  it('is not believed when it was silent for as long as it takes to clear a jam: the label may be torn and counted', async () => {
    const rig = await openReady()
    rig.way.bend(() => [])
    const { confirmation } = await send(rig)
    await pass(rig, 7_000)
    rig.way.bend((piece) => [piece])
    expect(await within(rig, 8_000, confirmation)).toMatchObject({
      kind: 'unknown',
      cause: 'out-of-sight',
      reason: expect.stringContaining('it may have jammed'),
      evidence: { rank: 'bytes-written', before: 0, after: 1 }
    })
  })

  it('is believed after any silence in which it said what was wrong, and that was no jam', async () => {
    const rig = await openReady()
    rig.way.bend((piece) => (piece.includes('\x02030') || piece.startsWith('"') ? [] : [piece]))
    rig.machine.obey({ kind: 'condition', condition: 'paper-out', present: true })
    const { confirmation } = await send(rig)
    await pass(rig, 20_000)
    rig.machine.obey({ kind: 'condition', condition: 'paper-out', present: false })
    rig.way.bend((piece) => [piece])
    expect(await within(rig, 20_000, confirmation)).toMatchObject({
      kind: 'printed',
      evidence: { before: 0, after: 1 }
    })
  })

  it('is out of sight once it takes no more questions, whatever it said was wrong before', async () => {
    const rig = await openReady()
    rig.way.bend((piece) => (piece.includes('\x02030') || piece.startsWith('"') ? [] : [piece]))
    rig.machine.obey({ kind: 'condition', condition: 'paper-out', present: true })
    const { confirmation } = await send(rig)
    await pass(rig, 1_000)
    let takeRest = (_rest: string): void => {}
    const later = new Promise<string>((resolve) => (takeRest = resolve))
    rig.way.bendWrites(() => ({ now: '~HQES\r\n', later }))
    await pass(rig, 2_000)
    rig.way.bendWrites((piece) => piece)
    rig.machine.obey({ kind: 'condition', condition: 'paper-out', present: false })
    await pass(rig, 16_000)
    rig.way.bend((piece) => [piece])
    takeRest('~HS\r\n')
    expect(await within(rig, 20_000, confirmation)).toMatchObject({ kind: 'unknown', cause: 'out-of-sight' })
  })

  it('is connected to anew where it says that nothing is wrong and leaves its status unanswered all the same', async () => {
    const rig = await openReady()
    rig.way.bend((piece) => (piece.startsWith('\x02030') ? [] : [piece]))
    const { confirmation } = await send(rig)
    expect(await within(rig, 63_000, confirmation)).toMatchObject({ kind: 'unknown', cause: 'no-answer' })
    rig.way.bend((piece) => [piece])
    await until(rig, 'ready')
    expect(rig.way.connections()).toBeGreaterThan(1)
  })

  it('begins no label on a connection on which an answer is still to come', async () => {
    const rig = await openReady()
    rig.way.bend(() => [])
    const { confirmation } = await send(rig)
    await pass(rig, 5_000)
    rig.way.bend((piece) => [piece])
    await within(rig, 8_000, confirmation)
    expect(await rig.printer.prepare()).toMatchObject({ ready: false, state: { kind: 'connecting' } })
    await until(rig, 'ready')
    expect(rig.way.connections()).toBe(2)
    expect((await print(rig)).kind).toBe('printed')
  })

  it('is not sent a label when it does not answer before it', async () => {
    const rig = await openReady()
    await pass(rig, 1_500)
    rig.way.bend(() => [])
    const preparation = rig.printer.prepare()
    expect(await within(rig, 2_500, preparation)).toMatchObject({ ready: false, state: { kind: 'silent' } })
    expect(rig.machine.totalLabelCount()).toBe(0)
    rig.way.bend((piece) => [piece])
    await until(rig, 'ready')
  })

  it('is tried again and again when it never said a word', async () => {
    const rig = open()
    rig.way.bend(() => [])
    await pass(rig, 30_000)
    expect(rig.states).toEqual(['connecting', 'silent'])
    expect(rig.way.connections()).toBeGreaterThan(2)
    rig.way.bend((piece) => [piece])
    await until(rig, 'ready')
  })

  it('is given up while it takes no bytes, and what it has of the label is not known', async () => {
    const rig = await openReady()
    rig.way.bendWrites((piece) => (piece.includes('^XA') ? undefined : piece))
    const { confirmation } = await send(rig)
    await pass(rig, 3_000)
    expect(rig.printer.state().kind).toBe('silent')
    expect(await within(rig, 60_000, confirmation)).toMatchObject({ kind: 'unknown', cause: 'no-answer' })
    expect(rig.way.written.filter((piece) => piece.includes('^XA'))).toHaveLength(1)
  })
})

describe('printer that goes away', () => {
  it('is tried until it is there, and labels go on', async () => {
    const rig = open()
    rig.power.setPower(false)
    await until(rig, 'unreachable')
    expect(await rig.printer.prepare()).toMatchObject({ ready: false, state: { kind: 'unreachable' } })
    expect(describePrinterState(rig.printer.state())).toContain('Switch it on')
    await pass(rig, 20_000)
    rig.power.setPower(true)
    await until(rig, 'ready')
    expect((await print(rig)).kind).toBe('printed')
  })

  it('leaves the label that was under way unknown, and does not send it again when it is back', async () => {
    const rig = await openReady({ speedIps: 1 })
    const { confirmation } = await send(rig)
    await pass(rig, 100)
    rig.power.setPower(false)
    expect(await within(rig, 500, confirmation)).toMatchObject({ kind: 'unknown', cause: 'connection-lost' })
    rig.power.setPower(true)
    await until(rig, 'ready')
    await pass(rig, 10_000)
    expect(rig.way.written.filter((piece) => piece.includes('^XA'))).toHaveLength(1)
  })

  it('vouches that nothing was sent when it went away before the label', async () => {
    const rig = await openReady()
    expect((await rig.printer.prepare()).ready).toBe(true)
    rig.power.setPower(false)
    await flush()
    await expect(rig.printer.send([LABEL])).rejects.toMatchObject({
      code: 'printer-unreachable',
      details: { handedOver: false }
    })
  })

  it('settles everything when it is closed, and calls that closed and not lost', async () => {
    const rig = await openReady()
    rig.way.bend(() => [])
    const { confirmation } = await send(rig)
    await rig.printer.close()
    expect(await confirmation).toMatchObject({ kind: 'unknown', cause: 'closed' })
    expect(rig.states).toEqual(['connecting', 'ready', 'closed'])
    expect(await rig.printer.prepare()).toEqual({ ready: false, state: { kind: 'closed' } })
    expect(rig.time.waiting()).toBe(0)
  })

  it.each(['while it says who it is', 'before it is there'])('is closed at once %s', async (when) => {
    const rig = open()
    if (when === 'before it is there') rig.power.setPower(false)
    rig.way.bend(() => [])
    await flush()
    await rig.printer.close()
    expect(rig.printer.state().kind).toBe('closed')
  })
})

describe('replies on a bad line', () => {
  it('are understood cut at every byte', async () => {
    const rig = open()
    rig.way.bend((piece) => piece.split(''))
    await until(rig, 'ready')
    expect((await print(rig)).kind).toBe('printed')
  })

  it('are understood in one piece with noise before, between and after', async () => {
    const rig = open()
    rig.way.bend((piece) => [
      `\r\n\x00ALERT: x [y]\r\n${piece.startsWith('\x02') ? '\x02cut of' : ''}${piece}\r\n\x03noise,1,2`
    ])
    await until(rig, 'ready')
    expect((await print(rig)).kind).toBe('printed')
    expect((await print(rig)).kind).toBe('printed')
  })

  it('cost no more than time where a stray quote hides an answer', async () => {
    const rig = await openReady()
    let strays = 1
    rig.way.bend((piece) => (piece.startsWith('"') && strays-- > 0 ? [`"${piece}`] : [piece]))
    const { confirmation } = await send(rig)
    expect(await within(rig, 9_000, confirmation)).toMatchObject({ kind: 'printed' })
  })

  it('are not counted twice when they come doubled', async () => {
    const rig = await openReady()
    rig.way.bend((piece) => [piece, piece])
    for (let labels = 0; labels < 3; labels += 1) expect((await print(rig)).kind).toBe('printed')
    expect(rig.machine.totalLabelCount()).toBe(3)
  })
})
