import { defineConfig } from 'vitest/config'

/** For the emulated computer alone, where everything takes ten to twenty-five times as long. */
export default defineConfig({
  test: {
    include: ['test/usb-bench/**/*.test.ts'],
    testTimeout: 240_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    fileParallelism: false,
    pool: 'threads'
  }
})
