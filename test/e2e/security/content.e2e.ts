import { expect, test } from 'playwright/test'
import type { LaunchedStation } from '../launch.ts'
import { launchStation } from '../launch.ts'
import { openOutsideServer } from './outside-server.ts'

test.describe('the page shows its own content and nothing else', () => {
  let station: LaunchedStation
  const requested: string[] = []
  const complaints: string[] = []

  test.beforeAll(async () => {
    station = await launchStation()
    station.page.on('request', (request) => requested.push(request.url()))
    station.page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    await station.page.reload()
    await station.page.locator('#root > *').first().waitFor({ state: 'attached' })
  })

  test.afterAll(async () => {
    await station.close()
  })

  test('every request of the page goes to its own protocol', () => {
    expect(requested).toContain('app://dockside/')
    expect(requested.filter((url) => !url.startsWith('app://dockside/') && !url.startsWith('data:image/'))).toEqual([])
  })

  test('its own content keeps the policy', () => {
    expect(complaints).toEqual([])
  })

  test('the network is closed below the page too', async () => {
    const outside = await openOutsideServer()
    try {
      const fromPage = await station.page.evaluate(async (url) => {
        const outcome = async (work: Promise<unknown>): Promise<string> =>
          await work.then(
            () => 'reached',
            () => 'refused'
          )
        const image = new Image()
        const loaded = new Promise((resolve, reject) => {
          image.addEventListener('load', resolve)
          image.addEventListener('error', reject)
        })
        image.src = url
        return [await outcome(fetch(url, { mode: 'no-cors' })), await outcome(loaded)]
      }, outside.url)
      const fromSession = await station.app.evaluate(
        async ({ session }, url) =>
          await session.defaultSession.fetch(url).then(
            () => 'reached',
            () => 'refused'
          ),
        outside.url
      )
      expect([...fromPage, fromSession]).toEqual(['refused', 'refused', 'refused'])
      expect(outside.visits()).toBe(0)
    } finally {
      await outside.close()
    }
  })

  test('the window keeps every switch of the web platform safe', async () => {
    const preferences = await station.app.evaluate(({ BrowserWindow }) => {
      interface WithPreferences {
        getLastWebPreferences(): Record<string, unknown>
      }
      return BrowserWindow.getAllWindows().map((window) =>
        (window.webContents as unknown as WithPreferences).getLastWebPreferences()
      )
    })
    expect(preferences).toHaveLength(1)
    expect(preferences[0]).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      enableBlinkFeatures: '',
      webviewTag: false
    })
  })

  test('the page carries a strict policy with a nonce of its own load', async () => {
    const read = async (): Promise<{ policy: string; type: string; nosniff: string; text: string }> =>
      await station.page.evaluate(async () => {
        const response = await fetch('app://dockside/index.html')
        const header = (name: string): string => response.headers.get(name) ?? ''
        return {
          policy: header('content-security-policy'),
          type: header('content-type'),
          nosniff: header('x-content-type-options'),
          text: await response.text()
        }
      })
    const [first, second] = [await read(), await read()]
    const directives = first.policy.split('; ')
    expect(directives).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'"
      ])
    )
    expect(first.policy).not.toMatch(/unsafe|https?:|\*/)
    expect(first).toMatchObject({ type: 'text/html; charset=utf-8', nosniff: 'nosniff' })
    expect(first.policy).not.toBe(second.policy)
    expect(first.text).not.toContain('%NONCE%')
  })

  test('script that gets into the page does not run, and style without the nonce does not apply', async () => {
    const result = await station.page.evaluate(async () => {
      const violated: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective))
      const ran = globalThis as unknown as { ran?: string[] }
      ran.ran = []
      const script = document.createElement('script')
      script.textContent = 'globalThis.ran.push("inline script")'
      const image = document.createElement('div')
      image.innerHTML = '<img src="data:image/png,broken" onerror="globalThis.ran.push(\'handler\')">'
      const style = document.createElement('style')
      style.textContent = 'body { --injected: yes }'
      document.body.append(script, image, style)
      Reflect.apply(setTimeout, undefined, ['globalThis.ran.push("text of a timer")', 0])
      const evaluated = await new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve(Reflect.construct(Function, ['return "ran"'])())
          } catch {
            resolve('refused')
          }
        }, 0)
      })
      await new Promise((resolve) => setTimeout(resolve, 200))
      const injected = getComputedStyle(document.body).getPropertyValue('--injected')
      script.remove()
      image.remove()
      style.remove()
      return { ran: ran.ran, evaluated, injected, violated: [...new Set(violated)].sort() }
    })
    expect(result).toEqual({
      ran: [],
      evaluated: 'refused',
      injected: '',
      violated: ['script-src', 'script-src-attr', 'script-src-elem', 'style-src-elem']
    })
  })

  test('the protocol leads to nothing but the page', async () => {
    const answers = await station.page.evaluate(async () => {
      const paths = [
        '/../../etc/passwd',
        '/%2e%2e/%2e%2e/package.json',
        '/..%2f..%2fpackage.json',
        '/..%5c..%5cpackage.json',
        '//etc/passwd',
        '/%2fetc%2fpasswd',
        '/../main/index.cjs',
        '/assets/',
        '/index.html%00'
      ]
      return await Promise.all(paths.map(async (path) => (await fetch(`app://dockside${path}`)).status))
    })
    expect(answers).toEqual(answers.map(() => 404))
    const elsewhere = await station.app.evaluate(async ({ session }) => {
      const urls = ['app://other/index.html', 'app://dockside.example/index.html']
      return await Promise.all(urls.map(async (url) => (await session.defaultSession.fetch(url)).status))
    })
    expect(elsewhere).toEqual([404, 404])
  })

  test('the page cannot read the disk', async () => {
    const outcome = await station.page.evaluate(
      async () =>
        await fetch('file:///etc/hostname').then(
          () => 'read',
          () => 'refused'
        )
    )
    expect(outcome).toBe('refused')
  })
})
