import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StationError } from '../../src/core/errors.ts'
import { openLog } from '../../src/main/log.ts'
import { createFakeTime } from '../fakes/fake-time.ts'

const DAY_MS = 86_400_000
const START_MS = Date.UTC(2026, 10, 23, 23, 59)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dockside-log-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const read = (name: string) =>
  readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('log', () => {
  it('writes one line of JSON for each entry into the file of its day', () => {
    const time = createFakeTime(START_MS)
    const log = openLog(folder, time)
    log.info('station-opened', { version: '1.2.3' })
    log.warn('printer', 'slow')
    time.advance(60_000)
    log.info('midnight')
    log.close()
    expect(read('dockside-2026-11-23.log')).toEqual([
      { at: '2026-11-23T23:59:00.000Z', level: 'info', event: 'station-opened', fields: { version: '1.2.3' } },
      { at: '2026-11-23T23:59:00.000Z', level: 'warn', event: 'printer', value: 'slow' }
    ])
    expect(read('dockside-2026-11-24.log')).toEqual([
      { at: '2026-11-24T00:00:00.000Z', level: 'info', event: 'midnight' }
    ])
  })

  it('keeps what an error says, with its code, its stack and its cause', () => {
    const log = openLog(folder, createFakeTime(START_MS))
    const cause = new TypeError('no such thing')
    log.error('scan', new StationError('disk-full', 'The disk is full.', { cause, details: { line: 3 } }))
    log.close()
    expect(read('dockside-2026-11-23.log')).toMatchObject([
      {
        level: 'error',
        error: {
          name: 'StationError',
          message: 'The disk is full.',
          code: 'disk-full',
          details: { line: 3 },
          stack: expect.stringContaining('log.test.ts'),
          cause: { name: 'TypeError', message: 'no such thing' }
        }
      }
    ])
  })

  it('hides secrets wherever they are', () => {
    const log = openLog(folder, createFakeTime(START_MS))
    log.info('login', { user: 'kim', pin: '4711', deep: [{ apiKey: 'k-4711', Password: 'p-4711', token: 't-4711' }] })
    log.close()
    const text = readFileSync(join(folder, 'dockside-2026-11-23.log'), 'utf8')
    expect(text).toContain('kim')
    expect(text).not.toContain('4711')
  })

  it('never lets an entry look like two', () => {
    const log = openLog(folder, createFakeTime(START_MS))
    log.info('scan', { text: 'SN-1\n{"at":"2026-01-01","level":"error"}\r\u2028', at: 'now', level: 'error' })
    log.close()
    expect(read('dockside-2026-11-23.log')).toMatchObject([{ level: 'info', event: 'scan' }])
  })

  it('takes anything without throwing and writes it on one line', () => {
    const log = openLog(folder, createFakeTime(START_MS))
    const endless: Record<string, unknown> = { big: 1n, bytes: Uint8Array.of(1, 2), at: new Date(Number.NaN) }
    endless['self'] = endless
    log.info('endless', endless)
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withMap: true, withSet: true }), (value) => log.error('any', value))
    )
    log.info('text', { long: 'x'.repeat(100_000) })
    log.close()
    const lines = read('dockside-2026-11-23.log')
    expect(lines[0]?.['fields']).toEqual({ big: '1', bytes: '(2 bytes) 0102', at: '(no date)', self: '(itself)' })
    expect(JSON.stringify(lines.at(-1)).length).toBeLessThan(5000)
    expect(lines.every(({ level }) => level === 'info' || level === 'error')).toBe(true)
  })

  it('makes room when a file has grown too large, and keeps the newest lines', () => {
    const log = openLog(folder, createFakeTime(START_MS), { maxFileBytes: 2000, keptDays: 30 })
    for (let entry = 0; entry < 100; entry += 1) log.info('entry', { entry })
    log.close()
    expect(readdirSync(folder).sort()).toEqual(['dockside-2026-11-23.1.log', 'dockside-2026-11-23.log'])
    const entries = [...read('dockside-2026-11-23.1.log'), ...read('dockside-2026-11-23.log')]
    expect(entries.at(-1)?.['fields']).toEqual({ entry: 99 })
    for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name)).length).toBeLessThan(2200)
  })

  it('goes on in the file of the day when the station starts again', () => {
    const time = createFakeTime(START_MS)
    for (const event of ['first', 'second']) {
      const log = openLog(folder, time)
      log.info(event)
      log.close()
    }
    expect(read('dockside-2026-11-23.log').map(({ event }) => event)).toEqual(['first', 'second'])
  })

  it('removes files after 30 days and nothing else', () => {
    const time = createFakeTime(START_MS)
    const names = ['dockside-2026-10-23.log', 'dockside-2026-10-23.1.log', 'dockside-2026-10-24.log', 'notes.txt']
    for (const name of names) writeFileSync(join(folder, name), '')
    const log = openLog(folder, time)
    log.info('today')
    expect(readdirSync(folder).sort()).toEqual(['dockside-2026-10-24.log', 'dockside-2026-11-23.log', 'notes.txt'])
    time.advance(DAY_MS)
    log.info('tomorrow')
    log.close()
    expect(readdirSync(folder)).not.toContain('dockside-2026-10-24.log')
  })

  it('bears a folder that cannot be written', () => {
    const inTheWay = join(folder, 'logs')
    writeFileSync(inTheWay, 'a file where the folder should be')
    const log = openLog(inTheWay, createFakeTime(START_MS))
    expect(() => {
      log.info('lost')
      log.error('lost', new Error('lost'))
      log.close()
      log.info('after closing')
    }).not.toThrow()
    expect(readFileSync(inTheWay, 'utf8')).toBe('a file where the folder should be')
  })
})
