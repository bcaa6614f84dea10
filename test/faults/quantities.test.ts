import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dockside } from '../../scripts/drive/command-line.ts'
import type { RowId } from '../../src/core/ids.ts'
import type { StationApi } from '../../src/ipc/contract.ts'
import { SCHEMAS } from '../../src/ipc/schemas.ts'
import { pictureOf } from '../helpers/picture.ts'
import { goodsFolder, NOBODY_LISTENS, openWorkshop, type Workshop } from '../helpers/workshop.ts'

/** What nobody can have so many of, each with the words that say why. */
const IMPOSSIBLE = [
  ['0', /more than 0/],
  ['-1', /more than 0/],
  ['1000000000', /at most 999999999\.999999/],
  ['1e9', /written in digits/],
  ['0.1234567', /at most 6 decimals/],
  ['١٢', /written in digits/],
  ['1,5', /written in digits/],
  ['NaN', /written in digits/]
] as const

/** Where somebody at the station may be when a quantity is scanned, by the scans that lead there. */
const PLACES = {
  'with nothing open': [],
  'on a receipt': ['PO-1'],
  'on a line of serial units': ['PO-1', 'CAPTURED'],
  'on a line of generated serials': ['PO-1', 'GENERATED'],
  'on a line of a lot': ['PO-1', 'SUPPLIER-LOT', 'L-1'],
  'on a line of an untracked part': ['PO-1', 'UNTRACKED'],
  'while a lot is put away': ['DS:LOC:A-01', 'L-0'],
  'while an untracked part is put away': ['DS:LOC:A-01', 'UNTRACKED'],
  'on a run': ['DS:RUN:RUN-1'],
  'while an untracked component is confirmed': ['DS:RUN:RUN-1', 'UNTRACKED'],
  'while a lot is counted': ['DS:COUNT', 'DS:LOC:DOCK', 'L-0'],
  'while an untracked part is counted': ['DS:COUNT', 'DS:LOC:DOCK', 'UNTRACKED']
} as const

describe.each(Object.entries(PLACES))('an impossible quantity that is scanned %s', (_where, way) => {
  it('is refused with its reason, and changes nothing', async () => {
    const workshop = await openWorkshop()
    if (way.length > 0) await workshop.type(...way)
    const before = workshop.picture()
    for (const [text, reason] of IMPOSSIBLE) {
      const answer = await workshop.type(`DS:QTY:${text}`)
      expect(answer, text).toMatchObject({ sound: 'refused', message: expect.stringMatching(reason) })
    }
    expect(workshop.picture()).toEqual(before)
  })
})

type Request = (api: StationApi, row: RowId, quantity: string) => Promise<unknown>

/** Every request of the window that takes a quantity of stock that is there. */
const REQUESTS: Readonly<Record<string, Request>> = {
  'taking a part of a row to another place': (api, row, quantity) =>
    api.inventory.move(parsed(SCHEMAS.inventory.move, { row, to: 'A-01', quantity })),
  'consuming a part of a row': (api, row, quantity) =>
    api.inventory.remove(parsed(SCHEMAS.inventory.remove, { row, kind: 'consumed', quantity, reason: 'used up' })),
  'scrapping a part of a row': (api, row, quantity) =>
    api.inventory.remove(parsed(SCHEMAS.inventory.remove, { row, kind: 'scrapped', quantity, reason: 'bent' })),
  'taking a component out': async (api, _row, quantity) => {
    const run = await api.assembly.run({ run: 'RUN-1' })
    const installation = run?.top?.lines.flatMap(({ installations }) => installations)[0]?.id
    if (installation === undefined) throw new Error('something is installed')
    return await api.assembly.remove(
      parsed(SCHEMAS.assembly.remove, { installation, quantity, to: 'A-01', reason: 'fits badly' })
    )
  },
  'putting a line on a bill': (api, _row, quantity) =>
    api.boms.add(
      parsed(SCHEMAS.boms.add, {
        partNumber: 'MODULE',
        revision: '',
        component: 'UNTRACKED',
        componentRevision: null,
        quantity,
        madeOnAssembly: false,
        substitutes: []
      })
    ),
  'deciding an issue': (api, _row, quantity) =>
    api.issues.dispose(
      parsed(SCHEMAS.issues.dispose, { issue: ISSUE, kind: 'scrap', quantity, row: null, reason: 'wet' })
    )
}

/** The number of a year's first issue. */
const ISSUE = `Q-${new Date().getFullYear()}-00001`

describe.each(Object.entries(REQUESTS))('%s with an impossible quantity', (_what, request) => {
  it('is refused with its reason, and changes nothing', async () => {
    const workshop = await openWorkshop()
    await workshop.type('DS:RUN:RUN-1', 'L-0', 'DS:HOME')
    const row = await rowOf(workshop, 'L-0')
    const wet = { row, lot: null, title: 'Wet', description: '', severity: 'minor', holds: false } as const
    expect(await workshop.station.api.issues.raise(wet)).toEqual({ kind: 'done', issue: ISSUE })
    const before = workshop.picture()
    for (const [text, reason] of IMPOSSIBLE) {
      expect(await said(request(workshop.station.api, row, text)), text).toMatch(reason)
    }
    expect(workshop.picture()).toEqual(before)
  })
})

/** Every file that takes a quantity. */
const FILES = {
  orders: (quantity: string) => `order,supplier,line,part_number,quantity\nPO-9,Nordwerk,1,UNTRACKED,"${quantity}"`,
  expected: (quantity: string) => `order,line,serial,lot,quantity,carton\nPO-1,3,,L-9,"${quantity}",C-1`,
  boms: (quantity: string) => `part_number,component,quantity\nMODULE,UNTRACKED,"${quantity}"`,
  runs: (quantity: string) => `run,part_number,quantity\nRUN-9,PRODUCT,"${quantity}"`
} as const

describe.each(Object.entries(FILES))('a file of %s with an impossible quantity', (kind, fileWith) => {
  it('is refused with the line and the reason, and changes nothing', async () => {
    const folder = await goodsFolder(NOBODY_LISTENS)
    const before = pictureOf(folder)
    const file = join(folder, 'bad.csv')
    for (const [text, reason] of IMPOSSIBLE) {
      writeFileSync(file, fileWith(text))
      const { status, stdout, stderr } = await dockside(folder, 'import', kind, file)
      expect([status, `${stdout}${stderr}`], text).toEqual([1, expect.stringMatching(reason)])
    }
    expect(pictureOf(folder)).toEqual(before)
  })
})

describe('a quantity with a fraction', () => {
  it.each([
    ['of units that have serials', ['PO-1', 'GENERATED', 'DS:QTY:1.5']],
    ['of captured serials', ['PO-1', 'CAPTURED', 'S-9', 'DS:QTY:1.5']]
  ] as const)('is refused %s', async (_of, scans) => {
    const workshop = await openWorkshop()
    expect(await workshop.type(...scans)).toMatchObject({ sound: 'refused' })
  })
})

/** What the dispatcher lets through: the rules, not the shape, must say what is wrong. */
function parsed<T>(schema: { parse(input: unknown): T }, input: T): T {
  return schema.parse(input)
}

async function rowOf(workshop: Workshop, code: string): Promise<RowId> {
  const { rows } = await workshop.station.api.inventory.list({ search: code, show: 'stock', offset: 0, limit: 1 })
  const [row] = rows
  if (!row) throw new Error(`${code} is in stock`)
  return row.id
}

/** The words of an answer, or of the failure. */
async function said(request: Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await request)
  } catch (error) {
    return String(error)
  }
}
