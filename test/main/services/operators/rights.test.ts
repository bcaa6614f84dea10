import { describe, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../../../helpers/temporary-folder.ts'
import { runStation, writeStationConfig, type RunningStation } from '../../../helpers/running-station.ts'
import { storePlainPart } from '../../../helpers/operators.ts'

/** A running station with Ada, Lea, Kim and Quin, signed in as nobody. */
async function staffed(signIn = 'open'): Promise<RunningStation & { readonly dataFolder: string }> {
  const dataFolder = temporaryFolder()
  writeStationConfig(dataFolder, { station: { id: 'DOCK-1', site: '', location: 'DOCK', signIn } })
  storePlainPart(dataFolder, 'SCREW')
  const running = await runStation(dataFolder)
  const { operators } = running.station.api
  await operators.add({ badge: 'B-ADA', name: 'Ada', role: 'admin' })
  await running.scan('B-ADA')
  await operators.add({ badge: 'B-LEA', name: 'Lea', role: 'lead' })
  await operators.add({ badge: 'B-KIM', name: 'Kim', role: 'clerk' })
  await operators.signOut({})
  return { ...running, dataFolder }
}

describe('requests of the window', () => {
  it('that set up take an admin, who is signed in', async () => {
    const running = await staffed()
    const { station } = running
    const { operators, settings } = station.api
    const add = () => operators.add({ badge: 'B-9', name: 'Nia', role: 'admin' })
    await expect(add()).rejects.toMatchObject({ code: 'not-signed-in' })
    await running.scan('B-LEA')
    await expect(add()).rejects.toMatchObject({ code: 'not-allowed', message: expect.stringContaining('Lea') })
    const { config } = await settings.read({})
    await expect(settings.save({ config })).rejects.toMatchObject({ code: 'not-allowed' })
    await running.scan('B-ADA')
    expect(await add()).toEqual({ kind: 'done' })
    expect(await settings.save({ config })).toEqual({ ok: true })
  })

  it('that write take somebody where the station asks for a badge, and those that look take nobody', async () => {
    const running = await staffed('badge')
    const { station } = running
    const { labels, inventory, operators } = station.api
    await expect(labels.printCommands({})).rejects.toMatchObject({ code: 'not-signed-in' })
    expect(await inventory.list({ search: '', show: 'all', offset: 0, limit: 10 })).toMatchObject({ total: 0 })
    expect(await operators.list({})).toMatchObject([{ name: 'Ada', badge: null }, {}, {}])
    await running.scan('B-KIM')
    expect((await labels.printCommands({})).labels).toBeGreaterThan(0)
    expect(await operators.presence({})).toMatchObject({ signedIn: { name: 'Kim', role: 'clerk' }, may: ['work'] })
  })

  it('that need a lead wait for a badge at a scanner, and are done with it', async () => {
    const running = await staffed()
    const { station } = running
    const { parts, operators } = station.api
    await running.scan('B-KIM')
    const answer = parts.setTracking({ partNumber: 'SCREW', tracking: 'lot' })
    await vi.waitFor(async () =>
      expect((await operators.presence({})).asking).toMatchObject({ kind: 'lead', need: 'switch-tracking' })
    )
    await expect(parts.setTracking({ partNumber: 'SCREW', tracking: 'serial' })).rejects.toMatchObject({
      message: expect.stringContaining('waits for a badge')
    })
    expect(await running.scan('B-LEA')).toMatchObject({ sound: 'accepted', title: 'Approved by Lea' })
    expect(await answer).toMatchObject({ kind: 'switched' })
    expect(await operators.presence({})).toMatchObject({ signedIn: { name: 'Kim' }, asking: null })
    const trace = await station.api.tracing.trace({ code: 'SCREW', part: null })
    expect(JSON.stringify(trace)).toContain('tracked as lot')
  })

  it('that need a lead are refused when they are left, and done at once for a lead who is signed in', async () => {
    const running = await staffed()
    const { station } = running
    const { parts, operators } = station.api
    const answer = parts.setTracking({ partNumber: 'SCREW', tracking: 'lot' })
    await vi.waitFor(async () => expect((await operators.presence({})).asking).not.toBeNull())
    const left = expect(answer).rejects.toMatchObject({ code: 'refused' })
    expect(await running.scan('DS:CANCEL')).toMatchObject({ title: 'Not approved' })
    await left
    await running.scan('B-LEA')
    expect(await parts.setTracking({ partNumber: 'SCREW', tracking: 'lot' })).toMatchObject({ kind: 'switched' })
  })

  it('that waited for a lead are forgotten by a restart, and whoever was signed in is not, after a crash alone', async () => {
    const running = await staffed()
    await running.scan('B-KIM')
    void running.station.api.parts.setTracking({ partNumber: 'SCREW', tracking: 'lot' }).catch(() => undefined)
    await vi.waitFor(async () => expect((await running.station.api.operators.presence({})).asking).not.toBeNull())
    await running.close()
    const again = await runStation(running.dataFolder)
    expect(await again.station.api.operators.presence({})).toMatchObject({ signedIn: null, asking: null })
  })
})
