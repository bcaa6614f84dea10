import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { importFile } from '../../../src/main/services/importing.ts'
import { scan, stationWithOrder } from '../../helpers/store.ts'

it('tells at the dock what the imported announcement said, and what of it came before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dockside-expected-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'expected.csv')
  writeFileSync(
    file,
    'order,line,serial,lot,quantity,carton\nPO-1,1,A1,,1,C-1\nPO-1,1,A2,,1,C-1\nPO-1,1,A3,,1,C-2\nPO-1,3,,L1,5,\n'
  )
  const station = stationWithOrder()
  expect(importFile(station, 'expected', file)).toMatchObject({ kind: 'imported', added: 4 })
  expect(scan(station, 'PO-1', 'CAPTURED', 'A1').answer).toMatchObject({ sound: 'accepted' })
  expect(scan(station, 'DS:DONE').answer.message).toContain('Announced and not come: A2 and A3.')
  expect(scan(station, 'CAPTURED', 'B7').answer).toMatchObject({
    sound: 'attention',
    message: expect.stringContaining('B7 was not announced')
  })
  expect(scan(station, 'A2', 'DS:DONE').answer.message).toContain('Announced and not come: A3.')
  expect(scan(station, 'SUPPLIER-LOT', 'L1').answer).toMatchObject({ sound: 'accepted' })
  expect(scan(station, 'DS:CANCEL', 'SUPPLIER-LOT', 'L2').answer).toMatchObject({ sound: 'attention' })
  expect(scan(station, 'DS:CANCEL', 'UNTRACKED', 'DS:QTY:3').answer).toMatchObject({ sound: 'accepted' })
})
