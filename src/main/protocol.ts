import { protocol } from 'electron'
import type { PageServer } from './page.ts'
import { PAGE_SCHEME } from './page.ts'

/** Makes the page's scheme behave like a secure origin. Must run before Electron is ready. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }
  ])
}

/** A protocol of its own rather than `file://`, which would open the whole disk to the page. */
export function servePage(server: PageServer): void {
  protocol.handle(PAGE_SCHEME, server)
}
