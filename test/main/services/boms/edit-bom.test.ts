import { describe, expect, it } from 'vitest'
import type { BomLineInput } from '../../../../src/ipc/bom-api.ts'
import type { BomAnswer } from '../../../../src/ipc/bom-views.ts'
import { bomView } from '../../../../src/main/services/boms/bom-view.ts'
import { putLine, removeLine } from '../../../../src/main/services/boms/edit-bom.ts'
import type { StationContext } from '../../../../src/main/services/context.ts'
import { transaction } from '../../../../src/main/store/database.ts'
import { eachEvent } from '../../../../src/main/store/event.ts'
import { putPart, type PartRecord } from '../../../../src/main/store/part.ts'
import { verifyStore } from '../../../../src/main/store/verify.ts'
import { PLAIN_PART, stationWithOrder } from '../../../helpers/store.ts'

const PARTS: readonly Partial<PartRecord>[] = [
  { partNumber: 'DRONE', revision: 'A', tracking: 'serial', serialSource: 'generated', serialPattern: 'DR-{####}' },
  { partNumber: 'DRONE', revision: 'B', tracking: 'serial', serialSource: 'generated', serialPattern: 'DR-{####}' },
  { partNumber: 'ARM', revision: 'A', tracking: 'serial', serialSource: 'generated', serialPattern: 'AR-{####}' },
  { partNumber: 'CABLE', tracking: 'lot', unit: 'm', lotSource: 'supplier' },
  { partNumber: 'TAPE', tracking: 'lot', unit: 'm', lotSource: 'supplier' },
  { partNumber: 'SCREW', description: 'Screw M4' }
]

function withParts(): StationContext {
  const context = stationWithOrder()
  transaction(context.db, () => {
    for (const part of PARTS) putPart(context.db, { ...PLAIN_PART, ...part })
  })
  return context
}

const ARM: BomLineInput = {
  partNumber: 'DRONE',
  revision: 'A',
  component: 'ARM',
  componentRevision: null,
  quantity: '4',
  madeOnAssembly: true,
  substitutes: []
}
const CABLE: BomLineInput = { ...ARM, component: 'CABLE', quantity: '0.25', madeOnAssembly: false }

/** What was refused, as `field: sentence`. */
function problemsOf(answer: BomAnswer): readonly string[] {
  if (answer.kind !== 'refused') throw new Error(answer.message)
  return answer.problems.map(({ field, message }) => `${field ?? 'line'}: ${message}`)
}

function linesOf({ db }: StationContext): readonly string[] {
  return (bomView(db, 'DRONE', 'A')?.lines ?? []).map(
    ({ quantity, component }) => `${quantity / 1_000_000} ${component}`
  )
}

describe('a bill on screen', () => {
  it('takes a line, changes it and lets it go, and each of it is an event', () => {
    const context = withParts()
    expect(putLine(context, 'add', ARM)).toEqual({ kind: 'changed', message: 'ARM is on the bill of DRONE A.' })
    expect(putLine(context, 'add', { ...CABLE, substitutes: ['TAPE'] }).kind).toBe('changed')
    expect(putLine(context, 'change', { ...ARM, quantity: '6', componentRevision: 'A' })).toEqual({
      kind: 'changed',
      message: 'ARM was changed on the bill of DRONE A.'
    })
    expect(linesOf(context)).toEqual(['6 ARM', '0.25 CABLE'])
    expect(removeLine(context, CABLE)).toEqual({
      kind: 'changed',
      message: 'CABLE was taken off the bill of DRONE A.'
    })
    expect(linesOf(context)).toEqual(['6 ARM'])
    expect([...eachEvent(context.db)].map(({ kind, data }) => [kind, data.added, data.changed, data.removed])).toEqual([
      [
        'bom-changed',
        [{ component: 'ARM', component_revision: '', quantity: '4', made_on_assembly: 'yes', substitutes: '' }],
        {},
        []
      ],
      [
        'bom-changed',
        [{ component: 'CABLE', component_revision: '', quantity: '0.25', made_on_assembly: 'no', substitutes: 'TAPE' }],
        {},
        []
      ],
      ['bom-changed', [], { ARM: { component_revision: { from: '', to: 'A' }, quantity: { from: '4', to: '6' } } }, []],
      [
        'bom-changed',
        [],
        {},
        [{ component: 'CABLE', component_revision: '', quantity: '0.25', made_on_assembly: 'no', substitutes: 'TAPE' }]
      ]
    ])
    expect(verifyStore(context.db).problems).toEqual([])
  })

  it('that is as it was asked for is not changed, and no event says so', () => {
    const context = withParts()
    putLine(context, 'add', ARM)
    expect(putLine(context, 'change', ARM).kind).toBe('unchanged')
    expect([...eachEvent(context.db)]).toHaveLength(1)
  })

  it.each<[Partial<BomLineInput>, string]>([
    [{ component: '' }, 'component: It may not be empty.'],
    [{ component: 'NONE' }, 'component: There is no such part: import it first.'],
    [{ component: 'DRONE' }, 'component: A part is no component of itself.'],
    [{ component: "x'; DROP TABLE part;--" }, 'component: There is no such part: import it first.'],
    [{ component: '\u001b[2J' }, 'component: It holds a character that is not printable ASCII.'],
    [{ quantity: '' }, 'quantity: It may not be empty.'],
    [{ quantity: '0' }, 'quantity: A quantity is more than 0.'],
    [{ quantity: '-1' }, 'quantity: A quantity is more than 0.'],
    [{ quantity: '1e9' }, 'quantity: A quantity is written in digits, with a point for decimals.'],
    [{ quantity: '1000000000' }, 'quantity: A quantity is at most 999999999.999999.'],
    [{ quantity: '1.1234567' }, 'quantity: A quantity has at most 6 decimals.'],
    [{ quantity: '1.5' }, 'quantity: ARM is tracked by serial, so its quantity is whole.'],
    [
      { componentRevision: 'Z' },
      'component_revision: There is no such revision: ARM has A; leave this empty to allow any.'
    ],
    [{ substitutes: ['ARM'] }, 'substitutes: A component is no substitute for itself.'],
    [
      { substitutes: ['CABLE'] },
      'substitutes: CABLE is counted in m and ARM in pcs, so one cannot stand for the other.'
    ]
  ])('refuses %j and stays as it was', (wrong, words) => {
    const context = withParts()
    expect(problemsOf(putLine(context, 'add', { ...ARM, ...wrong }))).toEqual([words])
    expect([...eachEvent(context.db)]).toEqual([])
    expect(linesOf(context)).toEqual([])
  })

  it('refuses a loop through other bills, and names the whole of it', () => {
    const context = withParts()
    putLine(context, 'add', ARM)
    putLine(context, 'add', { ...ARM, partNumber: 'ARM', component: 'SCREW', quantity: '3', madeOnAssembly: false })
    const loop = { ...ARM, partNumber: 'SCREW', revision: '', component: 'DRONE', quantity: '1' }
    expect(problemsOf(putLine(context, 'add', loop))).toEqual([
      'component: SCREW would be made of itself: SCREW → DRONE A → ARM A → SCREW.'
    ])
  })

  it('refuses to add what is there, and to change or take off what is gone', () => {
    const context = withParts()
    putLine(context, 'add', ARM)
    expect(problemsOf(putLine(context, 'add', ARM))[0]).toContain('ARM is on the bill of DRONE A already')
    expect(problemsOf(putLine(context, 'change', CABLE))[0]).toContain('CABLE is no longer on the bill of DRONE A')
    expect(problemsOf(removeLine(context, CABLE))[0]).toContain('CABLE is no longer on the bill')
    expect(problemsOf(removeLine(context, { ...ARM, revision: 'Z' }))[0]).toContain('no longer on the bill of DRONE Z')
  })

  it('shows the last revision that has a bill, where the part goes in, and what has a bill of its own', () => {
    const context = withParts()
    putLine(context, 'add', ARM)
    putLine(context, 'add', { ...CABLE, substitutes: ['TAPE'] })
    putLine(context, 'add', { ...ARM, partNumber: 'ARM', component: 'SCREW', quantity: '3', madeOnAssembly: false })
    expect(bomView(context.db, 'DRONE', null)).toMatchObject({
      revision: 'A',
      revisions: [
        { revision: 'A', lines: 2 },
        { revision: 'B', lines: 0 }
      ],
      lines: [
        { component: 'ARM', hasBom: true, madeOnAssembly: true },
        { component: 'CABLE', hasBom: false, unit: 'm', substitutes: ['TAPE'] }
      ],
      usedIn: []
    })
    expect(bomView(context.db, 'SCREW', null)).toMatchObject({ revision: '', usedIn: [{ partNumber: 'ARM' }] })
    expect(bomView(context.db, 'TAPE', null)?.usedIn).toMatchObject([{ partNumber: 'DRONE', isSubstitute: true }])
    expect(bomView(context.db, 'NONE', null)).toBeNull()
    expect(bomView(context.db, 'DRONE', 'Z')).toBeNull()
  })
})
