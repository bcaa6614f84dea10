import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runCli } from '../../../src/main/cli.ts'

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dockside-files-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

async function run(folder: string, ...argv: readonly string[]) {
  let out = ''
  let err = ''
  const status = await runCli(['--data', join(folder, 'data'), ...argv], {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    env: {},
    platform: 'linux'
  })
  return { status, out, err }
}

describe('dockside import', () => {
  it('takes over a file, and the same file again without a change', async () => {
    const folder = newFolder()
    const file = join(folder, 'places.csv')
    writeFileSync(file, 'code,description\nDOCK,Goods in\n')
    expect(await run(folder, 'import', 'locations', file)).toMatchObject({
      status: 0,
      out: `${file}: 1 added, 0 changed, 0 unchanged.\n`
    })
    const again = await run(folder, 'import', 'locations', file, '--json')
    expect(again.status).toBe(0)
    expect(JSON.parse(again.out)).toMatchObject({ ok: true, kind: 'locations', added: 0, changed: 0, unchanged: 1 })
  })

  it('lists each bad row with file, line, column, value and reason, and changes nothing', async () => {
    const folder = newFolder()
    const file = join(folder, 'parts.csv')
    writeFileSync(file, 'part_number,tracking,gtin\nA,untracked,\nB,Lot,4006381333932\n')
    const refused = await run(folder, 'import', 'parts', file)
    expect(refused.status).toBe(1)
    expect(refused.out.split('\n')).toEqual([
      `${file} has 2 problems, so nothing was imported:`,
      `${file}, line 3, tracking "Lot": it is one of serial, lot, untracked`,
      `${file}, line 3, gtin "4006381333932": a digit is wrong: the check digit of the others is 1`,
      ''
    ])
    const { status, out } = await run(folder, 'import', 'parts', file, '--json')
    expect(status).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      problems: [
        { file, line: 3, column: 'tracking', value: 'Lot', reason: expect.any(String) as string },
        { file, line: 3, column: 'gtin', value: '4006381333932' }
      ]
    })
    writeFileSync(file, 'part_number,tracking\nA,untracked\n')
    expect((await run(folder, 'import', 'parts', file)).out).toContain('1 added')
  })

  it('names the kinds that there are, and the file that is not there', async () => {
    const folder = newFolder()
    expect(await run(folder, 'import', 'people', 'x.csv')).toMatchObject({
      status: 2,
      err: expect.stringContaining('Choose one of parts, locations, orders, expected, boms, runs') as string
    })
    expect(await run(folder, 'import', 'parts', join(folder, 'none.csv'))).toMatchObject({
      status: 1,
      err: expect.stringContaining('there is no such file') as string
    })
  })

  it('shows no control character of a file to the terminal', async () => {
    const folder = newFolder()
    const file = join(folder, 'parts.csv')
    writeFileSync(file, 'part_number,tracking\n"\u001b[2J",untracked\n')
    const { out } = await run(folder, 'import', 'parts', file)
    expect(out).toContain('\\u001b[2J')
    expect(out).not.toContain('\u001b')
  })
})

describe('dockside export', () => {
  it('writes rows to a file in the format of its name', async () => {
    const folder = newFolder()
    const parts = join(folder, 'parts.csv')
    writeFileSync(parts, 'part_number,tracking\nA,untracked\n')
    await run(folder, 'import', 'parts', parts)
    const file = join(folder, 'events.json')
    expect(await run(folder, 'export', 'events', file)).toMatchObject({
      status: 0,
      out: `1 row of events written: ${file}\n`
    })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject([{ seq: 1, event: 'file-imported' }])
  })

  it('refuses other kinds and formats as used wrongly', async () => {
    const folder = newFolder()
    const parts = join(folder, 'parts.csv')
    writeFileSync(parts, 'part_number,tracking\nA,untracked\n')
    await run(folder, 'import', 'parts', parts)
    expect((await run(folder, 'export', 'parts', join(folder, 'a.csv'))).status).toBe(2)
    expect((await run(folder, 'export', 'events', join(folder, 'a.txt'))).status).toBe(2)
    expect(existsSync(join(folder, 'a.txt'))).toBe(false)
  })
})
