import { expect, it } from 'vitest'
import { addDays, todayOf } from '../../../src/core/clock.ts'
import { runCli } from '../../../src/main/cli.ts'
import { openDatabase } from '../../../src/main/commands/open.ts'
import { systemClock } from '../../../src/main/system-clock.ts'
import { scan, stationWithOrder } from '../../helpers/store.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const YEAR = String(new Date().getFullYear()).slice(2)

/** A data folder where 25 units of GENERATED came today. */
function folderWithStock(): string {
  const folder = temporaryFolder()
  const db = openDatabase(folder)
  const station = stationWithOrder(db, systemClock)
  scan(station, 'PO-1', 'GENERATED', 'DS:DONE', 'DS:DONE')
  db.close()
  return folder
}

async function run(folder: string, ...argv: readonly string[]) {
  let out = ''
  let err = ''
  const status = await runCli(['--data', folder, 'numbers', 'preview', ...argv], {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    env: {},
    platform: 'linux'
  })
  return { status, out, err }
}

async function json(folder: string, ...argv: readonly string[]) {
  const { status, out } = await run(folder, ...argv, '--json')
  return { status, document: JSON.parse(out) as unknown }
}

it('says first, last, what is left and how long it lasts, and uses none up', async () => {
  const folder = folderWithStock()
  for (const _ of [1, 2]) {
    expect(await run(folder, 'SN-{YY}-{####}', '--count', '10', '--part', 'GENERATED')).toEqual({
      status: 0,
      out: `SN-${YEAR}-0026 to SN-${YEAR}-0035 (9964 left after that)\nAt 25 a day, as in the last day, never runs out: it starts anew each year.\n`,
      err: ''
    })
  }
})

it('gives all of it as JSON', async () => {
  expect(await json(folderWithStock(), 'G-{##}', '--part', 'GENERATED')).toEqual({
    status: 0,
    document: {
      first: 'G-01',
      last: 'G-01',
      count: 1,
      remaining: 98,
      capacity: 99,
      restart: 'never',
      used: 25,
      used_in_days: 1,
      lasts_until: addDays(todayOf(systemClock), 3),
      words: expect.stringMatching(/^At 25 a day, as in the last day, lasts until /) as string
    }
  })
})

it('looks at a pattern without a part, and in a folder where nothing is', async () => {
  expect(await json(temporaryFolder(), '{PN}-{ORDER}-{###}', '--count', '3')).toMatchObject({
    status: 0,
    document: { first: 'PN-ORDER-001', last: 'PN-ORDER-003', remaining: 996, words: 'Each order or run counts from 1.' }
  })
})

it('refuses what is no pattern with status 1, and points at it', async () => {
  const folder = folderWithStock()
  const { status, out } = await run(folder, 'SN-{YX}-{###}')
  expect(status).toBe(1)
  expect(out).toContain('There is no token {YX}')
  expect(out).toContain('  SN-{YX}-{###}\n     ^^^^')
  expect(await json(folder, 'SN-{YX}-{###}')).toMatchObject({
    status: 1,
    document: {
      ok: false,
      problems: [expect.stringContaining('There is no token {YX}')],
      faults: [{ kind: 'unknown-token', at: 3, length: 4 }]
    }
  })
})

it('refuses a pattern that could meet another part’s, and says which and where', async () => {
  const { status, document } = await json(folderWithStock(), 'SN-{####}{##}', '--part', 'CAPTURED')
  expect(status).toBe(1)
  expect(document).toMatchObject({ ok: false, faults: [{ kind: 'second-counter' }] })
  expect(await json(folderWithStock(), 'SN-26-{###}0', '--part', 'CAPTURED', '--revision', 'B')).toMatchObject({
    status: 1,
    document: { ok: false, problems: [expect.stringContaining('so could SN-{YY}-{####} of GENERATED')] }
  })
})

it('refuses a batch that there is no room for with status 1', async () => {
  expect(await json(folderWithStock(), 'G-{##}', '--count', '100', '--part', 'GENERATED')).toMatchObject({
    status: 1,
    document: { ok: false, problems: [expect.stringContaining('only 99 are left')] }
  })
})

it.each([
  [['G-{##}', '--count', '0'], 2, 'give a whole number from 1 to 1000000'],
  [['G-{##}', '--count', '1e3'], 2, 'give a whole number'],
  [['G-{##}', '--revision', 'B'], 2, 'say of which part'],
  [['G-{##}', '--part', 'NOBODY'], 1, 'There is no part NOBODY'],
  [['G-{##}', '--part', 'CAPTURED', '--revision', 'Z'], 1, 'CAPTURED has no revision Z. It has B.']
])('answers %j with status %i', async (argv, status, words) => {
  expect(await run(folderWithStock(), ...argv)).toMatchObject({ status, err: expect.stringContaining(words) as string })
})
