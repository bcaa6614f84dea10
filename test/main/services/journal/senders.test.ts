import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { waitFor } from '../../../../scripts/drive/wait-for.ts'
import type { ScanId } from '../../../../src/core/ids.ts'
import { scanDetailView } from '../../../../src/main/services/journal/views.ts'
import { scansOutside } from '../../../../src/main/services/journal/outside.ts'
import { openReadable, snapshot } from '../../../../src/main/store/database.ts'
import { scansAt } from '../../../../src/main/store/scan.ts'
import { createFakeHid } from '../../../fakes/fake-hid.ts'
import { reportsWithAim } from '../../../fakes/hid-reports.ts'
import { runStation, writeStationConfig } from '../../../helpers/running-station.ts'
import { temporaryFolder } from '../../../helpers/temporary-folder.ts'

const EVERY_SCAN = { search: '', scanner: null, outcome: null, from: null, before: null }

it('has what a scanner sent where its settings made something else of it, and which device it was', async () => {
  const folder = temporaryFolder()
  writeStationConfig(folder, {
    scanners: [{ id: 'gun', type: 'hid-pos', prefix: '#', separators: { gs: '|' } }]
  })
  const hid = createFakeHid()
  for (const serialNumber of ['S-A', 'S-B'])
    hid.plug(serialNumber, { manufacturer: 'Honeywell', product: '3320G', serialNumber })
  const { answers } = await runStation(folder, { hid })
  await waitFor('both devices to be opened', () => (hid.openPaths().length === 2 ? true : undefined))
  for (const [path, text] of [
    ['S-A', '#PL|X'],
    ['S-B', 'PLAIN']
  ] as const) {
    for (const report of reportsWithAim(']C1', Buffer.from(text))) hid.send(path, report)
  }
  await waitFor('both answers', () => answers[1])

  const db = openReadable(join(folder, 'dockside.db'))
  onTestFinished(() => {
    db.close()
  })
  const inHex = (text: string) => Buffer.from(text).toString('hex')
  expect(scansAt(db, [1, 2] as ScanId[]).map((scan) => scanDetailView(db, scan))).toMatchObject([
    { device: 'Honeywell 3320G, serial number S-A', hex: inHex('PL\u001dX'), receivedHex: inHex(']C1#PL|X') },
    { device: 'Honeywell 3320G, serial number S-B', hex: inHex('PLAIN'), receivedHex: null }
  ])
  const inBase64 = (text: string) => Buffer.from(text).toString('base64')
  expect(snapshot(db, () => [...scansOutside(db, EVERY_SCAN)])).toMatchObject([
    { device: 'Honeywell 3320G, serial number S-A', raw: inBase64('PL\u001dX'), received: inBase64(']C1#PL|X') },
    { device: 'Honeywell 3320G, serial number S-B', raw: inBase64('PLAIN'), received: null }
  ])
})
