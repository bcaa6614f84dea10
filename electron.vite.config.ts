import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { join } from 'node:path'

// The oldest runtime that the app is run on; see docs/decisions.
const NODE_TARGET = 'node20.18'
const CHROMIUM_TARGET = 'chrome130'

/** Native modules, which stay files of their own. Everything else is bundled. */
const NATIVE = ['@serialport/bindings-cpp', 'better-sqlite3', 'koffi', 'node-hid', 'usb']

/** Worker threads and processes, each a file of its own beside the main process's, `out/main/NAME.cjs`. */
const WORKERS = ['draw-label', 'check-file', 'windows-spool', 'write-scans', 'write-backup']

/** CommonJS: a sandboxed preload must be, and the fallback runtime can redirect `require` alone. */
const commonJs = { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' } as const

export default defineConfig({
  main: {
    build: {
      target: NODE_TARGET,
      externalizeDeps: false,
      rolldownOptions: {
        input: [source('main/index.ts'), ...WORKERS.map((name) => source(`main/workers/${name}.ts`))],
        external: NATIVE,
        output: commonJs
      }
    }
  },
  preload: {
    build: {
      target: NODE_TARGET,
      externalizeDeps: false,
      rolldownOptions: { input: source('preload/index.ts'), output: commonJs }
    }
  },
  renderer: {
    plugins: [react()],
    build: {
      target: CHROMIUM_TARGET,
      minify: true,
      // The policy of the page has no room for data: scripts, and fonts and sounds come from the app's own protocol.
      assetsInlineLimit: 0
    }
  }
})

function source(path: string): string {
  return join(import.meta.dirname, 'src', path)
}
