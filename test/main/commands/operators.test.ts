import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runCli } from '../../../src/main/cli.ts'
import { openDatabase } from '../../../src/main/commands/open.ts'
import { verifyStore } from '../../../src/main/store/verify.ts'
import { storePlainPart } from '../../helpers/operators.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

async function run(folder: string, ...argv: readonly string[]) {
  let out = ''
  let err = ''
  const status = await runCli(['--data', folder, ...argv], {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    env: {},
    platform: 'linux'
  })
  return { status, out, err }
}

async function staffedFolder(): Promise<string> {
  const folder = temporaryFolder()
  storePlainPart(folder, 'SCREW')
  expect((await run(folder, 'operator', 'add', 'B-1', 'Ada', 'admin')).status).toBe(0)
  expect((await run(folder, 'operator', 'add', 'B-2', 'Kim', 'clerk')).status).toBe(0)
  return folder
}

it('adds operators, the first an admin, and lists them without their badges', async () => {
  const folder = temporaryFolder()
  expect(await run(folder, 'operator', 'add', 'B-1', 'Ada', 'boss')).toMatchObject({ status: 2 })
  const clerk = await run(folder, 'operator', 'add', 'B-1', 'Kim', 'clerk', '--json')
  expect(clerk.status).toBe(1)
  expect(JSON.parse(clerk.out)).toMatchObject({ ok: false, reason: 'first-is-admin' })
  await run(folder, 'operator', 'add', 'B-1', 'Ada', 'admin')
  const list = await run(folder, 'operators', '--json')
  expect(JSON.parse(list.out)).toEqual([{ name: 'Ada', role: 'admin', active: true, pin: false }])
})

it('tracks a part in another way only with a lead’s badge, where there are operators', async () => {
  const folder = await staffedFolder()
  const without = await run(folder, 'part', 'set-tracking', 'SCREW', 'lot')
  expect(without).toMatchObject({ status: 1, err: expect.stringContaining('--badge') })
  const clerk = await run(folder, 'part', 'set-tracking', 'SCREW', 'lot', '--badge', 'B-2')
  expect(clerk).toMatchObject({ status: 1, err: expect.stringContaining('Kim is a clerk') })
  expect(await run(folder, 'part', 'set-tracking', 'SCREW', 'lot', '--badge', 'B-9')).toMatchObject({ status: 1 })
  expect(await run(folder, 'part', 'set-tracking', 'SCREW', 'lot', '--badge', 'B-1')).toMatchObject({ status: 0 })
  const db = openDatabase(folder)
  expect(db.prepare("SELECT operator FROM event WHERE kind = 'approval-given'").all()).toEqual([{ operator: 'Ada' }])
  expect(verifyStore(db).problems).toEqual([])
  db.close()
})

it('asks for the same where a file has a part tracked in another way', async () => {
  const folder = await staffedFolder()
  const file = join(folder, 'parts.csv')
  writeFileSync(file, 'part_number,tracking,lot_source\nSCREW,lot,supplier\n')
  const without = await run(folder, 'import', 'parts', file, '--json')
  expect(without.status).toBe(1)
  expect(JSON.parse(without.out)).toMatchObject({ problems: [{ line: 2, column: 'tracking', value: 'lot' }] })
  expect(await run(folder, 'import', 'parts', file, '--badge', 'B-1')).toMatchObject({ status: 0 })
  expect(await run(folder, 'import', 'parts', file)).toMatchObject({ status: 0 })
})
