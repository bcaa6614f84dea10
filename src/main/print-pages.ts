import { randomBytes } from 'node:crypto'
import { PAGE_URL, type PageServer } from './page.ts'

/** Pages that exist only while they are printed. */
export interface PrintPages {
  /** Answers for the pages that are being printed; everything else is asked of the server behind it. */
  serve(request: Request): Promise<Response>
  /** Puts a page where a window can load it. Its one style element bears the nonce that it is given. */
  publish(html: (nonce: string) => string): { readonly url: string; withdraw(): void }
}

/** No script, no request, no frame: what is printed shows text and its own style. */
function policy(nonce: string): string {
  return `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
}

export function createPrintPages(behind: PageServer): PrintPages {
  const pages = new Map<string, (nonce: string) => string>()
  return {
    async serve(request) {
      const html = pages.get(request.url)
      if (!html || request.method !== 'GET') return await behind(request)
      const nonce = randomBytes(18).toString('base64')
      return new Response(html(nonce), {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-store',
          'content-security-policy': policy(nonce),
          'x-content-type-options': 'nosniff'
        }
      })
    },
    publish(html) {
      const url = `${PAGE_URL}print/${randomBytes(18).toString('hex')}`
      pages.set(url, html)
      return { url, withdraw: () => pages.delete(url) }
    }
  }
}
