import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { Instant } from '../../../src/core/clock.ts'
import { holdDataFolder } from '../../../src/main/store/hold.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const since = '2026-11-23T10:00:00.000Z' as Instant

it('lets one program write to a folder and tells the next one who it is', () => {
  const folder = temporaryFolder()
  const hold = holdDataFolder(folder, 'a running station', since)
  expect(() => holdDataFolder(folder, 'an import', since)).toThrow(`a running station (process ${process.pid}`)
  hold.release()
  holdDataFolder(folder, 'an import', since).release()
})

it('frees the folder when the program that held it is killed', async () => {
  const folder = temporaryFolder()
  const module = fileURLToPath(new URL('../../../src/main/store/hold.ts', import.meta.url))
  const script = `import { holdDataFolder } from ${JSON.stringify(module)}
    holdDataFolder(${JSON.stringify(folder)}, 'a station', '${since}')
    process.stdout.write('held')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  await once(child.stdout, 'data')
  expect(() => holdDataFolder(folder, 'an import', since)).toThrow(`process ${child.pid}`)
  child.kill('SIGKILL')
  await once(child, 'exit')
  holdDataFolder(folder, 'an import', since).release()
})

it('makes a folder that is not there, and says when it cannot', () => {
  const folder = temporaryFolder()
  holdDataFolder(join(folder, 'new', 'deep'), 'a station', since).release()
  writeFileSync(join(folder, 'file'), '')
  expect(() => holdDataFolder(join(folder, 'file', 'below'), 'a station', since)).toThrow('cannot be made')
  chmodSync(join(folder, 'file'), 0o600)
})

it.runIf(process.platform === 'linux')('says so too where the system keeps no folders of others', () => {
  expect(() => holdDataFolder('/proc/dockside/data', 'a station', since)).toThrow('cannot be made')
})
