import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

export const PAGE_SCHEME = 'app'
const PAGE_HOST = 'dockside'
export const PAGE_URL = `${PAGE_SCHEME}://${PAGE_HOST}/`

/** Stands in `index.html` wherever the nonce of the load belongs. */
const NONCE_MARK = '%NONCE%'

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.wav': 'audio/wav',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2'
}

/** Answers requests of the window for its page. */
export type PageServer = (request: Request) => Promise<Response>

/**
 * Serves the files that are in `folder` now, by their exact paths, and nothing else.
 *
 * A path is looked up in a list, never joined to the folder, so none can lead out of it, however it is written.
 */
export function createPageServer(folder: string): PageServer {
  const files = new Map(filesBelow(folder, '/'))
  const index = files.get('/index.html')
  if (index) files.set('/', index)
  return async (request) => {
    const { protocol, host, pathname } = new URL(request.url)
    if (protocol !== `${PAGE_SCHEME}:` || host !== PAGE_HOST) return refusal(404)
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405)
    const file = files.get(pathname)
    if (file === undefined) return refusal(404)
    const type = CONTENT_TYPES[extname(file)] ?? 'application/octet-stream'
    const content = await readFile(file)
    if (file !== index) return answer(content, { 'content-type': type })
    const nonce = randomBytes(18).toString('base64')
    return answer(content.toString('utf8').replaceAll(NONCE_MARK, nonce), {
      'content-type': type,
      'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicy(nonce)
    })
  }
}

/**
 * The page may load its own files and nothing else, runs no inline script, and styles itself by its own files or by
 * elements that carry the nonce: the component library writes its variables into such an element.
 */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'"
  ].join('; ')
}

function answer(body: string | Uint8Array<ArrayBuffer>, headers: Readonly<Record<string, string>>): Response {
  return new Response(body, { headers: { ...headers, 'x-content-type-options': 'nosniff' } })
}

function refusal(status: 404 | 405): Response {
  return new Response(null, { status, headers: { 'x-content-type-options': 'nosniff' } })
}

function filesBelow(folder: string, prefix: string): [string, string][] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path, `${prefix}${entry.name}/`) : [[`${prefix}${entry.name}`, path]]
  })
}
