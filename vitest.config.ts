import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/usb-bench/**', 'test/wine/**'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    pool: 'threads'
  }
})
