import { defineConfig } from 'vitest/config'

/** Serial ports are polled on the main thread's loop by their library, whichever thread asks; see decision 28. */
const NEEDS_MAIN_THREAD = ['test/main/devices/serial/**/*.test.ts']

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'threads',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/usb-bench/**', 'test/wine/**', ...NEEDS_MAIN_THREAD],
          pool: 'threads'
        }
      },
      { extends: true, test: { name: 'processes', include: NEEDS_MAIN_THREAD, pool: 'forks' } }
    ]
  }
})
