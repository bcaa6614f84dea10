import { describe, expect, it } from 'vitest'
import type { ReceiptLineId } from '../../../../src/core/ids.ts'
import { askedForViews, loseFromList } from '../../../../src/main/services/printing/returns.ts'
import { reverseLine } from '../../../../src/main/services/receiving/reverse.ts'
import { readSession } from '../../../../src/main/services/session-store.ts'
import { verifyStore } from '../../../../src/main/store/verify.ts'
import { withOperators } from '../../../helpers/operators.ts'
import { printingStation, type PrintingStation } from '../../../helpers/printing-station.ts'

const RULES = { confirm: { unit: 'off', lot: 'off' }, reprint: 'anyone', lost: 'anyone' } as const

/** A receipt of two units, S-1 and S-2, and one of S-3, both taken back once their labels were out. */
async function takenBack(rules: PrintingStation['context']['labelRules'] = RULES): Promise<PrintingStation> {
  const station = await printingStation({ rules })
  station.scan('PO-1', 'CAPTURED', 'S-1', 'S-2', 'DS:DONE', 'CAPTURED', 'S-3', 'DS:DONE', 'DS:CANCEL')
  await station.states('printed', 'printed', 'printed')
  takeBack(station, 1)
  takeBack(station, 2)
  return station
}

function takeBack({ context }: PrintingStation, line: number): void {
  expect(reverseLine(context, line as ReceiptLineId, 'Wrong delivery', null)).toMatchObject({ kind: 'reversed' })
}

/** The square symbol of the label of a serial. */
function symbolOf({ paper }: PrintingStation, serial: string): string {
  const found = paper.find(({ symbol }) => symbol.includes(`\u001dS${serial}\u001d`))
  if (!found) throw new Error(`No label of ${serial} came out`)
  return found.symbol
}

function asked({ context }: PrintingStation) {
  return askedForViews(context.db).map(({ what, open, back, lost }) => [what, open, back, lost])
}

describe('labels of receipts that were taken back', () => {
  it('are listed by what was taken back, until each is scanned, wherever that is', async () => {
    const station = await takenBack()
    const [two, one] = ['2 pcs of CAPTURED on receipt R-2026-00001', '1 pcs of CAPTURED on receipt R-2026-00001']
    expect(asked(station)).toEqual([
      [two, 2, 0, 0],
      [one, 1, 0, 0]
    ])
    expect(askedForViews(station.context.db)[0]).toMatchObject({ reason: 'Wrong delivery', order: 'PO-1' })
    expect(station.scan(symbolOf(station, 'S-1')).answer).toMatchObject({
      sound: 'accepted',
      title: 'S-1 of CAPTURED is back',
      message: 'Destroy the label. 2 more labels are asked for.'
    })
    expect(asked(station)).toEqual([
      [two, 1, 1, 0],
      [one, 1, 0, 0]
    ])
    expect(station.scan(symbolOf(station, 'S-1')).answer).toMatchObject({ title: 'Void: copy 1 of S-1 of CAPTURED' })
    station.scan(symbolOf(station, 'S-3'), symbolOf(station, 'S-2'))
    expect(asked(station)).toEqual([])
    expect(verifyStore(station.context.db).problems).toEqual([])
  })

  it('are gone through receipt by receipt after DS:RETURNS, and what was in hand goes on after', async () => {
    const station = await takenBack()
    expect(station.scan('PO-1', 'GENERATED', 'DS:RETURNS').answer).toMatchObject({
      title: '2 labels to bring back',
      message: expect.stringMatching(/Taken back: 2 pcs of CAPTURED.*such as that of S-1 of CAPTURED/),
      show: { kind: 'labels' }
    })
    expect(station.scan(symbolOf(station, 'S-2')).answer.title).toBe('S-2 of CAPTURED is back')
    expect(station.scan('S-1').answer, 'the linear symbol will do').toMatchObject({ title: 'S-1 of CAPTURED is back' })
    expect(station.scan('DS:RETURNS').answer.title).toBe('1 label to bring back')
    expect(station.scan(symbolOf(station, 'S-3')).answer).toMatchObject({
      sound: 'line-complete',
      message: 'Destroy the label. That was the last one.',
      show: { kind: 'receiving' }
    })
    expect(readSession(station.context.db).at).toMatchObject({ kind: 'line' })
    expect(station.scan('DS:RETURNS').answer).toMatchObject({ sound: 'refused', title: 'No label is asked for' })
  })

  it('are given up by scan alone, with a reason, a receipt at a time', async () => {
    const station = await takenBack()
    station.scan('DS:RETURNS', symbolOf(station, 'S-2'))
    expect(station.scan('DS:DONE').answer).toMatchObject({
      sound: 'attention',
      title: 'Why can 1 label not be found?',
      message: expect.stringContaining('DS:PICK:1: Went out with the goods.')
    })
    expect(station.scan('DS:PICK:4').answer.sound).toBe('refused')
    expect(station.scan('DS:UNDO').answer.title).toBe('1 label to bring back')
    expect(station.scan('DS:PICK:1').answer.sound).toBe('refused')
    expect(station.scan('DS:DONE', 'DS:PICK:1').answer).toMatchObject({ title: '1 label given up' })
    expect(asked(station)).toHaveLength(1)
    expect(lastEvent(station)).toMatchObject({
      kind: 'labels-lost',
      operator: 'kim',
      data: { labels: ['DS00000001 copy 1'], reason: 'Went out with the goods' }
    })
    expect(station.scan('DS:CANCEL').answer.title).toBe('Later')
    expect(readSession(station.context.db).at.kind).not.toBe('returns')
    expect(verifyStore(station.context.db).problems).toEqual([])
  })

  it('are taken when they turn up after they were given up', async () => {
    const station = await takenBack()
    station.scan('DS:RETURNS', 'DS:DONE', 'DS:PICK:3', 'DS:CANCEL')
    expect(asked(station)).toHaveLength(1)
    expect(station.scan(symbolOf(station, 'S-1')).answer).toMatchObject({
      title: 'S-1 of CAPTURED is back',
      message: 'Destroy the label. 1 more label is asked for.'
    })
    expect(station.scan(symbolOf(station, 'S-1')).answer.title).toBe('Void: copy 1 of S-1 of CAPTURED')
    expect(verifyStore(station.context.db).problems).toEqual([])
  })

  it('take a lead to be given up where the settings say so, by scan and on the screen', async () => {
    const station = await takenBack({ ...RULES, lost: 'lead' })
    withOperators(station.context)
    station.scan('B-KIM', 'DS:RETURNS', 'DS:DONE')
    expect(station.scan('DS:PICK:2').answer).toMatchObject({ title: 'A lead is needed' })
    expect(asked(station)).toHaveLength(2)
    expect(station.scan('B-LEA').answer).toMatchObject({
      title: '2 labels given up',
      message: expect.stringContaining('Approved by Lea')
    })
    expect(asked(station)).toHaveLength(1)
    const [label] = askedForViews(station.context.db)[0]?.labels ?? []
    if (!label) throw new Error('One label is asked for')
    expect(loseFromList(station.context, [label.id], 'Not there', null)).toMatchObject({
      kind: 'needs-lead',
      need: 'lose-label'
    })
  })

  it('refuse what is none of them, and say so where one is asked for no more', async () => {
    const station = await takenBack()
    const [label] = askedForViews(station.context.db)[0]?.labels ?? []
    if (!label) throw new Error('Two labels are asked for')
    expect(station.scan('DS:RETURNS', 'S-9').answer).toMatchObject({ sound: 'refused', title: 'Not asked for' })
    for (const command of ['DS:QTY:2', 'DS:COUNT', 'DS:GENERATE', 'DS:UNDO']) {
      expect(station.scan(command).answer.sound).toBe('refused')
    }
    expect(readSession(station.context.db).at).toMatchObject({ kind: 'returns' })
    expect(loseFromList(station.context, [label.id], ' Fell into the press ', null)).toBeNull()
    expect(() => loseFromList(station.context, [label.id], 'Again', null)).toThrow(/not asked for any more/)
  })
})

function lastEvent({ context }: PrintingStation) {
  const row = context.db.prepare('SELECT kind, operator, data FROM event ORDER BY seq DESC LIMIT 1').get() as {
    readonly kind: string
    readonly operator: string
    readonly data: string
  }
  return { ...row, data: JSON.parse(row.data) as unknown }
}
