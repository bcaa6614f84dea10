import { takeScan } from '../../../../src/main/services/scanning/take-scan.ts'
import { describe, expect, it, vi } from 'vitest'
import { printStops } from '../../../../src/main/store/print-stop.ts'
import { printingStation, type Paper, type PrintingStation } from '../../../helpers/printing-station.ts'

/** The last good label in the hand. */
function lastGood({ paper }: PrintingStation): string {
  const good = paper.filter(({ quality }) => quality === 'good')
  return good.at(-1)?.symbol ?? ''
}

/** Scans the last good label of those in doubt until the printer goes on; says that none is there where that is so. */
function lookAtPaper(station: PrintingStation): void {
  let { answer } = station.scan('DS:RESUME')
  while (answer.sound === 'accepted') {
    const doubtful = station
      .labels()
      .flatMap(({ state, label, copy }) => (state === 'unknown' ? [`${label}.${copy}`] : []))
    const last = station.paper.findLast(
      ({ quality, symbol }) => quality === 'good' && doubtful.includes(/\u001dZ([^\u001e]*)/.exec(symbol)?.[1] ?? '')
    )
    answer = station.scan(...(last ? [last.symbol] : ['DS:DONE', 'DS:DONE'])).answer
  }
}

function serialsOf(paper: readonly Paper[]): readonly string[] {
  return paper
    .filter(({ quality }) => quality === 'good')
    .map(({ symbol }) => /\u001dS([^\u001d]*)/.exec(symbol)?.[1] ?? '')
}

/** Of each unit there is one good label that is not void, and the ledger says so. */
function expectOneGoodLabelEach(station: PrintingStation): void {
  const valid = station.labels().filter(({ state }) => state === 'printed' || state === 'verified')
  const good = station.paper
    .filter(({ quality }) => quality === 'good')
    .map(({ symbol }) => /\u001dZ([^\u001e]*)/.exec(symbol)?.[1])
  for (const { label, copy } of valid) expect(good.filter((each) => each === `${label}.${copy}`)).toHaveLength(1)
  expect(new Set(valid.map(({ serial }) => serial)).size).toBe(valid.length)
}

async function stopped(station: PrintingStation): Promise<void> {
  await vi.waitFor(() => expect(printStops(station.context.db)).toHaveLength(1), { timeout: 10_000 })
}

const FOUR_SERIALS = ['SN-26-0001', 'SN-26-0002', 'SN-26-0003', 'SN-26-0004']

describe('after power was lost in the middle of a label', () => {
  it('nothing more is printed until the last good label is scanned; then the rest comes as new copies, in order', async () => {
    const station = await printingStation()
    station.hand('after 2.5 labels power off')
    station.scan('PO-1', 'GENERATED', 'DS:QTY:6', 'DS:DONE')
    await stopped(station)
    await station.states('printed', 'printed', 'unknown', 'unknown', 'queued', 'queued')
    station.hand('power on')
    const before = station.paper.length

    expect(station.scan('DS:RESUME').answer).toMatchObject({
      sound: 'accepted',
      title: 'What came out of units?',
      message: expect.stringMatching(
        /SN-26-0003 of GENERATED to SN-26-0004 of GENERATED.*If none of them is there, scan SN-26-0002/
      ),
      show: { kind: 'labels' }
    })
    expect(station.paper).toHaveLength(before)
    await vi.waitFor(
      () =>
        expect(station.scan('DS:RESUME').answer).toMatchObject({
          message: expect.stringContaining('Its counter speaks for none of them.')
        }),
      { timeout: 10_000, interval: 100 }
    )
    expect(station.scan(lastGood(station)).answer).toMatchObject({
      sound: 'line-complete',
      title: 'units goes on',
      message: expect.stringMatching(/^2 labels are printed again.*torn or second label of SN-26-0003/),
      show: { kind: 'receiving' }
    })
    await station.states('printed', 'verified', 'void', 'void', 'printed', 'printed', 'printed', 'printed')
    expect(serialsOf(station.paper)).toEqual([
      'SN-26-0001',
      'SN-26-0002',
      'SN-26-0003',
      'SN-26-0004',
      'SN-26-0005',
      'SN-26-0006'
    ])
    expectOneGoodLabelEach(station)
    expect(station.labels().slice(2, 4)).toMatchObject([
      { copy: 1, evidence: { words: 'Replaced by copy 2: Did not come out' } },
      { copy: 1, evidence: { words: 'Replaced by copy 2: Did not come out' } }
    ])
  })

  it('a label that did come out is verified by its scan, and those before it are asked for', async () => {
    const station = await printingStation({ depth: 3 })
    station.hand('after 2.5 labels reset')
    station.scan('PO-1', 'GENERATED', 'DS:QTY:5', 'DS:DONE')
    await stopped(station)
    await vi
      .waitFor(() => expect(serialsOf(station.paper).length).toBeGreaterThanOrEqual(5), { timeout: 5_000 })
      .catch(() => undefined)
    lookAtPaper(station)
    await vi.waitFor(() => expect(station.labels().filter(({ state }) => state === 'queued')).toEqual([]), {
      timeout: 10_000
    })
    await vi.waitFor(() => expectOneGoodLabelEach(station), { timeout: 5_000 })
    expect(station.labels().some(({ state }) => state === 'verified')).toBe(true)
  })
})

describe('after the program ended without a word', () => {
  it('labels that were on their way are in doubt, and the others wait for the scan', async () => {
    const station = await printingStation({ speedIps: 4 })
    station.scan('PO-1', 'GENERATED', 'DS:QTY:4', 'DS:DONE')
    await vi.waitFor(() => expect(station.labels().map(({ state }) => state)).toContain('printed'), { timeout: 5_000 })
    station.context.db.prepare(`UPDATE label SET state = 'sent' WHERE id = 1`).run()
    station.hand('silent')
    await station.restart()
    station.hand('talk')
    await stopped(station)
    const waiting = station.labels().filter(({ state }) => state === 'queued').length
    await station.printer.printer.idle()
    expect(station.labels().filter(({ state }) => state === 'queued')).toHaveLength(waiting)
    lookAtPaper(station)
    await vi.waitFor(() => expect(station.labels().filter(({ state }) => state === 'queued')).toEqual([]), {
      timeout: 10_000
    })
    await vi.waitFor(() => expectOneGoodLabelEach(station), { timeout: 5_000 })
  })
})

describe('a printer that mends itself with a person’s help', () => {
  it.each(['paper out', 'ribbon out', 'head open'])(
    'goes on by itself after %s, the torn label printed again and said so',
    async (fault) => {
      const station = await printingStation()
      station.hand(`after 1.5 labels ${fault}`)
      station.scan('PO-1', 'GENERATED', 'DS:QTY:4', 'DS:DONE')
      await vi.waitFor(() => expect(station.paper.some(({ quality }) => quality !== 'good')).toBe(true), {
        timeout: 5_000
      })
      await station.seesFault()
      station.hand(fault === 'head open' ? 'head close' : fault.replace(' out', ''))
      await station.states('printed', 'printed', 'printed', 'printed')
      expect(serialsOf(station.paper)).toEqual(['SN-26-0001', 'SN-26-0002', 'SN-26-0003', 'SN-26-0004'])
      expectOneGoodLabelEach(station)
      const words = station.labels().map(({ evidence }) => JSON.stringify(evidence))
      expect(words.filter((each) => each.includes('destroy the torn one')).length).toBe(1)
      expect(station.scan('DS:RESUME').answer).toMatchObject({
        title: 'Torn labels destroyed',
        message: expect.stringMatching(/^SN-26-000\d of GENERATED: only/)
      })
      expect(station.scan('DS:RESUME').answer).toMatchObject({ title: 'Nothing to look for' })
    },
    30_000
  )

  it('asks which of two is the good one where the torn half was counted too', async () => {
    const station = await printingStation({ countsTorn: true })
    station.hand('after 1.5 labels head open')
    station.scan('PO-1', 'GENERATED', 'DS:QTY:4', 'DS:DONE')
    await vi.waitFor(() => expect(station.paper.some(({ quality }) => quality === 'torn')).toBe(true), {
      timeout: 5_000
    })
    await station.seesFault()
    station.hand('head close')
    await stopped(station)
    expect(printStops(station.context.db)[0]?.reason).toContain('printed a torn one again')
    lookAtPaper(station)
    await vi.waitFor(() => expect(serialsOf(station.paper)).toHaveLength(4), { timeout: 10_000 })
    await vi.waitFor(() => expectOneGoodLabelEach(station), { timeout: 5_000 })
  }, 30_000)
})

describe('after a jam spoiled a label and let the next ones come', () => {
  /** The second of four labels was torn, the third is good. */
  async function jammed(): Promise<PrintingStation> {
    const station = await printingStation({ depth: 3, countsTorn: true })
    station.hand('after 1.5 labels jam')
    station.scan('PO-1', 'GENERATED', 'DS:QTY:4', 'DS:DONE')
    await vi.waitFor(() => expect(station.paper.some(({ quality }) => quality === 'torn')).toBe(true), {
      timeout: 5_000
    })
    await station.seesFault()
    station.hand('jam clear')
    await stopped(station)
    await station.printer.printer.idle()
    return station
  }

  it('the last good label says nothing of those before it: they are asked for, and what is not there is printed again', async () => {
    const station = await jammed()
    expect(serialsOf(station.paper)).toContain('SN-26-0003')
    expect(serialsOf(station.paper)).not.toContain('SN-26-0002')
    expect(station.scan('DS:RESUME', 'SN-26-0003').answer).toMatchObject({
      sound: 'accepted',
      title: 'SN-26-0003 of GENERATED is there',
      message: expect.stringMatching(
        /Before SN-26-0003 of GENERATED came .*SN-26-0002 of GENERATED\. Scan the last good/
      ),
      show: { kind: 'labels' }
    })
    expect(printStops(station.context.db), 'nothing is printed before they are seen to').toHaveLength(1)
    lookAtPaper(station)
    await vi.waitFor(() => expect(serialsOf(station.paper).toSorted()).toEqual(FOUR_SERIALS), { timeout: 10_000 })
    await vi.waitFor(() => expectOneGoodLabelEach(station), { timeout: 5_000 })
  }, 30_000)
})

describe('saying what came out', () => {
  async function inDoubt(): Promise<PrintingStation> {
    const station = await printingStation()
    station.hand('after 1.5 labels power off')
    station.scan('PO-1', 'GENERATED', 'DS:QTY:4', 'DS:DONE')
    await stopped(station)
    await station.states('printed', 'unknown', 'unknown', 'queued')
    station.hand('power on')
    return station
  }

  it('is refused while no printer waits for it', async () => {
    const station = await printingStation()
    expect(station.scan('DS:RESUME').answer).toMatchObject({ sound: 'refused', title: 'Nothing to look for' })
  })

  it('is refused for what is none of the labels, and says which they are', async () => {
    const station = await inDoubt()
    expect(station.scan('DS:RESUME', 'SN-26-0004').answer).toMatchObject({
      sound: 'refused',
      message: expect.stringMatching(/SN-26-0004 is none of them.*SN-26-0002 of GENERATED to SN-26-0003/)
    })
    expect(station.scan('UNTRACKED').answer.sound).toBe('refused')
    expect(station.scan('DS:QTY:2').answer).toMatchObject({ sound: 'refused', title: 'Finish first' })
    expect(printStops(station.context.db)).toHaveLength(1)
  })

  it('takes the linear symbol of a label as well as the other', async () => {
    const station = await inDoubt()
    expect(station.scan('DS:RESUME', 'SN-26-0002').answer).toMatchObject({ title: 'units goes on' })
    await station.states('printed', 'verified', 'void', 'printed', 'printed')
  })

  it('takes a considered second DS:DONE for none of them, and not one that was read twice', async () => {
    const station = await inDoubt()
    expect(station.scan('DS:RESUME', 'DS:DONE').answer).toMatchObject({
      sound: 'attention',
      title: 'None of the 2 labels?'
    })
    expect(station.labels().map(({ state }) => state)).toEqual(['printed', 'unknown', 'unknown', 'queued'])
    const twice = takeScan(station.context, {
      scanner: 'gun',
      source: 'other',
      bytes: Buffer.from('DS:DONE'),
      aim: null
    })
    expect(twice.answer).toMatchObject({ sound: 'duplicate', title: 'Read twice' })
    expect(station.labels().map(({ state }) => state)).toEqual(['printed', 'unknown', 'unknown', 'queued'])
    expect(station.scan('DS:DONE').answer).toMatchObject({ title: 'units goes on' })
    await station.states('printed', 'void', 'void', 'printed', 'printed', 'printed')
  })

  it('can wait: nothing is printed meanwhile, and what was in hand goes on', async () => {
    const station = await inDoubt()
    expect(station.scan('DS:RESUME', 'DS:CANCEL').answer).toMatchObject({ title: 'Later', show: { kind: 'receiving' } })
    expect(station.scan('UNTRACKED', 'DS:QTY:3', 'DS:DONE').answer).toMatchObject({ sound: 'line-complete' })
    expect(printStops(station.context.db)).toHaveLength(1)
  })

  it('tells of a void copy that turns up since when it is void and why, wherever it is scanned', async () => {
    const station = await inDoubt()
    const torn = station.paper.find(({ quality }) => quality === 'torn')?.symbol ?? ''
    station.scan('DS:RESUME', 'DS:DONE', 'DS:DONE')
    await station.states('printed', 'void', 'void', 'printed', 'printed', 'printed')
    expect(station.scan(torn).answer).toMatchObject({
      sound: 'attention',
      title: 'Void: copy 1 of SN-26-0002 of GENERATED',
      message: expect.stringMatching(/void since \d{4}-\d\d-\d\d at \d\d:\d\d\. Replaced by copy 2: Did not come out/)
    })
  })
})

describe('several labels that are all there', () => {
  /** Three are out, and nobody knows it. */
  async function threeInDoubt(): Promise<PrintingStation> {
    const station = await printingStation()
    station.scan('PO-1', 'GENERATED', 'DS:QTY:3', 'DS:DONE')
    await station.states('printed', 'printed', 'printed')
    station.context.db.prepare(`UPDATE label SET state = 'sent'`).run()
    await station.restart()
    await station.states('unknown', 'unknown', 'unknown')
    return station
  }

  it('are said to be good by one command, once the last of them was scanned', async () => {
    const station = await threeInDoubt()
    expect(station.scan('DS:RESUME', 'DS:PICK:1').answer, 'nobody has looked yet').toMatchObject({ sound: 'refused' })
    expect(station.scan('SN-26-0003').answer).toMatchObject({
      title: 'SN-26-0003 of GENERATED is there',
      message:
        'Before SN-26-0003 of GENERATED came SN-26-0001 of GENERATED to SN-26-0002 of GENERATED. Scan the last good label of them, too. DS:PICK:1: all of them are good. If none of them is there, scan DS:DONE.'
    })
    expect(station.scan('DS:PICK:1').answer).toMatchObject({
      sound: 'line-complete',
      title: 'units goes on',
      message: 'None is in doubt any more.'
    })
    await station.states('printed', 'printed', 'verified')
    expect(station.labels()[0]?.evidence['words']).toMatch(/ said that it is there and good\.$/)
    expect(printStops(station.context.db)).toEqual([])
  })

  it('can be scanned one after another, each as the last of those that are left', async () => {
    const station = await threeInDoubt()
    expect(station.scan('DS:RESUME', 'SN-26-0003', 'SN-26-0002').answer).toMatchObject({
      message:
        'Before SN-26-0002 of GENERATED came SN-26-0001 of GENERATED. Scan the last good label of them, too. If none of them is there, scan DS:DONE.'
    })
    expect(station.scan('DS:DONE').answer.title).toBe('Is SN-26-0001 of GENERATED not there?')
    expect(station.scan('SN-26-0001').answer).toMatchObject({ title: 'units goes on' })
    await station.states('verified', 'verified', 'verified')
  })

  it('are asked for again after a pause, and after a restart', async () => {
    const station = await threeInDoubt()
    station.scan('DS:RESUME', 'SN-26-0003', 'DS:CANCEL')
    await station.restart()
    expect(station.scan('DS:RESUME').answer.message).toContain(
      'whether SN-26-0001 of GENERATED to SN-26-0002 of GENERATED came out'
    )
  })
})

describe('labels in doubt that are seen to one by one', () => {
  it('let the printer go on when none of them is left', async () => {
    const station = await printingStation({ depth: 1 })
    station.hand('after 1.5 labels reset')
    station.scan('PO-1', 'GENERATED', 'DS:QTY:3', 'DS:DONE')
    await stopped(station)
    await station.states('printed', 'unknown', 'queued')
    await vi.waitFor(() => expect(station.paper.length).toBeGreaterThan(1), { timeout: 10_000 })
    station.scan('DS:CANCEL', lastGood(station))
    expect(printStops(station.context.db)).toEqual([])
    await station.states('printed', 'verified', 'printed')
  })
})
