import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dockside, docksideDone, docksideJson } from '../../scripts/drive/command-line.ts'
import { PROJECT_ROOT } from '../../scripts/project.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

describe('a command line that is used wrongly', () => {
  it.each([
    { words: [], says: 'No command was given' },
    { words: ['numbers'], says: 'No command was given' },
    { words: ['recieve'], says: "unknown command 'recieve'" },
    { words: ['import', 'parts'], says: "missing required argument 'file'" },
    { words: ['inventory', '--colour', 'red'], says: "unknown option '--colour'" },
    { words: ['labels', '--state', 'lost'], says: 'lost is no state of a label' }
  ])('has status 2 and one document for programs: $words', async ({ words, says }) => {
    const { status, stdout } = await dockside(temporaryFolder(), '--json', ...words)
    expect(status).toBe(2)
    const { error } = JSON.parse(stdout) as { error: { code: string; message: string } }
    expect(error.code).toBe('usage')
    expect(error.message).toContain(says)
  })

  it('says to people what there is, and writes no document', async () => {
    const { status, stdout, stderr } = await dockside(temporaryFolder(), 'recieve')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain("unknown command 'recieve'")
  })
})

it('lists its commands on demand, which is no mistake', async () => {
  const { status, stdout } = await dockside(temporaryFolder(), '--help')
  expect(status).toBe(0)
  for (const command of [
    'import',
    'inventory',
    'receipts',
    'labels',
    'trace',
    'numbers',
    'verify',
    'backup',
    'restore'
  ]) {
    expect(stdout).toContain(command)
  }
})

it('traces a part over all its revisions, and names the revision of a part that has one', async () => {
  const folder = temporaryFolder()
  await docksideDone(folder, 'import', 'parts', join(PROJECT_ROOT, 'resources', 'sample', 'parts.csv'))
  expect((await dockside(folder, 'trace', 'HSG-1180')).stdout).toMatch(/^HSG-1180\n/)
  expect((await dockside(folder, 'trace', 'HSG-1181')).stdout).toMatch(/^HSG-1181 A\n/)
})

it('previews every pattern, with the name of a token where its value is not known yet', async () => {
  const preview = await docksideJson(temporaryFolder(), 'numbers', 'preview', '{ORDER}-{PN}-{###}', '--count', '12')
  expect(preview).toMatchObject({ first: 'ORDER-PN-001', last: 'ORDER-PN-012', remaining: 987 })
})

it('draws the label of a place that has never had one', async () => {
  const folder = temporaryFolder()
  await docksideDone(folder, 'import', 'locations', join(PROJECT_ROOT, 'resources', 'sample', 'locations.csv'))
  const file = join(folder, 'place.png')
  expect(await docksideJson(folder, 'label', 'render', 'ESD-01', '--out', file)).toMatchObject({ label: null, file })
  expect(readFileSync(file).subarray(1, 4).toString()).toBe('PNG')
})
