import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { dockside, docksideDone, docksideJson } from '../../../scripts/drive/command-line.ts'
import { runStation, writeStationConfig } from '../../helpers/running-station.ts'
import { importSample } from '../../helpers/sample-folder.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

interface Restored {
  readonly epoch: number
  readonly replaced: string | null
  readonly numbers_continue: boolean
  readonly labels_in_doubt: number
}

/** A station's folder in which some units of our own numbers were received, a backup of it made, and more received after. */
async function backedUp() {
  const folder = join(temporaryFolder(), 'data')
  writeStationConfig(folder)
  await importSample(folder)
  await receive(folder, 3)
  const { file } = await docksideJson<{ file: string }>(folder, 'backup', join(folder, 'backups'))
  await receive(folder, 4)
  return { folder, backup: file }
}

async function receive(folder: string, count: number): Promise<void> {
  const running = await runStation(folder)
  await running.scan('DS:HOME', 'PO-2026-0417', 'BR-2041', `DS:QTY:${count}`, 'DS:DONE', 'DS:HOME')
  await expect
    .poll(async () => {
      const { rows } = await running.station.api.labels.list({ search: '', states: [], offset: 0, limit: 100 })
      return rows.every(({ state }) => state === 'printed')
    })
    .toBe(true)
  await running.close()
}

const serials = async (folder: string) =>
  (await docksideJson<readonly { serial: string }[]>(folder, 'inventory')).map(({ serial }) => serial).sort()
const labels = async (folder: string) =>
  await docksideJson<readonly { label: string; state: string; serial: string }[]>(folder, 'labels')
const verified = async (folder: string) =>
  expect(await docksideJson<object>(folder, 'verify')).toMatchObject({ ok: true, problems: [] })

it('goes back to the backup, keeps what was there, and gives no number twice', async () => {
  const { folder, backup } = await backedUp()
  const before = await serials(folder)
  const numbersBefore = (await labels(folder)).map(({ label }) => label)
  expect(before).toHaveLength(7)

  const { replaced, ...rest } = await docksideJson<Restored>(folder, 'restore', backup)
  expect(rest).toMatchObject({ epoch: 2, numbers_continue: true, labels_in_doubt: 0, missing: [] })
  expect(await serials(folder)).toEqual(before.slice(0, 3))
  expect(existsSync(replaced ?? '')).toBe(true)
  expect(readdirSync(folder).filter((name) => /restoring|replaced.*-wal/.test(name))).toEqual([])
  await verified(folder)

  await receive(folder, 4)
  const after = (await serials(folder)).slice(3)
  expect(after.filter((serial) => before.includes(serial))).toEqual([])
  const newLabels = (await labels(folder)).map(({ label }) => label)
  expect(new Set(newLabels).size).toBe(7)
  expect(newLabels.filter((label) => numbersBefore.includes(label))).toHaveLength(3)
  await verified(folder)

  const again = await docksideJson<Restored>(folder, 'restore', replaced ?? '')
  expect(again).toMatchObject({ epoch: 3 })
  expect(await serials(folder)).toEqual(before)
})

it('prints no label that waited when the backup was made: it may be out', async () => {
  const folder = join(temporaryFolder(), 'data')
  writeStationConfig(folder, {
    printers: [
      {
        id: 'far',
        transport: { type: 'tcp', host: '127.0.0.1', port: 9 },
        dpi: 203,
        media: { widthMm: 51, heightMm: 25 }
      }
    ],
    labels: { unit: 'far', lot: 'far', location: 'far' }
  })
  await importSample(folder)
  const running = await runStation(folder)
  await running.scan('PO-2026-0417', 'BR-2041', 'DS:QTY:3', 'DS:DONE', 'DS:HOME')
  const { file } = await docksideJson<{ file: string }>(folder, 'backup', join(folder, 'backups'))
  await running.close()

  expect(await docksideJson(folder, 'restore', file)).toMatchObject({ labels_in_doubt: 3 })
  expect((await labels(folder)).map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown'])
  await verified(folder)
})

it('says what it cannot know where there is no store to replace, and leaves label numbers out', async () => {
  const { backup } = await backedUp()
  const elsewhere = join(temporaryFolder(), 'data')
  const words = await docksideDone(elsewhere, 'restore', backup)
  expect(words).toMatch(/Numbers that were given since the backup are not known: look at the newest serial/)
  writeStationConfig(elsewhere)
  await receive(elsewhere, 1)
  expect(
    (await labels(elsewhere))
      .map(({ label }) => label)
      .toSorted()
      .at(-1)
  ).toBe('DS00100004')
  await verified(elsewhere)
})

it('replaces a database that is damaged, and keeps that as it is', async () => {
  const { folder, backup } = await backedUp()
  writeFileSync(join(folder, 'dockside.db'), 'no database any more')
  const { replaced, numbers_continue: isKnown } = await docksideJson<Restored>(folder, 'restore', backup)
  expect(isKnown).toBe(false)
  expect(existsSync(replaced ?? '')).toBe(true)
  await verified(folder)
})

it.each([
  ['a file that is not there', 'none.db', /There is no file/],
  ['a file that is no database', 'text.db', /damaged or is not a database/],
  ['an empty file', 'empty.db', /no backup of a station/],
  ['the database itself', 'dockside.db', /is the database itself/]
])('refuses %s, and changes nothing', async (_, name, words) => {
  const { folder } = await backedUp()
  writeFileSync(join(folder, 'text.db'), 'Dear diary, '.repeat(1_000))
  writeFileSync(join(folder, 'empty.db'), '')
  const before = await serials(folder)
  const { status, stderr } = await dockside(folder, 'restore', join(folder, name))
  expect(status).toBe(1)
  expect(stderr).toMatch(words)
  expect(await serials(folder)).toEqual(before)
  expect(readdirSync(folder).filter((file) => /restoring|replaced/.test(file))).toEqual([])
})

it('waits for no station: while one runs, it is refused', async () => {
  const { folder, backup } = await backedUp()
  await runStation(folder)
  const { status, stderr } = await dockside(folder, 'restore', backup)
  expect(status).toBe(1)
  expect(stderr).toMatch(/in use by a running station/)
})
