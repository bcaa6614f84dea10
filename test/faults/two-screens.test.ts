import { describe, expect, it } from 'vitest'
import type { RowId } from '../../src/core/ids.ts'
import { openStation } from '../../src/main/station.ts'
import { openWorkshop, type Workshop } from '../helpers/workshop.ts'

/** What a window hears, unasked. */
interface Screen {
  readonly heard: readonly string[]
}

function openScreen({ station }: Workshop): Screen {
  const heard: string[] = []
  station.onEvent((name, payload) => {
    if (name === 'scan') heard.push((payload as { readonly title: string }).title)
    if (name === 'changed') heard.push(...(payload as { readonly topics: readonly string[] }).topics)
  })
  return { heard }
}

async function rowOf({ station }: Workshop, code: string): Promise<RowId> {
  const { rows } = await station.api.inventory.list({ search: code, show: 'all', offset: 0, limit: 1 })
  const [row] = rows
  if (!row) throw new Error(`${code} has a row`)
  return row.id
}

describe('two screens at one station', () => {
  it('hear the same answers, whoever scanned, and are told alike what changed', async () => {
    const workshop = await openWorkshop()
    const [left, right] = [openScreen(workshop), openScreen(workshop)]
    await workshop.type('DS:LOC:A-01', 'S-0', 'DS:HOME')
    expect(left.heard).toEqual(expect.arrayContaining(['S-0 to A-01', 'inventory', 'Ready']))
    expect(right.heard).toEqual(left.heard)
  })

  it('show one session: what one opens, the other goes on with', async () => {
    const workshop = await openWorkshop()
    const { receiving } = workshop.station.api
    await workshop.type('PO-1', 'CAPTURED', 'S-10')
    const shown = await receiving.current({})
    await workshop.type('S-11')
    const later = await receiving.current({})
    expect(JSON.stringify(shown)).toContain('S-10')
    expect(JSON.stringify(later)).toContain('S-10')
    expect(JSON.stringify(later)).toContain('S-11')
    expect(await workshop.type('S-10')).toMatchObject({ sound: 'duplicate' })
  })

  it('that ask for one unit at the same moment: the first has it, the second hears what became of it', async () => {
    const workshop = await openWorkshop()
    const { inventory } = workshop.station.api
    const row = await rowOf(workshop, 'S-1')
    const request = { row, kind: 'consumed', quantity: null, reason: 'used up' } as const
    const [first, second] = await Promise.all([inventory.remove(request), inventory.remove(request)])
    expect(first).toMatchObject({ kind: 'allowed' })
    expect(second).toMatchObject({ kind: 'refused', reason: 'gone', message: expect.stringContaining('was consumed') })
  })

  it('that take the rest of a lot at the same moment never take more than there is', async () => {
    const workshop = await openWorkshop()
    const { inventory } = workshop.station.api
    const row = await rowOf(workshop, 'L-0')
    const answers = await Promise.all(
      ['25', '25'].map((quantity) => inventory.remove({ row, kind: 'scrapped', quantity, reason: 'spilt' }))
    )
    expect(answers).toMatchObject([{ kind: 'allowed' }, { kind: 'refused', reason: 'more-than-there' }])
  })

  it('that scan the same serial at the same moment receive it once', async () => {
    const workshop = await openWorkshop()
    await workshop.type('PO-1', 'CAPTURED')
    const { scanning } = workshop.station.api
    const answers = await Promise.all([scanning.submit({ text: 'S-20' }), scanning.submit({ text: 'S-20' })])
    expect(answers.map(({ sound }) => sound)).toEqual(['accepted', 'duplicate'])
    expect(await workshop.type('DS:DONE')).toMatchObject({ title: '1 pcs received' })
  })

  it('keep what one has typed into a dialog true: a row that the other has moved meanwhile is moved from where it is now', async () => {
    const workshop = await openWorkshop()
    const { inventory } = workshop.station.api
    const row = await rowOf(workshop, 'S-2')
    await workshop.type('DS:LOC:A-01', 'S-2', 'DS:HOME')
    expect(await inventory.move({ row, to: 'A-01', quantity: null })).toMatchObject({ reason: 'already-there' })
    expect(await inventory.move({ row, to: 'A-02', quantity: null })).toMatchObject({ kind: 'allowed' })
  })

  it('belong to one process: a second on the same folder is refused and told who holds it', async () => {
    const { dataFolder } = await openWorkshop()
    await expect(
      openStation({ dataFolder, version: '0', workers: '', replayKeys: () => undefined })
    ).rejects.toMatchObject({ code: 'data-folder-held', message: expect.stringContaining('a running station') })
  })
})
