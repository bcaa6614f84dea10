import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { EVENTS, METHODS } from '../../../src/ipc/contract.ts'
import { PROJECT_ROOT } from '../../../scripts/project.ts'
import type { LaunchedStation } from '../launch.ts'
import { launchStation } from '../launch.ts'

const PRELOAD = join(PROJECT_ROOT, 'out', 'preload', 'index.cjs')

/** A preload that tells what the station's own one could do. */
const PROBE = `
  const { contextBridge } = require('electron')
  let files = true
  try {
    require('node:fs')
  } catch {
    files = false
  }
  contextBridge.exposeInMainWorld('probe', { sandboxed: process.sandboxed, isolated: process.contextIsolated, files })
`

test.describe('the page and the station are kept apart', () => {
  let station: LaunchedStation

  test.beforeAll(async () => {
    station = await launchStation()
  })

  test.afterAll(async () => {
    await station.close()
  })

  test('the page has no Node and no Electron', async () => {
    const names = [
      'require',
      'process',
      'module',
      'exports',
      'Buffer',
      'global',
      '__dirname',
      'electron',
      'ipcRenderer'
    ]
    const found = await station.page.evaluate(
      (wanted) => wanted.filter((name) => Reflect.get(globalThis, name) !== undefined),
      names
    )
    expect(found).toEqual([])
  })

  test('the bridge is functions of the contract alone', async () => {
    const shape = await station.page.evaluate(() => {
      const describe = (value: unknown): unknown =>
        typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, describe(entry)]))
          : typeof value
      return describe(globalThis.dockside)
    })
    const functionsOf = (methods: object) => Object.fromEntries(Object.keys(methods).map((name) => [name, 'function']))
    const api = Object.fromEntries(Object.entries(METHODS).map(([feature, methods]) => [feature, functionsOf(methods)]))
    expect(shape).toEqual({ api, on: 'function' })
  })

  test('a listener is given the payload and no event of Electron', async () => {
    const counts = await station.page.evaluate(async () => {
      const heard = new Promise<number>((resolve) => {
        globalThis.dockside.on('scan', (...values: unknown[]) => resolve(values.length))
      })
      await globalThis.dockside.api.scanning.submit({ text: 'NOBODY-KNOWS-THIS' })
      return await heard
    })
    expect(counts).toBe(1)
  })

  test('a page that rewrites its built-ins does not reach the preload', async () => {
    const { touched, ok } = await station.page.evaluate(async () => {
      let touched = 0
      const spyOn = (holder: object, name: string): (() => void) => {
        const original = Reflect.get(holder, name) as (...values: unknown[]) => unknown
        Reflect.set(holder, name, function (this: unknown, ...values: unknown[]) {
          touched += 1
          return Reflect.apply(original, this, values)
        })
        return () => void Reflect.set(holder, name, original)
      }
      const { status } = globalThis.dockside.api.station
      const restore = [
        spyOn(Array.prototype, 'push'),
        spyOn(Function.prototype, 'call'),
        spyOn(JSON, 'stringify'),
        spyOn(Object, 'entries')
      ]
      // Only while the call crosses over: what the page itself does before the answer comes is its own affair.
      const asked = status({})
      const during = touched
      for (const undo of restore) undo()
      const reply = await asked
      return { touched: during, ok: reply.ok }
    })
    expect(ok).toBe(true)
    expect(touched).toBe(0)
  })

  test('a page cannot put something of its own in place of the bridge', async () => {
    const same = await station.page.evaluate(() => {
      const before = globalThis.dockside.api.station.status
      const attempts = [
        () => Reflect.set(globalThis, 'dockside', {}),
        () => Reflect.deleteProperty(globalThis, 'dockside'),
        () => Reflect.set(globalThis.dockside.api.station, 'status', () => 'mine')
      ]
      const took = attempts.map((attempt) => attempt())
      return { took, same: globalThis.dockside.api.station.status === before }
    })
    expect(same).toEqual({ took: [false, false, false], same: true })
  })

  test('the preload runs sandboxed and isolated', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dockside-probe-'))
    const probe = join(folder, 'probe.cjs')
    writeFileSync(probe, PROBE)
    try {
      await station.app.evaluate(({ session }, filePath) => {
        interface Preloads {
          registerPreloadScript?(script: { type: 'frame'; filePath: string }): string
          setPreloads?(files: string[]): void
        }
        const preloads = session.defaultSession as Preloads
        if (preloads.registerPreloadScript) preloads.registerPreloadScript({ type: 'frame', filePath })
        else preloads.setPreloads?.([filePath])
      }, probe)
      await station.page.reload()
      const found = await station.page.evaluate((): unknown => Reflect.get(globalThis, 'probe'))
      expect(found).toEqual({ sandboxed: true, isolated: true, files: false })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test('another window is not answered, even with the same page and preload', async () => {
    const reply = await station.app.evaluate(async ({ BrowserWindow }, preload) => {
      const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      await window.loadURL('app://dockside/')
      const answer: unknown = await window.webContents.executeJavaScript('dockside.api.station.status({})')
      window.destroy()
      return answer
    }, PRELOAD)
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'internal', message: expect.stringContaining('does not come from') }
    })
  })

  test('a frame in the page has no bridge of its own', async () => {
    const frames = await station.page.evaluate(async () => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      const blank = typeof (frame.contentWindow as unknown as { dockside?: unknown }).dockside
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
      frame.src = '/index.html'
      await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, 1000))])
      const own =
        frame.contentDocument === null
          ? 'none'
          : frame.contentDocument.querySelector('#root') === null
            ? 'empty'
            : 'page'
      frame.remove()
      return { blank, own }
    })
    expect(frames.blank).toBe('undefined')
    expect(frames.own).not.toBe('page')
  })

  test('every method refuses what is not as agreed', async () => {
    const names = Object.entries(METHODS).flatMap(([feature, methods]) =>
      Object.keys(methods).map((method) => [feature, method] as const)
    )
    const accepted = await station.page.evaluate(async (names) => {
      const inputs: unknown[] = [
        undefined,
        null,
        0,
        Number.NaN,
        'text',
        [],
        [{}],
        { unknown: 1 },
        { text: '' },
        { text: 'x'.repeat(100_000) },
        { search: { $gt: '' } },
        { limit: -1 },

        { code: ['a'] },
        { label: '1; DROP TABLE label' }
      ]
      const accepted: string[] = []
      const api = globalThis.dockside.api as unknown as Record<
        string,
        Record<string, (input: unknown) => Promise<{ ok: boolean }>>
      >
      for (const [feature, method] of names) {
        for (const [index, input] of inputs.entries()) {
          const reply = await api[feature]?.[method]?.(input)
          if (reply?.ok !== false) accepted.push(`${feature}.${method} took input ${index}`)
        }
      }
      return accepted
    }, names)
    expect(accepted).toEqual([])
  })

  test('events outside the contract cannot be listened to', async () => {
    const refused = await station.page.evaluate(() => {
      const attempt = (name: string): string => {
        try {
          globalThis.dockside.on(name as 'scan', () => undefined)
          return 'taken'
        } catch {
          return 'refused'
        }
      }
      return ['station', 'constructor', '__proto__', 'ELECTRON_BROWSER_REQUIRE'].map(attempt)
    })
    expect(refused).toEqual(['refused', 'refused', 'refused', 'refused'])
    expect(EVENTS.length).toBeGreaterThan(0)
  })

  test('nothing in the sources opens addresses outside or injects markup', () => {
    const suspicious = /openExternal|dangerouslySetInnerHTML|insertAdjacentHTML|\.innerHTML\s*=|\beval\(|new Function\(/
    const folder = join(PROJECT_ROOT, 'src')
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
    expect(files.length).toBeGreaterThan(20)
    expect(files.filter((name) => suspicious.test(readFileSync(join(folder, name), 'utf8')))).toEqual([])
  })
})
