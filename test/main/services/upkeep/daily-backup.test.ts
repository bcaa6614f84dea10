import { expect, it } from 'vitest'
import type { Instant } from '../../../../src/core/clock.ts'
import { StationError } from '../../../../src/core/errors.ts'
import { createDailyBackup } from '../../../../src/main/services/upkeep/daily-backup.ts'
import type { KeptBackup } from '../../../../src/main/store/kept-backups.ts'
import { createFakeTime } from '../../../fakes/fake-time.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

function station(before: readonly KeptBackup[] = []) {
  const time = createFakeTime()
  const written: Instant[] = []
  const kept: KeptBackup[] = [...before]
  const errors: unknown[] = []
  let failure: StationError | undefined
  let missing: readonly string[] = []
  const backups = createDailyBackup({
    isOn: true,
    folder: 'backups',
    clock: time,
    timers: time,
    kept: () => kept,
    write: async (at) => {
      if (failure) throw failure
      written.push(at)
      kept.unshift({ file: at, at, kind: 'daily', bytes: 5_000_000 })
      return missing
    },
    onChange: () => undefined,
    onError: (error) => errors.push(error)
  })
  return {
    time,
    written,
    errors,
    backups,
    fail: (reason: StationError | undefined) => void (failure = reason),
    lose: (files: readonly string[]) => void (missing = files),
    pass: async (ms: number, scansEveryMs = Infinity) => {
      for (let passed = 0; passed < ms; passed += MINUTE / 2) {
        if (passed % scansEveryMs === 0 && scansEveryMs !== Infinity) backups.happened()
        time.advance(MINUTE / 2)
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
  }
}

it('is written once nobody has scanned for a minute, and once a day', async () => {
  const { pass, written, backups } = station()
  expect(backups.view()).toEqual({ folder: 'backups', newest: null, problem: null })
  await pass(10 * MINUTE, MINUTE / 2)
  expect(written).toEqual([])
  await pass(2 * MINUTE)
  expect(written).toHaveLength(1)
  expect(backups.view().newest).toEqual({ at: written[0], bytes: 5_000_000 })
  await pass(22 * HOUR)
  expect(written).toHaveLength(1)
  await pass(2 * HOUR)
  expect(written).toHaveLength(2)
})

it('is written after some hours also where scans never leave off', async () => {
  const { pass, written } = station()
  await pass(3 * HOUR, MINUTE / 2)
  expect(written).toEqual([])
  await pass(2 * HOUR, MINUTE / 2)
  expect(written).toHaveLength(1)
})

it('is not due where a station that was closed overnight wrote one less than a day ago', async () => {
  const at = '2026-11-23T02:00:00.000Z' as Instant
  const { pass, written } = station([{ file: 'a', at, kind: 'daily', bytes: 1 }])
  await pass(HOUR)
  expect(written).toEqual([])
})

it('is due where the only ones are of before an update, or of a day to come, from before the clock was set back', async () => {
  const { pass, written } = station([
    { file: 'b', at: '2027-01-01T00:00:00.000Z' as Instant, kind: 'daily', bytes: 1 },
    { file: 'a', at: '2026-11-23T07:00:00.000Z' as Instant, kind: 'before-update', bytes: 1 }
  ])
  await pass(3 * HOUR)
  expect(written).toHaveLength(1)
})

it('says why it was not written, and tries again an hour later', async () => {
  const { pass, written, backups, fail, errors } = station()
  fail(new StationError('disk-full', 'The disk has too little room.'))
  await pass(3 * MINUTE)
  expect(backups.problem()).toBe('The disk has too little room.')
  fail(undefined)
  await pass(30 * MINUTE)
  expect(written).toEqual([])
  expect(errors).toHaveLength(1)
  await pass(40 * MINUTE)
  expect(written).toHaveLength(1)
  expect(backups.problem()).toBeNull()
})

it('says that files of issues are missing in it', async () => {
  const { pass, backups, lose } = station()
  lose(['a', 'b'])
  await pass(3 * MINUTE)
  expect(backups.problem()).toContain('2 files of issues')
})

it('waits for nothing more once it is closed', () => {
  const { backups, time } = station()
  backups.close()
  expect(time.waiting()).toBe(0)
})
