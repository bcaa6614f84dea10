import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { PROJECT_ROOT } from '../../../scripts/project.ts'
import type { LaunchedStation } from '../launch.ts'
import { launchStation } from '../launch.ts'
import type { OutsideServer } from './outside-server.ts'
import { openOutsideServer } from './outside-server.ts'

const PAGE = 'app://dockside/'

test.describe('the page stays where it is', () => {
  let station: LaunchedStation
  let outside: OutsideServer

  test.beforeAll(async () => {
    outside = await openOutsideServer()
    station = await launchStation()
    await station.page.evaluate(() => Reflect.set(globalThis, 'mark', 'still here'))
  })

  test.afterEach(async () => {
    const { app, page } = station
    expect(await page.evaluate(() => [location.href.split('#')[0], Reflect.get(globalThis, 'mark')])).toEqual([
      PAGE,
      'still here'
    ])
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
  })

  test.afterAll(async () => {
    await station.close()
    await outside.close()
  })

  const ways: Readonly<Record<string, (target: string) => void>> = {
    'by its own script': (target) => {
      location.href = target
    },
    'by a link': (target) => {
      const link = document.createElement('a')
      link.href = target
      document.body.append(link)
      link.click()
      link.remove()
    },
    'by a form': (target) => {
      const form = document.createElement('form')
      form.action = target
      document.body.append(form)
      form.submit()
      form.remove()
    },
    'by a refresh': (target) => {
      const meta = document.createElement('meta')
      meta.httpEquiv = 'refresh'
      meta.content = `0; url=${target}`
      document.head.append(meta)
      meta.remove()
    },
    'by its history': (target) => {
      location.replace(target)
      history.back()
    }
  }
  for (const [way, lead] of Object.entries(ways)) {
    test(`it is not led elsewhere ${way}`, async () => {
      const targets = [outside.url, 'app://dockside/index.html', 'file:///etc/hostname', 'data:text/html,elsewhere']
      for (const target of targets) {
        await station.page.evaluate(lead, target)
        await station.page.waitForTimeout(150)
      }
      expect(outside.visits()).toBe(0)
    })
  }

  test('it opens no window', async () => {
    const opened = await station.page.evaluate(async (outside) => {
      const direct = [outside, 'about:blank', 'app://dockside/'].map((url) => window.open(url) !== null)
      const link = document.createElement('a')
      link.href = outside
      link.target = '_blank'
      document.body.append(link)
      link.click()
      link.remove()
      await new Promise((resolve) => setTimeout(resolve, 200))
      return direct
    }, outside.url)
    expect(opened).toEqual([false, false, false])
  })

  test('a file dropped on it is not opened', async () => {
    const session = await station.page.context().newCDPSession(station.page)
    const data = { items: [], files: [join(PROJECT_ROOT, 'package.json')], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data })
    }
    await station.page.waitForTimeout(300)
    await session.detach()
  })

  test('a guest page is neither offered nor attached', async () => {
    const guests = await station.page.evaluate(async () => {
      const guest = document.createElement('webview')
      guest.setAttribute('src', 'https://example.com/')
      document.body.append(guest)
      await new Promise((resolve) => setTimeout(resolve, 200))
      const known = guest.shadowRoot !== null || 'getWebContentsId' in guest
      guest.remove()
      return known
    })
    expect(guests).toBe(false)

    const attached = await station.app.evaluate(async ({ BrowserWindow, webContents }) => {
      const window = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } })
      await window.loadURL('app://dockside/')
      await window.webContents.executeJavaScript(
        `const guest = document.createElement('webview'); guest.src = 'app://dockside/'; guest.setAttribute('allowpopups', ''); document.body.append(guest)`
      )
      await new Promise((resolve) => setTimeout(resolve, 300))
      const types = webContents.getAllWebContents().map((contents) => contents.getType())
      window.destroy()
      return types.filter((type) => type === 'webview').length
    })
    expect(attached).toBe(0)
  })

  test('no permission is granted', async () => {
    const outcomes = await station.page.evaluate(async () => {
      const outcome = async (work: () => Promise<unknown>): Promise<string> => {
        try {
          const result = await work()
          return Array.isArray(result) ? `${result.length} devices` : String(result)
        } catch {
          return 'refused'
        }
      }
      interface Devices {
        requestDevice?(options: unknown): Promise<unknown>
        requestPort?(): Promise<unknown>
        getDevices?(): Promise<unknown>
      }
      const { hid, serial, usb } = navigator as unknown as Record<'hid' | 'serial' | 'usb', Devices>
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'clipboard-read',
        'midi'
      ] as PermissionName[]
      return {
        states: await Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state)),
        media: await outcome(() => navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
        display: await outcome(() => navigator.mediaDevices.getDisplayMedia()),
        notification: await outcome(() => Notification.requestPermission()),
        position: await outcome(
          () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))
        ),
        clipboard: await outcome(() => navigator.clipboard.readText()),
        hid: await outcome(async () => (await hid.requestDevice?.({ filters: [] })) ?? []),
        hidKnown: await outcome(async () => (await hid.getDevices?.()) ?? []),
        serial: await outcome(async () => await serial.requestPort?.()),
        usb: await outcome(async () => await usb.requestDevice?.({ filters: [] }))
      }
    })
    expect(outcomes.states).toEqual(outcomes.states.map(() => 'denied'))
    expect(outcomes).toMatchObject({
      media: 'refused',
      display: 'refused',
      notification: 'denied',
      position: 'refused',
      clipboard: 'refused',
      hidKnown: '0 devices',
      serial: 'refused',
      usb: 'refused'
    })
    expect(['refused', '0 devices']).toContain(outcomes.hid)
  })

  test('nothing is downloaded', async () => {
    const file = join(station.dataFolder, 'downloaded.html')
    const downloads = await station.app.evaluate(async ({ BrowserWindow, session }, file) => {
      let done = 0
      session.defaultSession.on('will-download', (_event, item) => {
        item.setSavePath(file)
        item.once('done', (_done, state) => (done += state === 'completed' ? 1 : 0))
      })
      BrowserWindow.getAllWindows()[0]?.webContents.downloadURL('app://dockside/index.html')
      await new Promise((resolve) => setTimeout(resolve, 500))
      return done
    }, file)
    expect(downloads).toBe(0)
    expect(existsSync(file)).toBe(false)
  })

  test('no key combination that a barcode can press reloads, closes, prints or inspects it', async () => {
    const combinations = [
      ['R', 'control'],
      ['R', 'control', 'shift'],
      ['F5'],
      ['W', 'control'],
      ['Q', 'control'],
      ['I', 'control', 'shift'],
      ['F12'],
      ['N', 'control'],
      ['O', 'control'],
      ['P', 'control'],
      ['S', 'control'],
      ['M', 'control'],
      ['0', 'control'],
      ['Plus', 'control'],
      ['Left', 'alt'],
      ['Home', 'alt']
    ] as const
    const { menu, zoom, tools } = await station.app.evaluate(async ({ BrowserWindow, Menu }, combinations) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.focus()
      for (const [keyCode, ...modifiers] of combinations) {
        for (const type of ['keyDown', 'keyUp'] as const)
          window?.webContents.sendInputEvent({ type, keyCode, modifiers: [...modifiers] })
      }
      await new Promise((resolve) => setTimeout(resolve, 300))
      return {
        menu: Menu.getApplicationMenu() === null,
        zoom: window?.webContents.getZoomLevel(),
        tools: window?.webContents.isDevToolsOpened()
      }
    }, combinations)
    expect({ menu, zoom, tools }).toEqual({ menu: process.platform !== 'darwin', zoom: 0, tools: false })
  })
})
