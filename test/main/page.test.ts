import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPageServer } from '../../src/main/page.ts'

describe('the page server', () => {
  let folder: string
  let serve: (url: string, init?: RequestInit) => Promise<Response>

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'page-'))
    const page = join(folder, 'renderer')
    mkdirSync(join(page, 'assets'), { recursive: true })
    writeFileSync(join(folder, 'secret.txt'), 'secret')
    writeFileSync(join(page, 'index.html'), '<meta nonce="%NONCE%"><style nonce="%NONCE%"></style>')
    writeFileSync(join(page, 'assets', 'index.js'), 'export {}')
    writeFileSync(join(page, 'assets', 'inter.woff2'), 'font')
    writeFileSync(join(page, 'assets', 'odd.xyz'), 'odd')
    const server = createPageServer(page)
    serve = (url, init) => server(new Request(url, init))
  })

  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it.each([
    ['app://dockside/assets/index.js', 'text/javascript; charset=utf-8'],
    ['app://dockside/assets/inter.woff2', 'font/woff2'],
    ['app://dockside/assets/odd.xyz', 'application/octet-stream'],
    ['app://dockside/', 'text/html; charset=utf-8'],
    ['app://dockside/index.html?receiving#open', 'text/html; charset=utf-8']
  ])('serves %s as %s, not to be guessed at', async (url, type) => {
    const response = await serve(url)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each([
    'app://dockside/../secret.txt',
    'app://dockside/assets/../../secret.txt',
    'app://dockside/%2e%2e/secret.txt',
    'app://dockside/..%2fsecret.txt',
    'app://dockside/..%5csecret.txt',
    'app://dockside/%252e%252e/secret.txt',
    'app://dockside//etc/passwd',
    'app://dockside/%2fetc%2fpasswd',
    'app://dockside/assets',
    'app://dockside/assets/',
    'app://dockside/index.html/',
    'app://dockside/index.html%00.js',
    'app://dockside/constructor',
    'app://other/index.html',
    'app://dockside:8080/index.html',
    'app://dockside.example/index.html',
    'https://dockside/index.html'
  ])('has nothing at %s', async (url) => {
    const response = await serve(url)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('')
  })

  it('has nothing at an absolute path', async () => {
    const response = await serve(`app://dockside/${join(folder, 'secret.txt')}`)
    expect(response.status).toBe(404)
  })

  it('takes no other method than reading', async () => {
    const response = await serve('app://dockside/index.html', { method: 'POST', body: 'x' })
    expect(response.status).toBe(405)
  })

  it('puts a new nonce into the page and its policy at each load', async () => {
    const loads = await Promise.all(
      [1, 2].map(async () => {
        const response = await serve('app://dockside/')
        const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(
          response.headers.get('content-security-policy') ?? ''
        )?.[1]
        expect(await response.text()).toBe(`<meta nonce="${nonce}"><style nonce="${nonce}"></style>`)
        return nonce
      })
    )
    expect(loads[0]).toMatch(/^[A-Za-z0-9+/]{24}$/)
    expect(loads[0]).not.toBe(loads[1])
  })
})
