import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { electronLaunch } from '../../scripts/runtime.ts'
import { createDataFolder, launchStation } from './launch.ts'

test('a second start raises the first window and ends well', async () => {
  const station = await launchStation()
  try {
    await station.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
    const { executablePath, args, env } = electronLaunch()
    const second = await runToEnd(executablePath, [...args, '--data', station.dataFolder], env)
    expect(second).toMatchObject({ status: 0, stderr: expect.stringContaining('already runs') })
    await expect
      .poll(
        async () => await station.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
      )
      .toBe(true)
    expect(await station.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  } finally {
    await station.close()
  }
})

test('two data folders make two stations', async () => {
  const first = await launchStation()
  const second = await launchStation()
  try {
    expect(first.dataFolder).not.toBe(second.dataFolder)
    expect(await second.page.evaluate(async () => (await globalThis.dockside.api.station.status({})).ok)).toBe(true)
  } finally {
    await Promise.all([first.close(), second.close()])
  }
})

test('the window comes back by itself after its process has crashed', async () => {
  const station = await launchStation()
  try {
    const shown = await station.app.evaluate(async ({ BrowserWindow }): Promise<unknown> => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const loaded = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()))
      contents?.forcefullyCrashRenderer()
      await loaded
      return await contents?.executeJavaScript(`document.querySelector('#root') !== null`)
    })
    expect(shown).toBe(true)
  } finally {
    await station.close()
  }
})

test('a bug that nothing catches is logged and said once, and the station goes on', async () => {
  const station = await launchStation()
  try {
    await station.app.evaluate(({ dialog }) => {
      const said: string[] = []
      Reflect.set(globalThis, 'said', said)
      dialog.showMessageBox = ((options: { readonly message: string }) => {
        said.push(options.message)
        return Promise.resolve({ response: 0, checkboxChecked: false })
      }) as typeof dialog.showMessageBox
      setTimeout(() => {
        throw new Error('a bug in a timer')
      }, 0)
      void Promise.reject(new Error('a bug in a promise'))
    })
    const logs = join(station.dataFolder, 'logs')
    const logged = () =>
      readdirSync(logs)
        .map((name) => readFileSync(join(logs, name), 'utf8'))
        .join('')
    await expect.poll(logged).toMatch(/"event":"bug".*a bug in a timer/)
    await expect.poll(logged).toMatch(/"event":"bug".*a bug in a promise/)
    expect(await station.app.evaluate(() => Reflect.get(globalThis, 'said') as readonly string[])).toEqual([
      'The program has made a mistake'
    ])
    expect(await station.page.evaluate(async () => (await globalThis.dockside.api.station.status({})).ok)).toBe(true)
  } finally {
    await station.close()
  }
})

for (const way of ['the window is closed', 'the process is asked to end'] as const) {
  test(`the station is closed in order when ${way}`, async () => {
    const dataFolder = createDataFolder()
    const station = await launchStation({ dataFolder })
    const program = station.app.process()
    const ended = new Promise<number | null>((resolve) => program.once('exit', resolve))
    if (way === 'the window is closed') {
      await station.app.evaluate(({ BrowserWindow }) => {
        setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 0)
      })
    } else {
      // A terminal and a script that both pass the signal on send it twice.
      program.kill('SIGTERM')
      program.kill('SIGTERM')
    }
    // The driver holds an ending process until it lets go of it.
    await station.close()
    expect(await ended).toBe(0)
    const again = await launchStation({ dataFolder })
    await again.close()
    rmSync(dataFolder, { recursive: true, force: true })
  })
}

test('a station that cannot open says why and overwrites nothing', async () => {
  const dataFolder = createDataFolder()
  const database = join(dataFolder, 'dockside.db')
  writeFileSync(database, 'this is no database, whatever its name says'.repeat(200))
  const before = readFileSync(database)
  const { executablePath, args, env } = electronLaunch()
  const program = spawn(executablePath, [...args, '--data', dataFolder], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise((resolve) => program.once('close', resolve))
  let said = ''
  program.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk))
  try {
    await expect.poll(() => said, { timeout: 20_000 }).toMatch(/damaged|corrupt|not a database/i)
    expect(readFileSync(database).equals(before)).toBe(true)
  } finally {
    program.kill('SIGKILL')
    await ended
    rmSync(dataFolder, { recursive: true, force: true })
  }
})

interface Ended {
  readonly status: number | null
  readonly stderr: string
}

function runToEnd(path: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const program = spawn(path, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
    let stderr = ''
    program.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk))
    program.once('error', reject)
    program.once('close', (status) => resolve({ status, stderr }))
  })
}
