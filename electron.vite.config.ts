import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import postcssMantine from 'postcss-preset-mantine'
import postcssSimpleVars from 'postcss-simple-vars'

// The oldest runtime that the app is run on; see docs/decisions.
const NODE_TARGET = 'node20.18'
const CHROMIUM_TARGET = 'chrome130'

/** Native modules, which stay files of their own. Everything else is bundled. */
const NATIVE = ['better-sqlite3', 'node-hid']

const WORKERS = join(import.meta.dirname, 'src', 'main', 'workers')

/** Each file in `src/main/workers` becomes a worker thread of its own, `out/main/NAME.cjs`. */
function workerEntries(): Record<string, string> {
  const files = existsSync(WORKERS) ? readdirSync(WORKERS).filter((file) => file.endsWith('.ts')) : []
  return Object.fromEntries(files.map((file) => [basename(file, '.ts'), join(WORKERS, file)]))
}

/** CommonJS: a sandboxed preload must be, and the fallback runtime can redirect `require` alone. */
const commonJs = { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' } as const

export default defineConfig({
  main: {
    build: {
      target: NODE_TARGET,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: join(import.meta.dirname, 'src/main/index.ts'), ...workerEntries() },
        external: NATIVE,
        output: commonJs
      }
    }
  },
  preload: {
    build: {
      target: NODE_TARGET,
      externalizeDeps: false,
      rolldownOptions: { input: { index: join(import.meta.dirname, 'src/preload/index.ts') }, output: commonJs }
    }
  },
  renderer: {
    plugins: [react()],
    css: {
      postcss: {
        plugins: [
          postcssMantine(),
          postcssSimpleVars({
            variables: {
              'mantine-breakpoint-xs': '36em',
              'mantine-breakpoint-sm': '48em',
              'mantine-breakpoint-md': '62em',
              'mantine-breakpoint-lg': '75em',
              'mantine-breakpoint-xl': '88em'
            }
          })
        ]
      }
    },
    build: {
      target: CHROMIUM_TARGET,
      minify: true,
      // The policy of the page has no room for data: scripts, and fonts and sounds come from the app's own protocol.
      assetsInlineLimit: 0
    }
  }
})
