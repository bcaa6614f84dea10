import { describe, expect, it, vi } from 'vitest'
import { reprint } from '../../../../src/main/services/printing/print-ledger.ts'
import type { LabelRules } from '../../../../src/main/services/context.ts'
import { skipLabelNumbers } from '../../../../src/main/store/label-number.ts'
import { printingStation, type PrintingStation } from '../../../helpers/printing-station.ts'
import { withOperators } from '../../../helpers/operators.ts'
import { scan, stationWithOrder } from '../../../helpers/store.ts'

const EACH: LabelRules = { confirm: { unit: 'each', lot: 'each' }, reprint: 'anyone', lost: 'anyone' }
const SAMPLE: LabelRules = { confirm: { unit: 4, lot: 'off' }, reprint: 'anyone', lost: 'anyone' }

/** The symbol of the label of a serial, from the paper in the hand. */
function symbolOf({ paper }: PrintingStation, code: string): string {
  const found = paper.findLast(
    ({ symbol }) => symbol.includes(`\u001dS${code}\u001d`) || symbol.includes(`\u001d1T${code}\u001d`)
  )
  if (!found) throw new Error(`No label of ${code} came out`)
  return found.symbol
}

async function allOut(station: PrintingStation, count: number): Promise<void> {
  await vi.waitFor(() => expect(station.labels().filter(({ state }) => state === 'printed')).toHaveLength(count), {
    timeout: 5_000
  })
}

describe('labels that are scanned back', () => {
  it('are asked for also where numbers were left out before the first of them, as in a restored store', () => {
    const context = { ...stationWithOrder(), labelRules: EACH }
    skipLabelNumbers(context.db, 100_000)
    expect(scan(context, 'PO-1', 'CAPTURED', 'S-1', 'S-2', 'DS:DONE').answer).toMatchObject({
      sound: 'line-complete',
      message: expect.stringContaining('Stick the labels on, then scan each of the 2 labels.')
    })
  })

  it('are asked for after the line, verified one by one, and then the receipt goes on', async () => {
    const station = await printingStation({ rules: EACH })
    expect(station.scan('PO-1', 'CAPTURED', 'S-1', 'S-2', 'DS:DONE').answer).toMatchObject({
      sound: 'line-complete',
      message: expect.stringContaining('Stick the labels on, then scan each of the 2 labels.')
    })
    await allOut(station, 2)
    expect(station.scan(symbolOf(station, 'S-1')).answer).toMatchObject({
      sound: 'accepted',
      title: 'S-1 of CAPTURED confirmed',
      message: '1 label to go.'
    })
    expect(station.scan(symbolOf(station, 'S-1')).answer).toMatchObject({
      sound: 'duplicate',
      title: 'Scanned already'
    })
    expect(station.scan('DS:DONE').answer).toMatchObject({
      sound: 'attention',
      message: expect.stringMatching(/1 label to scan, such as S-2 of CAPTURED/)
    })
    expect(station.scan(symbolOf(station, 'S-2')).answer).toMatchObject({
      sound: 'line-complete',
      message: 'That was the last one.'
    })
    expect(station.labels().map(({ state, evidence }) => [state, evidence['rank']])).toEqual([
      ['verified', 'scan-back'],
      ['verified', 'scan-back']
    ])
    expect(station.scan('UNTRACKED', 'DS:QTY:1', 'DS:DONE').answer.sound).toBe('line-complete')
  })

  it('are caught on the spot on the wrong unit', async () => {
    const station = await printingStation({ rules: EACH })
    station.scan('PO-1', 'CAPTURED', 'S-1', 'S-2', 'DS:DONE')
    await allOut(station, 2)
    expect(station.scan('S-1').answer).toMatchObject({ sound: 'accepted', title: 'S-1' })
    expect(station.scan(symbolOf(station, 'S-2')).answer).toMatchObject({
      sound: 'refused',
      title: 'Wrong label on the unit',
      message: expect.stringMatching(/The unit is S-1, and the label is that of S-2/)
    })
    expect(station.labels().map(({ state }) => state)).toEqual(['printed', 'printed'])
    expect(station.scan(symbolOf(station, 'S-1')).answer).toMatchObject({ title: 'S-1 of CAPTURED confirmed' })
  })

  it('are refused where they are of another batch, and not verified by a code that stands on goods too', async () => {
    const station = await printingStation({ rules: EACH })
    station.scan('PO-1', 'CAPTURED', 'S-1', 'DS:DONE')
    await allOut(station, 1)
    station.scan('DS:CANCEL', 'CAPTURED', 'S-2', 'DS:DONE')
    await allOut(station, 2)
    expect(station.scan(symbolOf(station, 'S-1')).answer).toMatchObject({ sound: 'refused', title: 'Wrong label' })
    station.scan('S-2')
    expect(station.labels().find(({ serial }) => serial === 'S-2')?.state).toBe('printed')
  })

  it('are asked for from a sample alone where the settings say so', async () => {
    const station = await printingStation({ rules: SAMPLE })
    expect(station.scan('PO-1', 'GENERATED', 'DS:QTY:6', 'DS:DONE').answer.message).toContain('scan 2 of the 6 labels')
    await allOut(station, 6)
    station.scan(symbolOf(station, 'SN-26-0003'))
    expect(station.scan(symbolOf(station, 'SN-26-0005')).answer).toMatchObject({ message: 'That was the last one.' })
    expect(station.labels().filter(({ state }) => state === 'verified')).toHaveLength(2)
  })

  it('are not asked for where the settings say nothing, and verified all the same when they are scanned', async () => {
    const station = await printingStation()
    expect(station.scan('PO-1', 'GENERATED', 'DS:QTY:1', 'DS:DONE').answer.message).not.toContain('scan')
    await allOut(station, 1)
    expect(station.scan('DS:DONE', symbolOf(station, 'SN-26-0001')).answer).toMatchObject({ show: { kind: 'trace' } })
    expect(station.labels()[0]).toMatchObject({ state: 'verified' })
  })

  it('wait while their printer is stopped, and go on after', async () => {
    const station = await printingStation({ rules: EACH })
    station.hand('after 0.5 labels power off')
    station.scan('PO-1', 'CAPTURED', 'S-1', 'S-2', 'DS:DONE')
    await station.states('unknown', 'unknown')
    station.hand('power on')
    expect(station.scan('DS:RESUME', 'DS:DONE', 'DS:DONE').answer.title).toBe('units goes on')
    await station.states('void', 'void', 'printed', 'printed')
    expect(station.scan(symbolOf(station, 'S-1')).answer.title).toBe('S-1 of CAPTURED confirmed')
    expect(station.scan(symbolOf(station, 'S-2')).answer.message).toBe('That was the last one.')
  })
})

describe('printing a label again', () => {
  it('takes a lead where the settings say so', async () => {
    const station = await printingStation({ rules: { ...EACH, confirm: { unit: 'off', lot: 'off' }, reprint: 'lead' } })
    station.scan('PO-1', 'CAPTURED', 'S-1', 'DS:DONE')
    await allOut(station, 1)
    withOperators(station.context)
    const label = station.labels()[0]
    if (!label) throw new Error('There is a label')
    expect(reprint(station.context, label.id, 'Damaged', null)).toMatchObject({
      kind: 'needs-lead',
      need: 'reprint-label'
    })
    expect(station.labels()).toHaveLength(1)
  })
})
